import { type ApiKey, contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

export function RevokeDialog({ apiKey: { id, name }, close }: { apiKey: ApiKey; close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const revoke = useAct(contract.people.revokeKey, {
    outdates: [contract.people.keys],
    onSuccess: () => {
      close();
      toastDone(t('organisation:keys.revoked', { name }));
      announce(t('organisation:keys.revoked', { name }));
    },
  });
  return (
    <FormDialog
      title={t('organisation:keys.revokeTitle', { name })}
      act={t('organisation:keys.revokeOf', { name })}
      isDanger
      error={revoke.error}
      isPending={revoke.isPending}
      close={close}
      onSubmit={() => revoke.mutate({ params: { key: id } })}
    >
      <p>{t('organisation:keys.revokeLead')}</p>
    </FormDialog>
  );
}
