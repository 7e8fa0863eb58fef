import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Confidentiality, EvidenceKind, OriginatorKind } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useElements } from '../elements.ts';
import { useLanguageNames } from '../languages.ts';
import { OriginatorSelect } from './originator-select.tsx';
import type { SearchSearch } from './search.needs.ts';
import '../library.css';

type Filters = Omit<SearchSearch, 'q' | 'page'>;
interface SearchFiltersProps {
  search: SearchSearch;
  isFiltered: boolean;
  onFilter: (part: Filters) => void;
  clear: () => void;
}

/** To what the search is narrowed; every choice stands in the address. */
export function SearchFilters({ search, isFiltered, onFilter, clear }: SearchFiltersProps) {
  const { t } = useTranslation(['search', 'evidence', 'tables']);
  const { choices } = useLanguageNames();
  const { elements } = useElements();
  const all = { value: '', label: t('tables:filters.all') };
  const choose = (name: 'kind' | 'originatorKind' | 'confidentiality' | 'language' | 'element' | 'from' | 'to') => ({
    label: t(`search:filter.${name}`),
    value: search[name] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => onFilter({ [name]: event.currentTarget.value || undefined }),
  });
  const articles = [...new Set(elements.map(({ article }) => article))];
  return (
    <details className="search-filters no-print" open={isFiltered}>
      <summary>{t('tables:filters.label')}</summary>
      <div className="filters">
        <NativeSelect {...choose('kind')} data={[all, ...EvidenceKind.options.map((value) => ({ value, label: t(`evidence:kind.${value}`) }))]} />
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
          {...choose('originatorKind')}
          data={[all, ...OriginatorKind.options.map((value) => ({ value, label: t(`evidence:originatorKind.${value}`) }))]}
        />
        <OriginatorSelect chosen={search.originator ?? []} choose={(names) => onFilter({ originator: names.length ? names : undefined })} />
        <NativeSelect
          {...choose('confidentiality')}
          data={[all, ...Confidentiality.options.map((value) => ({ value, label: t(`evidence:confidentiality.${value}`) }))]}
        />
        <NativeSelect {...choose('language')} data={[all, ...choices(search.language)]} />
        <TextInput {...choose('from')} type="date" max="9999-12-31" />
        <TextInput
          {...choose('to')}
          type="date"
          max="9999-12-31"
          error={search.from && search.to && search.from > search.to ? t('search:filter.backwards') : undefined}
        />
        {isFiltered ? (
          <Button variant="subtle" onClick={clear}>
            {t('tables:filters.clear')}
          </Button>
        ) : null}
      </div>
    </details>
  );
}
