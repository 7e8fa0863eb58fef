import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { differing, type EvidenceDraft } from './evidence-draft.ts';
import { useFieldWords } from './field-words.ts';
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
