import { Alert } from '@mantine/core';
import { contract, type State, type StateSummary } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { PublishedOn } from './published-on.tsx';

const dates = ({ entryIntoForce, initialReport }: State['calendar']) =>
  [
    { name: 'entered' as const, on: entryIntoForce.on },
    { name: 'due' as const, on: initialReport.on },
  ].flatMap(({ name, on }) => (on ? [{ name, on }] : []));

/** What a dossier on the chosen State begins with: its calendar and what is published; or why none can be opened, and what can be done. */
export function StateAhead({ state }: { state: StateSummary }) {
  const { t } = useTranslation(['opening']);
  const isParty = state.status === 'party';
  const { data } = useQuery({ ...ask(contract.treaties.state, { params: { iso3: state.iso3 } }), enabled: isParty });
  if (!isParty)
    return (
      <Alert id="not-a-party" color="red" variant="light" role="status">
        <b>{t('opening:notAParty', { state: state.name })}</b> {t('opening:notAPartyWhatNow', { state: state.name })}{' '}
        <Link to="/states/$iso3" params={{ iso3: state.iso3 }}>
          {t('opening:seeState', { state: state.name })}
        </Link>
      </Alert>
    );
  return (
    <section className="state-ahead" aria-label={t('opening:ahead', { state: state.name })}>
      <h2>
        {t('opening:ahead', { state: '' })}
        <span {...english}>{state.name}</span>
      </h2>
      {data ? (
        <ul className="state-dates">
          {dates(data.calendar).map(({ name, on }) => (
            <li key={name}>{t(`opening:${name}`, { day: dayInWords(on) })}</li>
          ))}
        </ul>
      ) : null}
      <PublishedOn iso3={state.iso3} stateName={state.name} />
    </section>
  );
}
