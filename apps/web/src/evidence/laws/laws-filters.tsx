import { NativeSelect, Switch } from '@mantine/core';
import type { Evidence } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../platform/table/search-field.tsx';
import { type LawsSearch, mainArticles } from './laws.needs.ts';
import { OnDay } from './on-day.tsx';
import '../library.css';

const articles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((article) => article !== 2 && article !== 11);

interface LawsFiltersProps {
  search: LawsSearch;
  laws: readonly Evidence[];
  /** `replace`: while one types, so that Back leads to the page before and not to the letter before. */
  onFilter: (part: Partial<LawsSearch>, replace?: boolean) => void;
}

/** Which articles, which laws, and in force on which day; every choice stands in the address. */
export function LawsFilters({ search, laws, onFilter }: LawsFiltersProps) {
  const { t } = useTranslation(['laws', 'tables']);
  const { from = mainArticles.from, to = mainArticles.to } = search;
  const onArticles = (value: string) => {
    const [first = mainArticles.from, last = mainArticles.to] = value.split('-').map(Number);
    const isMain = first === mainArticles.from && last === mainArticles.to;
    onFilter({ from: isMain ? undefined : first, to: isMain ? undefined : last });
  };
  const ofElements = (
    <>
      <NativeSelect
        label={t('laws:filter.articles')}
        value={`${from}-${to}`}
        onChange={(event) => onArticles(event.currentTarget.value)}
        data={[
          { value: '3-7', label: t('laws:filter.main') },
          { value: '1-12', label: t('laws:filter.all') },
          ...articles.map((article) => ({ value: `${article}-${article}`, label: t('laws:filter.one', { article }) })),
        ]}
      />
      <OnDay value={search.on} onChange={(on) => onFilter({ on }, true)} />
      <Switch
        className="laws-texts"
        label={t('laws:filter.texts')}
        checked={search.texts === true}
        onChange={(event) => onFilter({ texts: event.currentTarget.checked || undefined }, true)}
      />
    </>
  );
  const ofLaws = (
    <>
      <SearchField className="filters-search" label={t('laws:filter.search')} value={search.q ?? ''} onSearch={(q) => onFilter({ q: q || undefined }, true)} />
      <NativeSelect
        label={t('laws:filter.law')}
        value={search.law ?? ''}
        onChange={(event) => onFilter({ law: event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('laws:filter.allLaws') }, ...laws.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <OnDay value={search.on} onChange={(on) => onFilter({ on }, true)} />
      <NativeSelect
        label={t('laws:filter.state')}
        value={search.withdrawn ? 'withdrawn' : 'standing'}
        onChange={(event) => onFilter({ withdrawn: event.currentTarget.value === 'withdrawn' || undefined })}
        data={(['standing', 'withdrawn'] as const).map((value) => ({ value, label: t(`laws:filter.${value}`) }))}
      />
    </>
  );
  return (
    <search className="filters laws-filters no-print" aria-label={t('tables:filters.label')}>
      {search.view === 'laws' ? ofLaws : ofElements}
    </search>
  );
}
