import { Alert, Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { useLinkToken } from '../accounts/link-token.ts';
import { LinkUnusable } from '../accounts/link-unusable.tsx';

/** By the link in a letter of news, without signing in. Nothing happens before the button: some mail programs open links by themselves. */
export function StopPage() {
  const { t } = useTranslation(['watching']);
  // Letters that went out before named it.
  const token = useLinkToken().replace(/^token=/, '');
  const stop = useAct(contract.people.stopDigest, { outdates: [contract.people.following], onSuccess: () => announce(t('watching:stop.done')) });
  return (
    <Page title={t('watching:stop.title')} lead={t('watching:stop.lead')} width="form">
      {stop.isSuccess ? (
        <>
          <Alert variant="light">{t('watching:stop.done')}</Alert>
          <p>
            <Link to="/news/following">{t('watching:stop.choose')}</Link>
          </p>
        </>
      ) : stop.error ? (
        <LinkUnusable error={stop.error} />
      ) : (
        <Button mt="md" disabled={token === ''} loading={stop.isPending} onClick={() => stop.mutate({ query: { token } })}>
          {t('watching:stop.act')}
        </Button>
      )}
      {token === '' ? <p className="soft small">{t('watching:stop.noToken')}</p> : null}
    </Page>
  );
}
