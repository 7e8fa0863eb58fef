import { contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';

/** Brings a suspended organisation back. */
export function useReinstate() {
  const { t } = useTranslation(['operator']);
  return useAct(contract.people.reinstateOrganisation, {
    outdates: [contract.people.organisations],
    onSuccess: ({ name }) => {
      toastDone(t('operator:reinstated', { name }));
      announce(t('operator:reinstated', { name }));
    },
    onError: toastRefusal,
  });
}
