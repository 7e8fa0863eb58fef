import { useTranslation } from 'react-i18next';

/** Words of a field's fault: the contract's English sentence is the key; a sentence without a translation stands as it is. */
export function useFaultWords(): (sentence: string | undefined) => string | undefined {
  const { t, i18n } = useTranslation(['faults']);
  return (sentence) => {
    if (!sentence) return undefined;
    const options = { keySeparator: false, nsSeparator: false, ns: 'faults' } as const;
    // zod's own sentences ("Too small: expected …") are for programs; people get the one of the house.
    if (!i18n.exists(sentence, options)) return /^(Invalid|Too|Unrecognized|Expected)/.test(sentence) ? t('faults:unusable') : sentence;
    return i18n.t(sentence as 'unusable', options);
  };
}
