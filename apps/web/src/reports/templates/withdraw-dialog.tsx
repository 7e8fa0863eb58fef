import { contract, type ReportTemplate } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

/** Takes a template out of use; what was made with it stays. */
export function WithdrawDialog({ template: { id, name }, close }: { template: ReportTemplate; close: () => void }) {
  const { t } = useTranslation(['templates']);
  const withdraw = useAct(contract.reports.withdrawTemplate, {
    outdates: [contract.reports.templates],
    onSuccess: () => {
      close();
      toastDone(t('templates:withdrawn', { name }));
      announce(t('templates:withdrawn', { name }));
    },
  });
  return (
    <FormDialog
      title={t('templates:withdrawOf', { name })}
      act={t('templates:withdraw')}
      isDanger
      error={withdraw.error}
      isPending={withdraw.isPending}
      close={close}
      onSubmit={() => withdraw.mutate({ params: { template: id } })}
    >
      <p>{t('templates:withdrawLead')}</p>
    </FormDialog>
  );
}
