import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { contract, type Evidence } from '@servanda/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';

/** Finds a piece in the dossier's library by title, citation or originator. Withdrawn pieces cannot be cited. */
export function EvidencePicker({ dossier, onCite }: { dossier: string; onCite: (piece: Evidence) => void }) {
  const { t } = useTranslation(['assessments', 'evidence']);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    ...ask(contract.evidence.list, {
      params: { id: dossier },
      query: { q: q || undefined, limit: 30, sort: q ? 'title' : 'addedAt', direction: q ? 'asc' : 'desc' },
    }),
    placeholderData: keepPreviousData,
    // A piece added in another tab is found when one comes back.
    refetchOnWindowFocus: 'always',
  });
  const pieces = (found.data?.items ?? []).filter(({ withdrawn }) => !withdrawn);
  const describe = ({ kind, citation, originator, isOutOfDate }: Evidence) =>
    [t(`evidence:kind.${kind}`), citation, originator, isOutOfDate ? t('assessments:cite.outOfDate') : ''].filter(Boolean).join(' · ');
  const onChoose = (id: string | null) => {
    const piece = pieces.find((one) => one.id === id);
    setText('');
    if (piece) onCite(piece);
  };
  return (
    <Select
      label={t('assessments:cite.search')}
      description={t('assessments:cite.searchHint')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      value={null}
      onChange={onChoose}
      data={pieces.map(({ id, title }) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      nothingFoundMessage={found.isError ? t('assessments:cite.failed') : found.isPending ? t('assessments:cite.loading') : t('assessments:cite.nothing')}
      renderOption={({ option }) => {
        const piece = pieces.find(({ id }) => id === option.value);
        return (
          <span className="picker-option" dir="auto">
            {option.label}
            {piece ? <span className="small soft">{describe(piece)}</span> : null}
          </span>
        );
      }}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md', position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}
