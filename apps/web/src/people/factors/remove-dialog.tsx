import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../platform/form/form-dialog.tsx';

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
    <FormDialog title={title} act={isLast ? null : t('factors:remove.act')} isDanger isPending={isPending} close={close} onSubmit={onRemove}>
      <p>{isLast ? t('factors:remove.last') : (lead ?? t('factors:remove.lead'))}</p>
    </FormDialog>
  );
}
