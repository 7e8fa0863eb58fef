import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen } from '../dossiers/as-of.ts';
import { moveStop, useKeys } from '../platform/keyboard/use-keys.ts';
import { ask } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { Pager } from '../platform/table/pager.tsx';
import { GapFilters } from './gap-filters.tsx';
import { GapTable } from './gap-table.tsx';
import { type GapsSearch, gapsOf, gapsSize, isNarrowed } from './gaps.needs.ts';

const route = getRouteApi('/inside/dossiers/$dossier/gaps');

export function GapsPage() {
  const { t } = useTranslation(['gaps']);
  const { dossier: id } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: list } = useSuspenseQuery(gapsOf(id, search));
  const { data: dossier } = useSuspenseQuery(ask(contract.dossiers.get, seen(id, search.asOf)));
  useKeys([
    { key: 'j', does: 'tables:rowKey.next', act: () => moveStop(1) },
    { key: 'k', does: 'tables:rowKey.previous', act: () => moveStop(-1) },
  ]);
  /** A changed filter begins again at the first page. */
  const filter = (part: Partial<GapsSearch>) => void navigate({ search: (now) => ({ ...now, ...part, page: undefined }), resetScroll: false });
  const narrowed = isNarrowed(search);
  return (
    <Page title={t('gaps:title')} lead={t('gaps:lead')}>
      <GapFilters search={search} byKind={list.byKind} onFilter={filter} />
      <p role="status" className="gaps-total">
        {list.total > 0 ? t('gaps:count', { count: list.total }) : t(narrowed ? 'gaps:noneOfKind' : 'gaps:none')}
      </p>
      {list.total > 0 ? (
        <GapTable
          dossier={dossier}
          gaps={list.items}
          sort={search.sort ?? 'priority'}
          direction={search.direction ?? 'asc'}
          onSort={(sort, direction) => filter({ sort, direction })}
        />
      ) : (
        <p>{t(narrowed ? 'gaps:noneOfKindText' : 'gaps:noneText')}</p>
      )}
      <Pager
        page={search.page ?? 1}
        size={gapsSize}
        total={list.total}
        onPage={(page) => void navigate({ search: (now) => ({ ...now, page: page > 1 ? page : undefined }) })}
      />
    </Page>
  );
}
