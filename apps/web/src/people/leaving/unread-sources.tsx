import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

/** For leads: sources that nobody is left to read, how many, and the only thing that can be done. Nothing where there is none. */
export function UnreadSources() {
  const { t } = useTranslation(['sources']);
  const { data } = useQuery(ask(contract.evidence.unreadSources, {}));
  const erase = useAct(contract.evidence.eraseUnreadSources, {
    outdates: [contract.evidence.unreadSources],
    onSuccess: () => {
      const done = t('sources:unread.done');
      toastDone(done);
      announce(done);
    },
    onError: toastRefusal,
  });
  if (!data?.count) return null;
  return (
    <section aria-labelledby="unread-sources">
      <h2 id="unread-sources">{t('sources:unread.title')}</h2>
      <p>{t('sources:unread.lead', { count: data.count })}</p>
      <Button color="red" variant="outline" loading={erase.isPending} onClick={() => erase.mutate({})}>
        {t('sources:unread.act')}
      </Button>
    </section>
  );
}
