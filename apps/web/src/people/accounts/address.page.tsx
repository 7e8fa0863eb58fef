import { Alert, Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { useLinkToken } from './link-token.ts';
import { LinkUnusable } from './link-unusable.tsx';

const route = getRouteApi('/address/$act');

/** By a link in a letter: the new address is confirmed, or the change is stopped. Nothing happens before the button: some mail programs open links by themselves. */
export function AddressPage() {
  const { t } = useTranslation(['accounts']);
  const act = route.useParams().act === 'stop' ? 'stop' : 'confirm';
  const token = useLinkToken();
  const door = act === 'stop' ? contract.people.stopAddress : contract.people.confirmAddress;
  const follow = useAct(door, {
    outdates: [contract.people.whoAmI],
    onSuccess: ({ email }) => announce(t(`accounts:${act}Address.done`, { email })),
  });
  return (
    <Page title={t(`accounts:${act}Address.title`)} lead={t(`accounts:${act}Address.lead`)} width="form">
      {follow.isSuccess ? (
        <>
          <Alert variant="light">{t(`accounts:${act}Address.done`, { email: follow.data.email })}</Alert>
          <p>{act === 'stop' ? <Link to="/reset">{t('accounts:reset.title')}</Link> : <Link to="/account">{t('accounts:toAccount')}</Link>}</p>
        </>
      ) : (
        <>
          {follow.error ? (
            <LinkUnusable error={follow.error} />
          ) : (
            <Button mt="md" disabled={token === ''} loading={follow.isPending} onClick={() => follow.mutate({ body: { token } })}>
              {t(`accounts:${act}Address.act`)}
            </Button>
          )}
          {token === '' ? <p className="soft small">{t('accounts:noToken')}</p> : null}
        </>
      )}
    </Page>
  );
}
