import { useTranslation } from 'react-i18next';
import './history.css';
import { JudgementEntry } from './judgement-entry.tsx';
import type { Chosen } from './use-chosen.ts';

/** Every judgement on the element as a time line, newest first; nothing in it is ever altered. */
export function History({ chosen: { dossier, element, history, judgements } }: { chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const older = judgements - history.length;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('assessments:history.title')}</h2>
      {history.length === 0 ? (
        <p className="soft">{t('assessments:history.none')}</p>
      ) : (
        <ol className="time-line" aria-label={t('assessments:history.label')}>
          {history.map((judgement) => (
            <li key={judgement.id} data-status={judgement.status} data-standing={judgement.isStanding ? '' : undefined}>
              <JudgementEntry dossier={dossier} judgement={judgement} element={element} />
            </li>
          ))}
        </ol>
      )}
      {older > 0 ? <p className="small soft">{t('assessments:history.older', { count: older })}</p> : null}
    </section>
  );
}
