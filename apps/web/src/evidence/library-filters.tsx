import { Button, NativeSelect } from '@mantine/core';
import { Confidentiality, EvidenceKind } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../platform/table/search-field.tsx';
import { useElements } from './elements.ts';
import { useLanguageNames } from './languages.ts';
import { type LibrarySearch, libraryStates } from './library.needs.ts';
import './library.css';

interface LibraryFiltersProps {
  search: LibrarySearch;
  isFiltered: boolean;
  /** `replace`: while one types, so that Back leads to the page before and not to the letter before. */
  onFilter: (part: Partial<LibrarySearch>, replace?: boolean) => void;
}

/** What of the library is shown; every choice stands in the address. */
export function LibraryFilters({ search, isFiltered, onFilter }: LibraryFiltersProps) {
  const { t } = useTranslation(['evidence', 'tables']);
  const { choices } = useLanguageNames();
  const { elements } = useElements();
  // A phone shows the field alone, until more is asked for or something is filtered.
  const [isOpen, setOpen] = useState(isFiltered);
  const all = { value: '', label: t('tables:filters.all') };
  const choose = (name: 'kind' | 'confidentiality' | 'language' | 'element') => ({
    label: t(`evidence:filter.${name}`),
    value: search[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => onFilter({ [name]: event.currentTarget.value || undefined }),
  });
  const articles = [...new Set(elements.map(({ article }) => article))];
  return (
    <search className="filters library-filters no-print" data-open={isOpen || undefined} aria-label={t('tables:filters.label')}>
      <SearchField
        className="filters-search"
        label={t('evidence:filter.search')}
        value={search.q ?? ''}
        onSearch={(q) => onFilter({ q: q || undefined }, true)}
      />
      <Button variant="default" className="filters-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('tables:filters.more')}
      </Button>
      <NativeSelect {...choose('kind')} data={[all, ...EvidenceKind.options.map((value) => ({ value, label: t(`evidence:kind.${value}`) }))]} />
      <NativeSelect
        label={t('evidence:filter.state')}
        value={search.state ?? ''}
        onChange={(event) => onFilter({ state: libraryStates.find((one) => one === event.currentTarget.value) })}
        data={[all, ...libraryStates.map((value) => ({ value, label: t(`evidence:state.${value}`) }))]}
      />
      <NativeSelect
        {...choose('element')}
        data={[
          all,
          ...articles.map((article) => ({
            group: t('evidence:filter.article', { article }),
            items: elements.filter((one) => one.article === article).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
          })),
        ]}
      />
      <NativeSelect
        {...choose('confidentiality')}
        data={[all, ...Confidentiality.options.map((value) => ({ value, label: t(`evidence:confidentiality.${value}`) }))]}
      />
      <NativeSelect {...choose('language')} data={[all, ...choices(search.language)]} />
      {isFiltered ? (
        <Button
          variant="subtle"
          onClick={() => onFilter({ q: undefined, kind: undefined, confidentiality: undefined, language: undefined, element: undefined, state: undefined })}
        >
          {t('tables:filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}
