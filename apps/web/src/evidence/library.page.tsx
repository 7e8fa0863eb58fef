import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen } from '../dossiers/as-of.ts';
import { useIsGuest } from '../dossiers/guest.ts';
import { announce } from '../platform/announce.tsx';
import { Allowed } from '../platform/form/allowed.tsx';
import { moveStop, useKeys } from '../platform/keyboard/use-keys.ts';
import { ask } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { Pager } from '../platform/table/pager.tsx';
import { AddDrawer } from './add-drawer.tsx';
import { useElements } from './elements.ts';
import { EmptyLibrary } from './empty-library.tsx';
import { type LibrarySearch, libraryOf, librarySize } from './library.needs.ts';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryTable } from './library-table.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/evidence');

export function LibraryPage() {
  const { t } = useTranslation(['evidence', 'people', 'bulk', 'requests']);
  const { dossier } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: library } = useSuspenseQuery(libraryOf(dossier, search));
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, search.asOf))).data;
  const isGuest = useIsGuest(dossier);
  const { elementOf } = useElements();
  const { q, kind, confidentiality, language, element, state } = search;
  const isFiltered = Boolean(q || kind || confidentiality || language || element || state);
  const add = () =>
    may.addEvidence.allowed
      ? void navigate({ search: (now) => ({ ...now, add: true }) })
      : announce(t(`people:may.because.${may.addEvidence.because ?? 'role'}`));
  useKeys([
    { key: 'n', does: 'evidence:key.add', act: add },
    { key: 'j', does: 'tables:rowKey.next', act: () => moveStop(1) },
    { key: 'k', does: 'tables:rowKey.previous', act: () => moveStop(-1) },
  ]);
  /** A changed filter begins again at the first page and replaces nothing: Back undoes it. */
  const filter = (part: Partial<LibrarySearch>, replace = false) =>
    void navigate({ search: (now) => ({ ...now, ...part, page: undefined }), replace, resetScroll: false });
  return (
    <Page
      title={t('evidence:title')}
      lead={t('evidence:lead')}
      acts={
        <>
          {isGuest ? null : (
            <>
              <Button variant="default" onClick={() => void navigate({ to: '/dossiers/$dossier/requests', params: { dossier } })}>
                {t('requests:list')}
              </Button>
              <Allowed may={may.addEvidence}>
                {(refused) => (
                  <Button variant="default" onClick={() => void navigate({ to: '/dossiers/$dossier/evidence/bring-in', params: { dossier } })} {...refused}>
                    {t('bulk:act')}
                  </Button>
                )}
              </Allowed>
            </>
          )}
          <Allowed may={may.addEvidence}>
            {(refused) => (
              <Button leftSection={<IconPlus size={16} aria-hidden />} aria-keyshortcuts="n" onClick={add} {...refused}>
                {t('evidence:add.act')}
              </Button>
            )}
          </Allowed>
        </>
      }
    >
      {library.total === 0 && !isFiltered ? (
        <EmptyLibrary />
      ) : (
        <>
          <LibraryFilters search={search} isFiltered={isFiltered} onFilter={filter} />
          <p role="status" className="library-count">
            {t(isFiltered ? 'evidence:countFiltered' : 'evidence:count', { count: library.total })}
          </p>
          {library.total > 0 ? (
            <LibraryTable
              dossier={dossier}
              pieces={library.items}
              sort={search.sort ?? 'addedAt'}
              direction={search.direction}
              onSort={(sort, direction) => filter({ sort, direction })}
            />
          ) : (
            <p>{t('evidence:nothing')}</p>
          )}
          <Pager
            page={search.page ?? 1}
            size={librarySize}
            total={library.total}
            onPage={(page) => void navigate({ search: (now) => ({ ...now, page: page > 1 ? page : undefined }) })}
          />
        </>
      )}
      <AddDrawer
        opened={search.add === true && may.addEvidence.allowed}
        close={() => void navigate({ search: ({ add: _, of: __, ...now }) => now })}
        dossier={dossier}
        element={elementOf(search.of)}
      />
    </Page>
  );
}
