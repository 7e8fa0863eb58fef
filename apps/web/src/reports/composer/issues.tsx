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
      <p className="small file-links">
        {t('composer:issues.working')} <Files dossier={dossier} report={report} />
      </p>
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
            <p className="small file-links">
              <code title={sha256}>{sha256.slice(0, 12)}</code>
              <Files dossier={dossier} report={report} issue={number} />
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

/** The report as a document; without an issue as it stands, marked as a draft. */
function Files({ dossier, report, issue }: { dossier: string; report: WorkingReport; issue?: number }) {
  const { t } = useTranslation(['composer']);
  const sending = { params: { id: dossier }, query: { lang: report.language, report: report.id, issue } };
  const of = issue === undefined ? t('composer:issues.working') : t('composer:issues.number', { number: issue });
  return (
    <>
      <a href={addressOf(contract.reports.article12Pdf, sending)} download aria-label={`PDF, ${of}`}>
        PDF
      </a>
      <a href={addressOf(contract.reports.article12Docx, sending)} download aria-label={`DOCX, ${of}`}>
        DOCX
      </a>
    </>
  );
}
