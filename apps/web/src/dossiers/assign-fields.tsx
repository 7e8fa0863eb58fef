import { NativeSelect } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';

/** What is chosen: an id, '' for nobody, or `keep` for what stands. */
export interface Choice {
  body: string;
  person: string;
}
export const keep = 'keep';
/** The choice as the door takes it. */
export const sentOf = ({ body, person }: Choice) => ({
  ...(body === keep ? {} : { body: body || null }),
  ...(person === keep ? {} : { person: person || null }),
});

interface AssignFieldsProps {
  value: Choice;
  onChange: (part: Partial<Choice>) => void;
  /** Many elements may stand differently: then one may be left as it is. */
  mayKeep?: boolean;
}

/** To which body and to which member elements are given. */
export function AssignFields({ value, onChange, mayKeep = false }: AssignFieldsProps) {
  const { t } = useTranslation(['organisation']);
  const bodies = (useQuery(ask(contract.people.bodies, {})).data?.items ?? []).filter(({ archivedAt, id }) => !archivedAt || id === value.body);
  const members = (useQuery(ask(contract.people.members, {})).data?.items ?? []).filter(({ status, person }) => status === 'active' || person === value.person);
  const kept = mayKeep ? [{ value: keep, label: t('organisation:assign.keep') }] : [];
  return (
    <>
      <NativeSelect
        label={t('organisation:assign.body')}
        value={value.body}
        onChange={({ currentTarget }) => onChange({ body: currentTarget.value })}
        data={[...kept, { value: '', label: t('organisation:assign.noBody') }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('organisation:assign.person')}
        value={value.person}
        onChange={({ currentTarget }) => onChange({ person: currentTarget.value })}
        data={[...kept, { value: '', label: t('organisation:assign.noPerson') }, ...members.map(({ person, name }) => ({ value: person, label: name }))]}
      />
    </>
  );
}
