import { LawVerdict, PracticeVerdict } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProofMark } from '../platform/marks/proof-mark.tsx';
import { Verdict } from '../platform/marks/verdict.tsx';
import './reports.css';

const proofs = ['claimed', 'evidenced', 'verified'] as const;

/** What the words of the report mean: the three strengths of proof and the two scales, beside what it holds. */
export function ReportScales({ contents }: { contents: ReactNode }) {
  const { t } = useTranslation(['reports', 'assessments']);
  return (
    <div className="report report-meaning">
      <section aria-labelledby="words">
        <h2 id="words">{t('reports:words.title')}</h2>
        <dl className="terms">
          {proofs.map((proof) => (
            <div key={proof}>
              <dt>
                <ProofMark proof={proof} silent /> {t(`assessments:proof.${proof}`)}
              </dt>
              <dd>{t(`reports:words.${proof}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('reports:words.nested')}</p>
      </section>
      <section aria-labelledby="scales">
        <h2 id="scales">{t('reports:scale.title')}</h2>
        <p>{t('reports:scale.law.lead')}</p>
        <dl className="terms">
          {LawVerdict.options.map((verdict) => (
            <div key={verdict}>
              <dt>
                <Verdict lane="law" verdict={verdict} />
              </dt>
              <dd>{t(`reports:scale.law.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('reports:scale.practice.lead')}</p>
        <dl className="terms">
          {PracticeVerdict.options.map((verdict) => (
            <div key={verdict}>
              <dt>
                <Verdict lane="practice" verdict={verdict} />
              </dt>
              <dd>{t(`reports:scale.practice.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {contents}
    </div>
  );
}
