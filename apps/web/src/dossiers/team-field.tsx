import { MultiSelect } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';

interface TeamFieldProps {
  value: readonly string[];
  onChange: (team: string[]) => void;
  error?: string | undefined;
}

/** The members among whom the elements are dealt at the start. */
export function TeamField({ value, onChange, error }: TeamFieldProps) {
  const { t } = useTranslation(['opening', 'people']);
  const { data } = useQuery(ask(contract.people.members, {}));
  const members = (data?.items ?? []).filter(({ status, role }) => status === 'active' && role !== 'viewer');
  const one = members.length === 1 && members[0]?.isMe;
  return (
    <MultiSelect
      label={t('opening:team')}
      description={t(one ? 'opening:teamNobody' : 'opening:teamHint')}
      data={members.map(({ person, name, role }) => ({ value: person, label: `${name} (${t(`people:role.${role}`)})` }))}
      value={[...value]}
      onChange={onChange}
      maxValues={20}
      clearable
      error={error}
    />
  );
}
