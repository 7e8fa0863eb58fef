import { useTranslation } from 'react-i18next';

const rowParts = ['place', 'applies', 'verdicts', 'review', 'evidence', 'gaps'] as const;
const limits = ['grades', 'restricted', 'score'] as const;

/** What the report holds, what stands with it, and what it is not. */
export function ReportContents({ organisation }: { organisation: string }) {
  const { t } = useTranslation(['reports']);
  return (
    <div className="report-contents">
      <div>
        <h3>{t('reports:limits.title')}</h3>
        <ul>
          {limits.map((limit) => (
            <li key={limit}>{t(`reports:limits.${limit}`, { organisation })}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('reports:contents.title')}</h3>
        <ul>
          {rowParts.map((part) => (
            <li key={part}>{t(`reports:contents.${part}`)}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('reports:meta.title')}</h3>
        <p>{t('reports:meta.text')}</p>
      </div>
    </div>
  );
}
