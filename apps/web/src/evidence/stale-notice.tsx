import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { type DraftField, differing, type EvidenceDraft } from './evidence-draft.ts';
import { useLanguageNames } from './languages.ts';
import './stale-notice.css';

interface StaleNoticeProps {
  theirs: EvidenceDraft;
  yours: EvidenceDraft;
  change: (part: Partial<EvidenceDraft>) => void;
}

/** Two revisions of one piece, side by side where they differ. Nothing typed is lost; the writer decides. */
export function StaleNotice({ theirs, yours, change }: StaleNoticeProps) {
  const { t } = useTranslation(['evidence']);
  const words = useFieldWords();
  const fields = differing(theirs, yours);
  return (
    <section className="notice stale" aria-label={t('evidence:stale.title')} tabIndex={-1}>
      <p>
        <strong>{t('evidence:stale.title')}</strong>
      </p>
      <p>{t(fields.length > 0 ? 'evidence:stale.text' : 'evidence:stale.same')}</p>
      {fields.map((field) => (
        <div key={field} className="stale-field">
          <h3>{t(`evidence:field.${field}`)}</h3>
          <dl>
            <div>
              <dt>{t('evidence:stale.theirs')}</dt>
              <dd>
                <bdi>{words(field, theirs)}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t('evidence:stale.yours')}</dt>
              <dd>
                <bdi>{words(field, yours)}</bdi>
              </dd>
            </div>
          </dl>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('evidence:stale.takeOf', { field: t(`evidence:field.${field}`) })}
            onClick={() => change({ [field]: theirs[field] })}
          >
            {t('evidence:stale.take')}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** A field's value as a reader would say it. */
function useFieldWords() {
  const { t } = useTranslation(['evidence']);
  const { nameOf } = useLanguageNames();
  return (field: DraftField, draft: EvidenceDraft): string => {
    const value = draft[field];
    if (value === '') return t('evidence:stale.nothing');
    if (field === 'kind' && draft.kind !== '') return t(`evidence:kind.${draft.kind}`);
    if (field === 'confidentiality') return t(`evidence:confidentiality.${draft.confidentiality}`);
    if (field === 'language') return nameOf(value);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : value;
  };
}
