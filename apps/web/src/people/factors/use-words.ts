import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { PasskeyRefused } from './passkey.ts';

/** Words for whatever went wrong with a proof, the browser's own refusals among them. */
export function useProofWords(): (error: unknown) => string {
  const { t } = useTranslation(['factors']);
  return (error) => (error instanceof PasskeyRefused ? t(`factors:passkey.refused.${error.why}`) : wordsOf(error).text);
}
