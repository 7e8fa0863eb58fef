import { Button, SegmentedControl } from '@mantine/core';
import { contract } from '@servanda/contract';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { moveStop, useKeys } from '../../platform/keyboard/use-keys.ts';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { AddProvision } from './add-provision.tsx';
import { CorrelationView } from './correlation-view.tsx';
import { EmptyLaws } from './empty-laws.tsx';
import { type LawsSearch, lawsOf } from './laws.needs.ts';
import { LawsFilters } from './laws-filters.tsx';
import { LawsView } from './laws-view.tsx';
import { ProvisionActs } from './provision-acts.tsx';
import './laws.css';

const route = getRouteApi('/inside/dossiers/$dossier/laws');

/** The transposition table: national provisions by element of the treaty, made to be printed, and by law, where they are written. */
export function LawsPage() {
  const { t } = useTranslation(['laws', 'people']);
  const { dossier } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, asOf))).data;
  const laws = useSuspenseQuery(lawsOf(dossier, asOf)).data.items;
  const isEmpty = laws.length === 0;
  const change = (part: Partial<LawsSearch>, replace = false) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...part }), replace, resetScroll: false });
  const enter = (part: Partial<LawsSearch> = {}) =>
    may.addEvidence.allowed ? change({ ...part, add: true }) : announce(t(`people:may.because.${may.addEvidence.because ?? 'role'}`));
  useKeys([
    { key: 'n', does: 'laws:key.add', act: () => enter() },
    { key: 'j', does: 'tables:rowKey.next', act: () => moveStop(1) },
    { key: 'k', does: 'tables:rowKey.previous', act: () => moveStop(-1) },
  ]);
  return (
    <Page
      title={t('laws:title')}
      lead={t('laws:lead')}
      acts={
        <Allowed may={may.addEvidence}>
          {(refused) => (
            <Button leftSection={<IconPlus size={16} aria-hidden />} aria-keyshortcuts="n" onClick={() => enter()} {...refused}>
              {t('laws:act.enter')}
            </Button>
          )}
        </Allowed>
      }
    >
      {isEmpty ? (
        <EmptyLaws dossier={dossier} may={may.addEvidence} />
      ) : (
        <>
          <SegmentedControl
            className="no-print"
            aria-label={t('laws:view.label')}
            value={search.view ?? 'elements'}
            onChange={(view) => change({ view: view === 'laws' ? 'laws' : undefined, q: undefined, law: undefined, withdrawn: undefined })}
            data={(['elements', 'laws'] as const).map((value) => ({ value, label: t(`laws:view.${value}`) }))}
          />
          <LawsFilters search={search} laws={laws} onFilter={change} />
          {search.view === 'laws' ? (
            <LawsView dossier={dossier} laws={laws} may={may.addEvidence} enter={enter} change={change} />
          ) : (
            <CorrelationView dossier={dossier} may={may} enter={enter} />
          )}
        </>
      )}
      <AddProvision
        opened={search.add === true && may.addEvidence.allowed && !isEmpty}
        close={() => change({ add: undefined, of: undefined })}
        dossier={dossier}
        laws={laws}
      />
      <ProvisionActs dossier={dossier} laws={laws} close={() => change({ provision: undefined, act: undefined })} />
    </Page>
  );
}
