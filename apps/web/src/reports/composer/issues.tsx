import { contract, type WorkingReport } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import { momentAsDay } from '../../platform/dates.ts';

/** The numbered issues, newest first, each with the beginning of its hash and its file. */
export function Issues({ dossier, report }: { dossier: string; report: WorkingReport }) {
  const { t } = useTranslation(['composer']);
  return (
    <section aria-labelledby="issues" className="issues">
      <h2 id="issues">{t('composer:issues.title')}</h2>
      {report.issued.length === 0 ? <p className="small soft">{t('composer:issues.none')}</p> : null}
      <ol reversed>
        {report.issued.map(({ number, at, by, sha256, note, words }) => (
          <li key={number}>
            <strong>{t('composer:issues.number', { number })}</strong>{' '}
            <span className="small soft">
              {momentAsDay(at)}, <bdi>{by}</bdi> · {t('composer:words', { count: words })}
            </span>
            {note ? (
              <p className="small">
                <bdi>{note}</bdi>
              </p>
            ) : null}
            <p className="small">
              <code title={sha256}>{sha256.slice(0, 12)}</code>{' '}
              <a href={addressOf(contract.reports.issue, { params: { id: dossier, report: report.id, number } })} download={`report-issue-${number}.json`}>
                JSON
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
