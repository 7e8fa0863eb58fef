import { Button, type ButtonProps, Group, Textarea } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import './evidence-form.css';

interface ReasonFormProps {
  /** What it is about: what will be gone, and what stays. */
  children: ReactNode;
  label: string;
  hint?: string;
  reason: string;
  change: (reason: string) => void;
  faults: Record<string, string>;
  /** What is asked for beside the reason. */
  also?: ReactNode;
  error: Error | null;
  act: string;
  color?: ButtonProps['color'];
  isPending: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  close: () => void;
}

/** The form of an act that cannot be undone: what it does, the reason for it, the act and the way out. */
export function ReasonForm({ children, label, hint, reason, change, faults, also, error, act, color, isPending, onSubmit, close }: ReasonFormProps) {
  const { t } = useTranslation(['platform']);
  const fault = useFaultWords();
  return (
    <form className="evidence-form" noValidate onSubmit={onSubmit}>
      <div>{children}</div>
      <Textarea
        label={label}
        description={hint}
        value={reason}
        onChange={(event) => change(event.currentTarget.value)}
        error={fault(faults['reason'])}
        maxLength={1000}
        autosize
        minRows={2}
        withAsterisk
        data-autofocus
      />
      {also}
      <RefusalNotice error={faults['reason'] ? null : error} />
      <Group>
        <Button type="submit" color={color} loading={isPending}>
          {act}
        </Button>
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </form>
  );
}
