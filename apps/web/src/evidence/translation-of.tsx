import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';

const route = getRouteApi('/inside/dossiers/$dossier');

/** Chooses the piece of the same dossier that this one translates. */
export function TranslationOf({ value, fault, change }: { value: string; fault: string | undefined; change: (id: string) => void }) {
  const { t } = useTranslation(['evidence']);
  const { dossier } = route.useParams();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    ...ask(contract.evidence.list, { params: { id: dossier }, query: { q: q || undefined, limit: 30, sort: 'title', direction: 'asc' } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({ ...ask(contract.evidence.get, { params: { id: dossier, evidence: value }, query: {} }), enabled: value !== '' });
  const pieces = [...(chosen.data ? [chosen.data] : []), ...(found.data?.items ?? []).filter(({ id }) => id !== value)];
  return (
    <Select
      label={t('evidence:field.translationOf')}
      placeholder={t('evidence:noTranslation')}
      clearable
      searchable
      value={value || null}
      onChange={(id) => change(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      data={pieces.map(({ id, title }) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      error={fault}
    />
  );
}
