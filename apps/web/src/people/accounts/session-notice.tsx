import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heardAt } from '../../platform/heard.ts';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { sessionQuery, useSessionIfAny } from '../session.ts';
import { type Ending, endingOf } from './session-end.ts';
import './accounts.css';

/** Over every page: the session is about to end, and one touch goes on. What is typed stays on this device in any case. */
export function SessionNotice() {
  const { t } = useTranslation(['people']);
  const session = useSessionIfAny();
  const client = useQueryClient();
  const router = useRouter();
  const [ending, setEnding] = useState<Ending>(null);
  const stay = useAct(contract.people.whoAmI, { onSuccess: () => setEnding(null), onError: toastRefusal });
  useEffect(() => {
    if (!session) return setEnding(null);
    const look = () => {
      const next = endingOf(session, heardAt(), Date.now());
      setEnding((was) => (was?.why === next?.why && was?.minutes === next?.minutes ? was : next));
      // The server says whether it is over: its clock counts, not this one.
      if (next?.isOver) void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(() => router.invalidate());
    };
    look();
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [session, client, router]);
  if (!session || !ending || ending.isOver) return null;
  return (
    <div className="session-notice no-print" role="alert">
      <p>{t(`people:ending.${ending.why}`, { count: ending.minutes })}</p>
      {ending.why === 'idle' ? (
        <Button size="xs" loading={stay.isPending} onClick={() => stay.mutate({})}>
          {t('people:ending.stay')}
        </Button>
      ) : null}
    </div>
  );
}
