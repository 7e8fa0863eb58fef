import { SegmentedControl, TextInput } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { SortHead } from '../platform/table/sort-head.tsx';
import { statesFor } from './states.rules.ts';
import { type StatesSearch, stateColumns } from './treaties.needs.ts';
import './states.css';

const route = getRouteApi('/states');
const statuses = ['all', 'party', 'signatory'] as const;

/** Every State that has ratified, acceded or signed: search, sort, open. Public. */
export function StatesPage() {
  const { t } = useTranslation(['treaties']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(ask(contract.treaties.states, {}));
  const change = (part: Partial<StatesSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const shown = statesFor(data.items, search);
  const parties = data.items.filter(({ status }) => status === 'party').length;
  return (
    <Page title={t('treaties:states.title')} lead={t('treaties:states.lead', { count: data.total, parties, signatories: data.total - parties })}>
      <search className="states-search no-print">
        <TextInput
          data-search
          type="search"
          aria-label={t('treaties:states.search')}
          placeholder={t('treaties:states.search')}
          value={search.q ?? ''}
          onChange={({ currentTarget }) => change({ q: currentTarget.value || undefined })}
          rightSection={<kbd aria-hidden>/</kbd>}
        />
        <SegmentedControl
          size="sm"
          aria-label={t('treaties:state.status')}
          value={search.status ?? 'all'}
          onChange={(value) => change({ status: value === 'party' || value === 'signatory' ? value : undefined })}
          data={statuses.map((value) => ({ value, label: t(`treaties:states.status.${value}`) }))}
        />
        <p role="status" className="soft">
          {t('treaties:states.shown', { count: shown.length })}
        </p>
      </search>
      {shown.length === 0 ? (
        <p>
          {t('treaties:states.nothing')} <Link to="/states">{t('treaties:states.clear')}</Link>
        </p>
      ) : (
        <table className="record record-stacks">
          <thead>
            <tr>
              {stateColumns.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  sort={search.sort ?? 'name'}
                  direction={search.direction ?? 'asc'}
                  onSort={(sort, direction) => change({ sort: sort === 'name' ? undefined : sort, direction: direction === 'asc' ? undefined : direction })}
                >
                  {t(`treaties:states.${column}`)}
                </SortHead>
              ))}
              <th scope="col">{t('treaties:states.reservation')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((state) => (
              <tr key={state.iso3}>
                <th scope="row">
                  <Link to="/states/$iso3" params={{ iso3: state.iso3 }} preload={false} {...english}>
                    {state.name}
                  </Link>{' '}
                  <span className="small soft">
                    {state.iso3}
                    {state.isInvented ? ` · ${t('treaties:states.invented')}` : ''}
                  </span>
                </th>
                <td data-label={t('treaties:states.depositedOn')}>
                  {state.type && state.depositedOn ? (
                    <>
                      {dayInWords(state.depositedOn)} <span className="small soft">{t(`treaties:state.${state.type}`)}</span>
                    </>
                  ) : (
                    <span className="soft">{t(`treaties:state.${state.type ?? state.status}`)}</span>
                  )}
                </td>
                <Day label={t('treaties:states.entryIntoForceOn')} day={state.entryIntoForceOn} />
                <Day label={t('treaties:states.initialReportDueOn')} day={state.initialReportDueOn} />
                <td data-label={state.hasReservationOrDeclaration ? t('treaties:states.reservation') : undefined}>
                  {state.hasReservationOrDeclaration ? t('treaties:states.hasReservation') : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}

function Day({ label, day }: { label: string; day: string | null }) {
  return <td data-label={day ? label : undefined}>{day ? dayInWords(day) : null}</td>;
}
