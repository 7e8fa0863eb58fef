import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';

const route = getRouteApi('/inside/dossiers/$dossier/search');
/** As many as one search may name. */
const most = 20;

/** Chooses who made the pieces, one or several, among those that occur in the dossier; what is typed narrows the list. */
export function OriginatorSelect({ chosen, choose }: { chosen: readonly string[]; choose: (names: string[]) => void }) {
  const { t } = useTranslation(['search', 'tables']);
  const { dossier } = route.useParams();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const { data, isPending } = useQuery({
    ...ask(contract.evidence.originators, { params: { id: dossier }, query: { q: q || undefined, limit: 50 } }),
    placeholderData: keepPreviousData,
  });
  const offered = (data?.items ?? []).filter(({ name }) => !chosen.includes(name));
  return (
    <MultiSelect
      className="originators"
      label={t('search:filter.originator')}
      placeholder={chosen.length ? undefined : t('tables:filters.all')}
      data={[...chosen.map((name) => ({ value: name, label: name })), ...offered.map(({ name }) => ({ value: name, label: name }))]}
      value={[...chosen]}
      onChange={choose}
      maxValues={most}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage={isPending ? undefined : t('search:filter.noOriginator')}
      clearButtonProps={{ 'aria-label': t('search:filter.clearOriginator') }}
      clearable
      renderOption={({ option }) => (
        <>
          <bdi>{option.label}</bdi> <small className="soft">{data?.items.find(({ name }) => name === option.value)?.pieces}</small>
        </>
      )}
    />
  );
}
