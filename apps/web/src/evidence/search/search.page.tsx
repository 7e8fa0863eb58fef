import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { moveStop, useKeys } from '../../platform/keyboard/use-keys.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Pager } from '../../platform/table/pager.tsx';
import { FoundList } from './found-list.tsx';
import { HowToAsk, NothingFound } from './nothing-found.tsx';
import { canBeAsked, foundSize, type SearchSearch, searchOf } from './search.needs.ts';
import { SearchFilters } from './search-filters.tsx';
import './search.css';

const route = getRouteApi('/inside/dossiers/$dossier/search');

/** Search in a dossier: pieces, the text inside their files, citations and the reasons of judgements. */
export function SearchPage() {
  const { t } = useTranslation(['search', 'tables']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asOf = useAsOf();
  const { kind, originatorKind, originator, confidentiality, language, element, from, to, q } = search;
  const isFiltered = Boolean(kind || originatorKind || originator || confidentiality || language || element || from || to);
  const go = (part: Partial<SearchSearch>) => void navigate({ search: (now) => ({ ...now, ...part, page: undefined }), resetScroll: false });
  const clear = () =>
    go({
      kind: undefined,
      originatorKind: undefined,
      originator: undefined,
      confidentiality: undefined,
      language: undefined,
      element: undefined,
      from: undefined,
      to: undefined,
    });
  useKeys([
    { key: 'j', does: 'search:key.next', act: () => moveStop(1) },
    { key: 'k', does: 'search:key.previous', act: () => moveStop(-1) },
  ]);
  const isTooShort = q !== undefined && !canBeAsked(q);
  return (
    <Page title={q ? t('search:titleOf', { q }) : t('search:title')} heading={t('search:title')} lead={t('search:lead')}>
      {asOf ? <p className="notice">{t('search:today')}</p> : null}
      <search aria-label={t('search:field')}>
        <form
          className="search-form no-print"
          onSubmit={(event) => {
            event.preventDefault();
            go({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() || undefined });
          }}
        >
          <TextInput
            key={q}
            name="q"
            type="search"
            label={t('search:field')}
            defaultValue={q}
            maxLength={200}
            error={isTooShort ? t('search:tooShort') : undefined}
            leftSection={<IconSearch size={17} aria-hidden />}
            dir="auto"
            data-search
            aria-keyshortcuts="/"
          />
          <Button type="submit">{t('search:act')}</Button>
        </form>
        <SearchFilters search={search} isFiltered={isFiltered} onFilter={go} clear={clear} />
      </search>
      {canBeAsked(q) ? (
        <Suspense
          fallback={
            <p role="status" className="library-count">
              {t('search:searching')}
            </p>
          }
        >
          <Found q={q} search={search} isFiltered={isFiltered} clear={clear} />
        </Suspense>
      ) : (
        <HowToAsk />
      )}
    </Page>
  );
}

function Found({ q, search, isFiltered, clear }: { q: string; search: SearchSearch; isFiltered: boolean; clear: () => void }) {
  const { t } = useTranslation(['search']);
  const { dossier } = route.useParams();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(searchOf(dossier, q, search));
  return (
    <>
      <p role="status" className="library-count">
        {data.total
          ? t(data.isMore ? 'search:countMore' : 'search:count', { count: data.total, q })
          : t(isFiltered ? 'search:noneFiltered' : 'search:none', { q })}
      </p>
      {data.total ? (
        <>
          <FoundList dossier={dossier} items={data.items} />
          <Pager
            page={search.page ?? 1}
            size={foundSize}
            total={data.total}
            onPage={(page) => void navigate({ search: (now) => ({ ...now, page: page > 1 ? page : undefined }) })}
          />
        </>
      ) : (
        <NothingFound dossier={dossier} near={data.near} isFiltered={isFiltered} clear={clear} />
      )}
    </>
  );
}
