import { Alert, Button } from '@mantine/core';
import { contract, type Leaving } from '@servanda/contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';

/** Says that the organisation is to be deleted, when, who asked, and takes it back. */
export function LeavingNotice({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation(['leaving']);
  const takeBack = useAct(contract.people.takeBackLeaving, {
    outdates: [contract.people.leaving],
    onSuccess: () => announce(t('leaving:takenBack')),
    onError: toastRefusal,
  });
  if (!leaving.asked) return null;
  const { by, at, due } = leaving.asked;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('leaving:due', { due: momentInWords(due) })} mb="lg">
      <p className="leaving-notice">{t('leaving:askedBy', { name: by.name, at: momentInWords(at) })}</p>
      <p className="leaving-notice">{t('leaving:until')}</p>
      <Allowed may={leaving.may.takeBack}>
        {(refused) => (
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate({})} {...refused}>
            {t('leaving:takeBack')}
          </Button>
        )}
      </Allowed>
    </Alert>
  );
}
