import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSessionIfAny } from '../people/session.ts';
import { FollowButton } from '../people/watching/follow-button.tsx';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { Part } from '../platform/shell/part.tsx';
import { Calendar } from './calendar.tsx';
import './states.css';

const route = getRouteApi('/states/$iso3');

/** One State: its dates, its reporting calendar with rule and source, its reservations. Public. */
export function StatePage() {
  const { t } = useTranslation(['treaties']);
  const { iso3 } = route.useParams();
  const session = useSessionIfAny();
  const { data: state } = useSuspenseQuery(ask(contract.treaties.state, { params: { iso3 } }));
  const { signedOn, depositedOn, type, isCrcParty, reservations } = state;
  return (
    <Page
      title={state.name}
      heading={<span {...english}>{state.name}</span>}
      above={<Link to="/states">{t('treaties:state.all')}</Link>}
      lead={state.isInvented ? t('treaties:states.invented') : undefined}
      acts={
        <>
          {session?.may.openDossier.allowed && state.status === 'party' ? (
            <Link to="/dossiers/open" search={{ iso3: state.iso3 }}>
              {t('treaties:state.openDossier')}
            </Link>
          ) : null}
          <FollowButton what={{ kind: 'state', iso3: state.iso3 }} of={state.name} />
        </>
      }
    >
      <Part title={t('treaties:state.dates')}>
        <dl className="facts">
          <dt>{t('treaties:state.status')}</dt>
          <dd>
            {t(`treaties:state.${state.status}`)}
            {type ? ` (${t(`treaties:state.${type}`)})` : ''}
          </dd>
          {signedOn ? (
            <>
              <dt>{t('treaties:state.signedOn')}</dt>
              <dd>{dayInWords(signedOn)}</dd>
            </>
          ) : null}
          {depositedOn ? (
            <>
              <dt>{t('treaties:state.depositedOn')}</dt>
              <dd>{dayInWords(depositedOn)}</dd>
            </>
          ) : null}
          <dt>{t('treaties:state.crc')}</dt>
          <dd>{t(isCrcParty ? 'treaties:state.yes' : 'treaties:state.no')}</dd>
          {state.note ? (
            <>
              <dt>{t('treaties:state.note')}</dt>
              <dd {...english}>{state.note}</dd>
            </>
          ) : null}
        </dl>
      </Part>
      <Part title={t('treaties:state.calendar')}>
        <Calendar calendar={state.calendar} />
      </Part>
      <Part title={t('treaties:state.reservations')}>
        {reservations.length === 0 ? <p>{t(state.hasReservationOrDeclaration ? 'treaties:state.someReservations' : 'treaties:state.noReservations')}</p> : null}
        {reservations.map(({ provision, kind, summary, source }) => (
          <blockquote key={`${provision} ${summary}`} className="reservation" {...english}>
            <p className="small soft">
              {kind} · {provision}
            </p>
            <p className="serif">{summary}</p>
            <p className="small soft">{source}</p>
          </blockquote>
        ))}
      </Part>
      <p className="small soft">{t('treaties:state.provenance', { source: state.source })}</p>
    </Page>
  );
}
