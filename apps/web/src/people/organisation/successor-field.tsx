import { NativeSelect } from '@mantine/core';
import type { Member } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

interface SuccessorFieldProps {
  leaver: string;
  members: readonly Member[];
  value: string | null;
  onChange: (person: string | null) => void;
}

/** Who takes the elements over: an active member other than the one who leaves, or nobody yet. */
export function SuccessorField({ leaver, members, value, onChange }: SuccessorFieldProps) {
  const { t } = useTranslation(['organisation']);
  return (
    <NativeSelect
      label={t('organisation:remove.successor')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      data={[
        { value: '', label: t('organisation:remove.stays') },
        ...members
          .filter(({ person, status }) => status === 'active' && person !== leaver)
          .map(({ person, name, body }) => ({ value: person, label: body ? `${name}, ${body.name}` : name })),
      ]}
    />
  );
}
