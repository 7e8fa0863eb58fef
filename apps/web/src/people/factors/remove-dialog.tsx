import { Button, Group, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RemoveProps {
  title: string;
  /** What follows; by default, that it no longer opens the account. */
  lead?: string;
  /** The organisation asks for one: the last stays. */
  isLast: boolean;
  isPending: boolean;
  onRemove: () => void;
  close: () => void;
}

/** Says what will no longer open the account, and what happens to other sessions. */
export function RemoveDialog({ title, lead, isLast, isPending, onRemove, close }: RemoveProps) {
  const { t } = useTranslation(['factors', 'platform']);
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <p>{isLast ? t('factors:remove.last') : (lead ?? t('factors:remove.lead'))}</p>
      <Group mt="md">
        {isLast ? null : (
          <Button color="red" loading={isPending} onClick={onRemove}>
            {t('factors:remove.act')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
