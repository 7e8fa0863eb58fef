import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import type { DraftField, EvidenceDraft } from './evidence-draft.ts';
import { useLanguageNames } from './languages.ts';

/** A field's value as a reader would say it. */
export function useFieldWords() {
  const { t } = useTranslation(['evidence']);
  const { nameOf } = useLanguageNames();
  return (field: DraftField, draft: EvidenceDraft): string => {
    const value = draft[field];
    if (value === '') return t('evidence:stale.nothing');
    if (field === 'kind' && draft.kind) return t(`evidence:kind.${draft.kind}`);
    if (field === 'originatorKind' && draft.originatorKind) return t(`evidence:originatorKind.${draft.originatorKind}`);
    if (field === 'method' && draft.method) return t(`evidence:method.${draft.method}`);
    if (field === 'coversWholeTerritory' && draft.coversWholeTerritory) return t(`evidence:whole.${draft.coversWholeTerritory}`);
    if (field === 'confidentiality') return t(`evidence:confidentiality.${draft.confidentiality}`);
    if (field === 'language') return nameOf(value);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value;
  };
}
