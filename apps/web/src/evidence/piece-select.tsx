import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { contract } from '@servanda/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';

interface PieceSelectProps {
  dossier: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  fault: string | undefined;
  change: (id: string) => void;
  withAsterisk?: boolean;
  /** The pieces added last come first, and withdrawn ones are left out. */
  isStanding?: boolean;
}

/** Chooses one piece of the library, however large it is: what is typed is sought in title, citation and originator. */
export function PieceSelect({ dossier, value, fault, change, isStanding = false, ...field }: PieceSelectProps) {
  const { t } = useTranslation(['evidence']);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const order = isStanding && !q ? { sort: 'addedAt' as const, direction: 'desc' as const } : { sort: 'title' as const, direction: 'asc' as const };
  const found = useQuery({
    ...ask(contract.evidence.list, { params: { id: dossier }, query: { q: q || undefined, limit: 30, ...order } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({ ...ask(contract.evidence.get, { params: { id: dossier, evidence: value }, query: {} }), enabled: value !== '' });
  const offered = (found.data?.items ?? []).filter(({ id, withdrawn }) => id !== value && !(isStanding && withdrawn));
  const pieces = [...(chosen.data ? [chosen.data] : []), ...offered];
  return (
    <Select
      {...field}
      clearable={!isStanding}
      searchable
      value={value || null}
      onChange={(id) => change(id ?? '')}
      searchValue={text}
      onSearchChange={setText}
      data={pieces.map(({ id, title }) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      nothingFoundMessage={found.isPending ? undefined : t('evidence:nothing')}
      error={fault}
    />
  );
}
