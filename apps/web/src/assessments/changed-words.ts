import type { Assessment } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

type Changes = Pick<Assessment, 'number' | 'changed'>;

/** How a judgement relates to the one before it: the first, nothing new, or the parts that changed. */
export const changeOf = ({ number, changed }: Changes): 'first' | 'unchanged' | 'changed' =>
  number === 1 ? 'first' : changed.length === 0 ? 'unchanged' : 'changed';

/** What differs from the judgement before it, in words: "Changed: verdict in law, reasons". */
export function useChangedWords() {
  const { t, i18n } = useTranslation(['assessments']);
  return (judgement: Changes): string => {
    const parts = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(judgement.changed.map((part) => t(`assessments:part.${part}`)));
    return t(`assessments:history.${changeOf(judgement)}`, { parts });
  };
}
