import { contract } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { addressOf } from '../../platform/api.ts';
import { useLanguage } from '../../platform/settings.ts';

/** The matrix as documents in the language of the page, and as data; the server names the files. */
export function MatrixDownloads({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['criminalisation']);
  const sending = seen(dossier, useAsOf());
  const lang = useLanguage();
  const documentIn = (format: 'pdf' | 'docx') =>
    addressOf(contract.reports.document, { params: { ...sending.params, kind: 'criminalisation', format }, query: { ...sending.query, lang } });
  const files = [
    [t('criminalisation:download.pdf'), documentIn('pdf')],
    [t('criminalisation:download.docx'), documentIn('docx')],
    ['CSV', addressOf(contract.reports.criminalisationCsv, sending)],
    ['JSON', addressOf(contract.reports.criminalisationJson, sending)],
  ] as const;
  return (
    <ul className="matrix-downloads no-print" aria-label={t('criminalisation:download.title')}>
      {files.map(([word, href]) => (
        <li key={word}>
          <a href={href} download>
            {word}
          </a>
        </li>
      ))}
    </ul>
  );
}
