import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { onConfirmed } from './going.ts';

/** Proves who one is by the organisation's own sign-in, in a tab of its own: the act waits here, with what was typed. */
export function ConfirmElsewhere({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['factors']);
  useEffect(() => onConfirmed(onDone), [onDone]);
  const begin = useAct(contract.people.confirmBySignOn, { onSuccess: ({ url }) => void globalThis.open(url, '_blank', 'noopener') });
  return (
    <>
      {begin.error ? <p role="alert">{wordsOf(begin.error).text}</p> : null}
      <Button fullWidth loading={begin.isPending} onClick={() => begin.mutate({})}>
        {t('factors:signOn.through')}
      </Button>
      <p className="soft small">{t('factors:signOn.newTab')}</p>
    </>
  );
}
