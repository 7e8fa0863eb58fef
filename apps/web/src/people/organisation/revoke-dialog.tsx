import { Button, Group, Modal } from '@mantine/core';
import { type ApiKey, contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

export function RevokeDialog({ apiKey: { id, name }, close }: { apiKey: ApiKey; close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const revoke = useAct(contract.people.revokeKey, {
    outdates: [contract.people.keys],
    onSuccess: () => {
      close();
      toastDone(t('organisation:keys.revoked', { name }));
      announce(t('organisation:keys.revoked', { name }));
    },
    onError: toastRefusal,
  });
  return (
    <Modal opened onClose={close} title={t('organisation:keys.revokeTitle', { name })} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <p>{t('organisation:keys.revokeLead')}</p>
      <Group>
        <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate({ params: { key: id } })}>
          {t('organisation:keys.revokeOf', { name })}
        </Button>
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
