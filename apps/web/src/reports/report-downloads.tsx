import { Button } from '@mantine/core';
import { contract, type Dossier, type May } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { addressOf } from '../platform/api.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useLanguage } from '../platform/settings.ts';
import './reports.css';

/** The report as documents in the language of the page, as data, and the schema that explains the last. The server names the files. */
export function ReportDownloads({ dossier: { id, may } }: { dossier: Dossier }) {
  const { t } = useTranslation(['reports']);
  const sending = seen(id, useAsOf());
  const inWords = { ...sending, query: { ...sending.query, lang: useLanguage() } };
  return (
    <ul className="downloads no-print" aria-label={t('reports:download')}>
      <Download may={may.export} href={addressOf(contract.reports.statusPdf, inWords)} word={t('reports:pdf')} hint={t('reports:pdfHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statusDocx, inWords)} word={t('reports:docx')} hint={t('reports:docxHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statusXlsx, inWords)} word={t('reports:xlsx')} hint={t('reports:xlsxHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statusCsv, sending)} word={t('reports:csv')} hint={t('reports:csvHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statusJson, sending)} word={t('reports:json')} hint={t('reports:jsonHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statusOscal, sending)} word={t('reports:oscal')} hint={t('reports:oscalHint')} />
      <Download may={may.export} href={addressOf(contract.reports.statisticsJson, sending)} word={t('reports:statistics')} hint={t('reports:statisticsHint')} />
      <li>
        <Link to="/dossiers/$dossier/reports/workbook" params={{ dossier: id }}>
          {t('reports:workbook')}
        </Link>
        <span className="soft">{t('reports:workbookHint')}</span>
      </li>
      <li>
        <Link to="/dossiers/$dossier/laws" params={{ dossier: id }}>
          {t('reports:correlation')}
        </Link>
        <span className="soft">{t('reports:correlationHint')}</span>
      </li>
      <li>
        <a href={addressOf(contract.reports.statusSchema, {})}>{t('reports:schema')}</a>
        <span className="soft">{t('reports:schemaHint')}</span>
      </li>
    </ul>
  );
}

function Download({ may, href, word, hint }: { may: May; href: string; word: string; hint: string }) {
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <li>
      {may.allowed ? (
        <Button component="a" variant="default" className="download" href={href} download leftSection={icon}>
          {word}
        </Button>
      ) : (
        <Allowed may={may}>
          {(refused) => (
            <Button variant="default" leftSection={icon} {...refused}>
              {word}
            </Button>
          )}
        </Allowed>
      )}
      <span className="soft">{hint}</span>
    </li>
  );
}
