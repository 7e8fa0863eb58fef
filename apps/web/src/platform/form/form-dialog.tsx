import { Button, Group, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusKept } from '../focus-kept.ts';
import { FormAlert } from './form-alert.tsx';

interface FormDialogProps {
  title: string;
  /** What the button says that sends it; null where there is nothing to send. */
  act: string | null;
  /** The act ends or takes away something. */
  isDanger?: boolean;
  size?: 'md' | 'lg';
  error?: unknown;
  /** What is said of the error in any case; by default its own words, unless they stand beside a field. */
  alert?: string | undefined;
  isPending: boolean;
  /** The event is stopped already: the page stays. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  close: () => void;
  /** The fields. */
  children: ReactNode;
  /** What stands beneath the act and the way out. */
  below?: ReactNode;
}

/** A form in a dialog: what went wrong with it as a whole, its fields, the act and the way out. */
export function FormDialog({ title, act, isDanger, size = 'md', error, alert, isPending, onSubmit, close, children, below }: FormDialogProps) {
  const { t } = useTranslation(['platform']);
  // Whoever closes it, by the act or without, stands again where it was opened.
  const [giveFocusBack] = useState(focusKept);
  useEffect(() => giveFocusBack, [giveFocusBack]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event);
  };
  return (
    <Modal opened onClose={close} size={size} title={title} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form className="form" data-gives-focus-back onSubmit={submit} noValidate>
        <FormAlert error={error} words={alert} />
        {children}
        <Group>
          {act === null ? null : (
            <Button type="submit" color={isDanger ? 'red' : undefined} loading={isPending}>
              {act}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
        {below}
      </form>
    </Modal>
  );
}
