import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { goTo } from './going.ts';

/** Accepts an invitation by the sign-in of the inviting organisation, without a password here. */
export function AcceptBySignOn({ token }: { token: string }) {
  const { t } = useTranslation(['factors', 'people']);
  const language = useLanguage();
  const begin = useAct(contract.people.beginSignOn, { onSuccess: ({ url }) => goTo(url) });
  return (
    <div className="accept-by-sign-on">
      <p className="entrance-or">{t('people:signIn.or')}</p>
      <p className="soft">{t('factors:signOn.accept')}</p>
      {begin.error ? <p role="alert">{wordsOf(begin.error).text}</p> : null}
      <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate({ body: { invitation: token, language } })}>
        {t('factors:signOn.through')}
      </Button>
    </div>
  );
}
