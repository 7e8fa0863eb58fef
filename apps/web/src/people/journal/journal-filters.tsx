import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ActGroup, contract, JournalAct, journalActs } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { SearchField } from '../../platform/table/search-field.tsx';
import { JournalSearch } from './journal.needs.ts';

interface JournalFiltersProps {
  search: JournalSearch;
  isFiltered: boolean;
  /** `replace`: while one types, so that Back leads to the page before and not to the letter before. */
  onFilter: (part: Partial<JournalSearch>, replace?: boolean) => void;
}

/** A short name of an act in the list: its sentence without the things it would name. */
const shortly = (sentence: string) => sentence.replace(/\s*[“«„]?\s*…\s*[”»“]?\s*/g, ' … ').trim();

/** Which entries are shown; every choice stands in the address. */
export function JournalFilters({ search, isFiltered, onFilter }: JournalFiltersProps) {
  const { t } = useTranslation(['journal', 'tables']);
  const { data: members } = useSuspenseQuery(ask(contract.people.members, {}));
  const { data: dossiers } = useSuspenseQuery(ask(contract.dossiers.list, { query: {} }));
  const all = { value: '', label: t('tables:filters.all') };
  const gap = t('journal:unnamed');
  const people = members.items.map(({ person, name }) => ({ value: person, label: name }));
  // Somebody who has gone stays a choice while he or she is the one chosen.
  if (search.person && !people.some(({ value }) => value === search.person)) people.push({ value: search.person, label: t('journal:gone') });
  const acts = JournalAct.options.filter((act) => !search.group || journalActs[act] === search.group);
  const groups = ActGroup.options.filter((group) => !search.group || group === search.group);
  return (
    <search className="journal-filters no-print" aria-label={t('tables:filters.label')}>
      <SearchField
        className="journal-search"
        label={t('journal:filter.search')}
        value={search.q ?? ''}
        onSearch={(q) => onFilter({ q: q || undefined }, true)}
      />
      <NativeSelect
        label={t('journal:filter.group')}
        value={search.group ?? ''}
        onChange={(event) => onFilter({ group: ActGroup.safeParse(event.currentTarget.value).data, act: undefined })}
        data={[all, ...ActGroup.options.map((value) => ({ value, label: t(`journal:group.${value}`) }))]}
      />
      <NativeSelect
        label={t('journal:filter.act')}
        value={search.act ?? ''}
        onChange={(event) => onFilter({ act: JournalAct.safeParse(event.currentTarget.value).data })}
        data={[
          all,
          ...groups.map((group) => ({
            group: t(`journal:group.${group}`),
            items: acts
              .filter((act) => journalActs[act] === group)
              .map((value) => ({ value, label: shortly(t(`journal:acts.${value}`, { title: gap, element: gap, number: gap, format: gap, door: gap })) })),
          })),
        ]}
      />
      <NativeSelect
        label={t('journal:filter.person')}
        value={search.person ?? ''}
        onChange={(event) => onFilter({ person: event.currentTarget.value || undefined })}
        data={[all, ...people]}
      />
      {dossiers.items.length > 0 ? (
        <NativeSelect
          label={t('journal:filter.dossier')}
          value={search.dossier ?? ''}
          onChange={(event) => onFilter({ dossier: event.currentTarget.value || undefined })}
          data={[all, ...dossiers.items.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      ) : null}
      {dossiers.items.length > 0 ? <SearchedElement value={search.element} onElement={(element) => onFilter({ element })} /> : null}
      <TextInput
        type="date"
        label={t('journal:filter.from')}
        value={search.from ?? ''}
        onChange={(event) => onFilter({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('journal:filter.to')}
        value={search.to ?? ''}
        onChange={(event) => onFilter({ to: event.currentTarget.value || undefined })}
      />
      {isFiltered ? (
        <Button variant="subtle" onClick={() => onFilter(Object.fromEntries(Object.keys(JournalSearch.shape).map((name) => [name, undefined])))}>
          {t('tables:filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}

function SearchedElement({ value, onElement }: { value: string | undefined; onElement: (code: string | undefined) => void }) {
  const { t } = useTranslation(['journal', 'tables']);
  const { data } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const elements = data.items.flatMap((obligation) => obligation.elements);
  return (
    <NativeSelect
      label={t('journal:filter.element')}
      value={value ?? ''}
      onChange={(event) => onElement(event.currentTarget.value || undefined)}
      data={[{ value: '', label: t('tables:filters.all') }, ...elements.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))]}
    />
  );
}
