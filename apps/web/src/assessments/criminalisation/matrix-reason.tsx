import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import type { AssessValues } from '../assess-values.ts';

interface MatrixReasonProps {
  /** The service has asked for it. */
  isAsked: boolean;
  value: AssessValues;
  faults: Record<string, string>;
  change: (part: Partial<AssessValues>) => void;
}

/** Why the law complies although a mandated column of the criminalisation matrix says no; shown once it is asked for, or was said before. */
export function MatrixReason({ isAsked, value, faults, change }: MatrixReasonProps) {
  const { t } = useTranslation(['criminalisation']);
  const words = useFaultWords();
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever pressed the button at the foot is taken to what is asked.
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  if (value.law !== 'compliant' || !(isAsked || faults['matrixReason'] || value.matrixReason)) return null;
  return (
    <Textarea
      ref={field}
      classNames={{ input: 'serif' }}
      label={t('criminalisation:reasonField.label')}
      description={t('criminalisation:reasonField.hint')}
      withAsterisk
      required
      autosize
      minRows={2}
      maxRows={10}
      maxLength={2000}
      dir="auto"
      value={value.matrixReason ?? ''}
      onChange={(event) => change({ matrixReason: event.currentTarget.value })}
      error={words(faults['matrixReason'])}
    />
  );
}
