import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { DropPlace } from '../../evidence/bulk/drop-place.tsx';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { addressOf } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { ask } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { ComparePart } from './compare-part.tsx';
import { useWorkbook } from './use-workbook.ts';
import './workbook.css';

const route = getRouteApi('/inside/dossiers/$dossier/reports/workbook');

/** The checklist as a workbook: take it, fill it in elsewhere, and see three ways what becomes of it. */
export function WorkbookPage() {
  const { t } = useTranslation(['workbook']);
  const { dossier } = route.useParams();
  const { may } = useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data;
  const words = useFaultWords();
  const { file, seen: compared, isStale, isReading, isSending, readError, sendError, written, write, look, bring } = useWorkbook(dossier);
  const fault = faultsOf(readError)['file'];
  return (
    <Page
      title={t('workbook:title')}
      lead={t('workbook:lead')}
      above={
        <Link to="/dossiers/$dossier/reports" params={{ dossier }}>
          {t('workbook:reports')}
        </Link>
      }
    >
      <section className="workbook-step">
        <h2>{t('workbook:take')}</h2>
        <p>{t('workbook:takeText')}</p>
        <TakeWorkbook dossier={dossier} may={may.export} />
      </section>
      <section className="workbook-step">
        <h2>{t('workbook:send')}</h2>
        <DropPlace
          may={may.recordAssessment}
          accept=".xlsx"
          choose={t(compared ? 'workbook:again' : 'workbook:choose')}
          drop={t('workbook:drop')}
          isBusy={isReading}
          onFiles={([chosen]) => {
            if (chosen) look(chosen);
          }}
        >
          <p>{t('workbook:sendText')}</p>
        </DropPlace>
        <p role="status" className="unseen">
          {isReading ? t('workbook:reading') : ''}
        </p>
        {fault ? (
          <p className="workbook-why" role="alert">
            <bdi>{file?.name}</bdi>: {words(fault)}
          </p>
        ) : (
          <RefusalNotice error={readError} />
        )}
      </section>
      {compared ? (
        <ComparePart key={compared.basis} {...{ seen: compared, isStale, isSending, written }} error={sendError} onWrite={write} onConfirm={bring} />
      ) : null}
    </Page>
  );
}

function TakeWorkbook({ dossier, may }: { dossier: string; may: Parameters<typeof Allowed>[0]['may'] }) {
  const { t } = useTranslation(['workbook']);
  const lang = useLanguage();
  const icon = <IconDownload size={16} aria-hidden />;
  if (may.allowed)
    return (
      <Button component="a" href={addressOf(contract.reports.workbook, { params: { id: dossier }, query: { lang } })} download leftSection={icon}>
        {t('workbook:download')}
      </Button>
    );
  return (
    <Allowed may={may}>
      {(refused) => (
        <Button leftSection={icon} {...refused}>
          {t('workbook:download')}
        </Button>
      )}
    </Allowed>
  );
}
