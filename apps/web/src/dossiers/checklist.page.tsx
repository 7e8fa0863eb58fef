import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed, withToggled } from '../platform/address-lists.ts';
import { moveStop, useKeys } from '../platform/keyboard/use-keys.ts';
import { ask } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { seen, useAsOf } from './as-of.ts';
import { AssignBar } from './assign-bar.tsx';
import type { ChecklistSearch } from './checklist.needs.ts';
import { ChecklistFilters } from './checklist-filters.tsx';
import { obligationMatches } from './checklist-match.ts';
import { ChecklistTable } from './checklist-table.tsx';
import './checklist.css';

const route = getRouteApi('/inside/dossiers/$dossier/checklist');
const densities = ['comfortable', 'dense'] as const;

/** The 37 obligations with what stands of each; filters and unfolded rows are in the address. */
export function ChecklistPage() {
  const { t } = useTranslation(['obligations']);
  const { dossier: id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { items, total } = useSuspenseQuery(ask(contract.dossiers.obligations, seen(id, useAsOf()))).data;
  const register = useSuspenseQuery(ask(contract.obligations.list, {})).data;
  const [density, setDensity] = useLocalStorage<string>({ key: 'servanda:density', defaultValue: 'comfortable', getInitialValueInEffect: false });
  const shown = items.filter((state) =>
    obligationMatches(
      search,
      state,
      register.items.find(({ code }) => code === state.code),
    ),
  );
  const dossier = useSuspenseQuery(ask(contract.dossiers.get, seen(id, useAsOf()))).data;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (codes: readonly string[], isChosen: boolean) =>
    setChosen((now) => (isChosen ? new Set([...now, ...codes]) : new Set([...now].filter((code) => !codes.includes(code)))));
  const filter = (part: Partial<ChecklistSearch>, replace = false) => void navigate({ search: (now) => ({ ...now, ...part }), replace, resetScroll: false });
  const assess = () => {
    const code = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-code]')?.dataset['code'];
    if (code) void navigate({ to: '/dossiers/$dossier/obligations/$code', params: { dossier: id, code }, search: { assess: true } });
  };
  useKeys([
    { key: 'j', does: 'tables:rowKey.next', act: () => moveStop(1) },
    { key: 'k', does: 'tables:rowKey.previous', act: () => moveStop(-1) },
    { key: 'e', does: 'obligations:key.assess', act: assess },
  ]);
  return (
    <Page title={t('obligations:checklist.title')} lead={t('obligations:checklist.lead')}>
      <ChecklistFilters search={search} onFilter={filter} />
      <div className="checklist-head">
        <p role="status">{t('obligations:checklist.countSaid', { count: shown.length, total })}</p>
        <SegmentedControl
          className="no-print"
          aria-label={t('obligations:checklist.density.label')}
          size="xs"
          value={density}
          onChange={setDensity}
          data={densities.map((value) => ({ value, label: t(`obligations:checklist.density.${value}`) }))}
        />
      </div>
      <div data-density={density}>
        {shown.length ? (
          <ChecklistTable
            dossier={id}
            obligations={shown}
            open={listed(search.open)}
            onOpen={(code) => filter({ open: withToggled(search.open, code) }, true)}
            chosen={dossier.may.assign.allowed ? chosen : null}
            onChoose={choose}
          />
        ) : (
          <p>
            {t('obligations:checklist.nothing')} {t('obligations:checklist.nothingHint')}
          </p>
        )}
      </div>
      {chosen.size ? <AssignBar dossier={id} elements={[...chosen]} onDone={() => setChosen(new Set())} /> : null}
    </Page>
  );
}
