import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';

/** For leads: sources that nobody is left to read, how many, and the only thing that can be done, asked once more. Nothing where there is none. */
export function UnreadSources() {
  const { t } = useTranslation(['sources']);
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery(ask(contract.evidence.unreadSources, {}));
  const erase = useAct(contract.evidence.eraseUnreadSources, {
    outdates: [contract.evidence.unreadSources],
    onSuccess: () => {
      setAsked(false);
      const done = t('sources:unread.done');
      toastDone(done);
      announce(done);
    },
  });
  if (!data?.count) return null;
  return (
    <Part title={t('sources:unread.title')} lead={t('sources:unread.lead', { count: data.count })}>
      <Button color="red" variant="outline" onClick={() => setAsked(true)}>
        {t('sources:unread.open')}
      </Button>
      {isAsked ? (
        <FormDialog
          title={t('sources:unread.title')}
          act={t('sources:unread.act')}
          isDanger
          error={erase.error}
          isPending={erase.isPending}
          close={() => setAsked(false)}
          onSubmit={() => erase.mutate({})}
        >
          <p>{t('sources:unread.lead', { count: data.count })}</p>
        </FormDialog>
      ) : null}
    </Part>
  );
}
