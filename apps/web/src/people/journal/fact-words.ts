import { RefusalCode } from '@servanda/contract';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentInWords } from '../../platform/dates.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Where the words for the values of a field stand. */
const scales: Record<string, readonly [namespace: string, key: string]> = {
  law: ['assessments', 'law'],
  practice: ['assessments', 'practice'],
  status: ['assessments', 'review'],
  kind: ['evidence', 'kind'],
  confidentiality: ['evidence', 'confidentiality'],
  role: ['people', 'role'],
};
/** A word of the catalogues if there is one, else null; for keys that are put together from facts. */
function word(namespace: string, key: string): string | null {
  for (const tongue of i18next.languages) {
    const found: unknown = i18next.getResource(tongue, namespace, key);
    if (typeof found === 'string') return found;
  }
  return null;
}

/** The facts of an entry in the reader's language: what each is called, and what it says. */
export function useFactWords(names: Readonly<Record<string, string>>) {
  const { t } = useTranslation(['journal', 'assessments', 'evidence', 'people']);
  const label = (path: readonly string[]): string => path.map((part) => word('journal', `field.${part}`) ?? part).join(' · ');
  const text = (path: readonly string[], value: unknown): string => {
    const field = path.at(-1) ?? '';
    if (value === null || value === undefined || value === '') return t('journal:value.nothing');
    if (typeof value === 'boolean') return t(`journal:value.${value ? 'true' : 'false'}`);
    if (Array.isArray(value)) return value.length ? value.map((one) => text(path, one)).join(', ') : t('journal:value.nothing');
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value);
    if (uuid.test(value)) return names[value] ?? value.slice(-12);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(value);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return momentInWords(value);
    const refusal = field === 'code' ? RefusalCode.safeParse(value) : null;
    if (refusal?.success) return i18next.t(`platform:refusals.${refusal.data}`);
    const scale = scales[field];
    return (scale ? word(scale[0], `${scale[1]}.${value}`) : null) ?? value;
  };
  return { label, text };
}
