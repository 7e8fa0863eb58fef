import { Button, Checkbox, MultiSelect } from '@mantine/core';
import { contract, GapKind } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listed } from '../platform/address-lists.ts';
import { ask } from '../platform/queries.ts';
import { SearchField } from '../platform/table/search-field.tsx';
import { type ChecklistSearch, type FilterName, filterNames, lawChoices, practiceChoices } from './checklist.needs.ts';
import { useAnswerers } from './use-answerers.ts';

interface ChecklistFiltersProps {
  search: ChecklistSearch;
  onFilter: (part: Partial<ChecklistSearch>, replace?: boolean) => void;
}
type Choice = { value: string; label: string };

/** Which obligations are shown; every choice stands in the address. */
export function ChecklistFilters({ search, onFilter }: ChecklistFiltersProps) {
  const { t } = useTranslation(['obligations', 'assessments', 'gaps', 'tables', 'organisation']);
  const { items, sections } = useSuspenseQuery(ask(contract.obligations.list, {})).data;
  const articles = [...new Set(items.map(({ article }) => article))];
  const { bodies, people } = useAnswerers();
  const choose = (
    name: Exclude<FilterName, 'q' | 'mine'>,
    data: Choice[],
    label = t(`obligations:checklist.filter.${name === 'body' || name === 'owner' ? 'search' : name}`),
  ) => (
    <MultiSelect
      label={label}
      data={data}
      placeholder={search[name] ? undefined : t('tables:filters.all')}
      value={listed(search[name])}
      onChange={(values) => onFilter({ [name]: values.join(',') || undefined })}
      clearable
      clearButtonProps={{ 'aria-label': t('tables:filters.clear') }}
    />
  );
  return (
    <search className="checklist-filters no-print" aria-label={t('tables:filters.label')}>
      <SearchField label={t('obligations:checklist.filter.search')} value={search.q ?? ''} onSearch={(q) => onFilter({ q: q || undefined }, true)} />
      {choose(
        'article',
        articles.map((article) => ({ value: String(article), label: t('obligations:checklist.article', { article }) })),
      )}
      {choose(
        'section',
        sections.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
      )}
      {choose(
        'law',
        lawChoices.map((value) => ({
          value,
          label: t(
            value === 'not_assessed' ? 'assessments:notAssessed' : value === 'not_applicable' ? 'assessments:notApplicable' : `assessments:law.${value}`,
          ),
        })),
      )}
      {choose(
        'practice',
        practiceChoices.map((value) => ({
          value,
          label: t(
            value === 'not_assessed' ? 'assessments:notAssessed' : value === 'not_applicable' ? 'assessments:notApplicable' : `assessments:practice.${value}`,
          ),
        })),
      )}
      {choose(
        'gap',
        GapKind.options.map((value) => ({ value, label: t(`gaps:kind.${value}`) })),
      )}
      {choose('body', bodies, t('organisation:assign.filterBody'))}
      {choose('owner', people, t('organisation:assign.filterOwner'))}
      <Checkbox
        label={t('organisation:assign.mine')}
        checked={search.mine ?? false}
        onChange={({ currentTarget }) => onFilter({ mine: currentTarget.checked || undefined })}
      />
      {filterNames.some((name) => search[name]) ? (
        <Button variant="subtle" onClick={() => onFilter(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
          {t('tables:filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}
