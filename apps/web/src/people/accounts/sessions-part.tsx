import { Badge, Button } from '@mantine/core';
import { contract, type OpenSession, sessionLimits } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { distanceInWords, momentInWords } from '../../platform/dates.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

/** Where one is signed in; each session can be ended, or all but this one. */
export function SessionsPart() {
  const { t } = useTranslation(['accounts']);
  const { data } = useSuspenseQuery(ask(contract.people.sessions, {}));
  const done = (words: string) => () => {
    toastDone(words);
    announce(words);
  };
  const endOne = useAct(contract.people.endSession, {
    outdates: [contract.people.sessions],
    onSuccess: done(t('accounts:sessions.endedOne')),
    onError: toastRefusal,
  });
  const endOthers = useAct(contract.people.endOtherSessions, {
    outdates: [contract.people.sessions],
    onSuccess: done(t('accounts:sessions.endedOthers')),
    onError: toastRefusal,
  });
  const others = data.items.length - 1;
  return (
    <Part
      id="sessions"
      title={t('accounts:sessions.title')}
      lead={t('accounts:sessions.lead', { minutes: sessionLimits.idleMinutes, hours: sessionLimits.hours })}
    >
      <ul className="session-list">
        {data.items.map((session) => (
          <li key={session.id}>
            <SessionWords session={session} />
            {session.isThis ? null : (
              <Button
                variant="default"
                size="xs"
                loading={endOne.isPending && endOne.variables.params.id === session.id}
                onClick={() => endOne.mutate({ params: { id: session.id } })}
              >
                {t('accounts:sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          {t('accounts:sessions.endOthers', { count: others })}
        </Button>
      ) : (
        <p className="soft small">{t('accounts:sessions.only')}</p>
      )}
    </Part>
  );
}

function SessionWords({ session }: { session: OpenSession }) {
  const { t } = useTranslation(['accounts']);
  const { browser, system, form } = session;
  const device = browser && system ? t('accounts:sessions.device', { browser, system }) : (browser ?? system ?? t(`accounts:sessions.form.${form}`));
  return (
    <div>
      <p>
        <strong>{device}</strong> {session.isThis ? <Badge variant="light">{t('accounts:sessions.this')}</Badge> : null}
      </p>
      <p className="soft small">
        {t('accounts:sessions.used', { when: distanceInWords(session.lastSeenAt) })} ·{' '}
        {t('accounts:sessions.since', { since: momentInWords(session.signedInAt), organisation: session.organisation })}
      </p>
    </div>
  );
}
