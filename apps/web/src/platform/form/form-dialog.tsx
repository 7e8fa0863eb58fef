import { Button, Group, Modal } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormAlert } from './form-alert.tsx';

interface FormDialogProps {
  title: string;
  /** What the button says that sends it. */
  act: string;
  error: unknown;
  isPending: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  close: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A form in a dialog: what went wrong with it as a whole, its fields, the act and the way out. */
export function FormDialog({ title, act, error, isPending, onSubmit, close, children }: FormDialogProps) {
  const { t } = useTranslation(['platform']);
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form className="form" onSubmit={onSubmit} noValidate>
        <FormAlert error={error} />
        {children}
        <Group>
          <Button type="submit" loading={isPending}>
            {act}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
