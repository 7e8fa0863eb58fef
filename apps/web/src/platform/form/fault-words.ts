import { useTranslation } from 'react-i18next';

/** Words of a field's fault: the contract's English sentence is the key; a sentence without a translation stands as it is. */
export function useFaultWords(): (sentence: string | undefined) => string | undefined {
  const { t, i18n } = useTranslation(['faults']);
  return (sentence) => {
    if (!sentence) return undefined;
    const options = { keySeparator: false, nsSeparator: false, ns: 'faults' } as const;
    // zod's own sentences ("Too small: expected …") are for programs; people get the one of the house.
    // A sentence may name a colour that would do.
    const [colour = ''] = /#[0-9a-f]{6}/.exec(sentence) ?? [];
    const key = colour === '' ? sentence : sentence.replace(colour, '{{colour}}');
    if (!i18n.exists(key, options)) return /^(Invalid|Too|Unrecognized|Expected)/.test(sentence) ? t('faults:unusable') : sentence;
    return i18n.t(key as 'unusable', { ...options, colour });
  };
}
