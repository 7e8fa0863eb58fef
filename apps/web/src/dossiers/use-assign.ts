import { contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { useAct } from '../platform/queries.ts';
import { toastDone, toastRefusal } from '../platform/toasts.tsx';

/** Gives elements, says how many, and has everything read anew that shows who answers for them. */
export function useAssign(onDone: () => void) {
  const { t } = useTranslation(['organisation']);
  return useAct(contract.dossiers.assign, {
    outdates: [contract.dossiers.obligations, contract.gaps.list, contract.dossiers.assignments, contract.assessments.history, contract.reports.brief],
    onSuccess: ({ changed }) => {
      onDone();
      const words = t('organisation:assign.done', { count: changed.length });
      toastDone(words);
      announce(words);
    },
    onError: toastRefusal,
  });
}
