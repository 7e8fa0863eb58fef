import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type SourcesOfLeaver = 'to_successor' | 'erase' | null;
interface SourcesFieldProps {
  value: SourcesOfLeaver;
  onChange: (value: SourcesOfLeaver) => void;
  hasSuccessor: boolean;
}

/** What becomes of the sources that only the one who leaves may read. */
export function SourcesField({ value, onChange, hasSuccessor }: SourcesFieldProps) {
  const { t } = useTranslation(['sources']);
  return (
    <Radio.Group
      label={t('sources:leave.question')}
      description={t('sources:leave.hint')}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === 'erase' || chosen === 'to_successor' ? chosen : null)}
    >
      <Radio mt="xs" value="to_successor" label={t('sources:leave.to_successor')} disabled={!hasSuccessor} />
      <Radio mt="xs" value="erase" label={t('sources:leave.erase')} />
    </Radio.Group>
  );
}
