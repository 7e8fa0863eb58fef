import { Button, Progress } from '@mantine/core';
import { contract, type ReportRun } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguageNames } from '../../evidence/languages.ts';
import { addressOf } from '../../platform/api.ts';
import { momentInWords } from '../../platform/dates.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useAct } from '../../platform/queries.ts';
import { sizeInWords } from '../../platform/size.ts';

const outdates = [contract.reports.runs];
const share = { waiting: 8, working: 55, made: 100, failed: 0, cancelled: 0 } as const;

/** Whether it is still to be made. */
export const isOpen = ({ state }: ReportRun): boolean => state === 'waiting' || state === 'working';

/** One report: what it is, how far it is or why it is not there, and what can be done with it. */
export function RunItem({ dossier, run }: { dossier: string; run: ReportRun }) {
  const { t } = useTranslation(['reports']);
  const { nameOf } = useLanguageNames();
  const cancelling = useAct(contract.reports.cancelRun, { outdates });
  const retrying = useAct(contract.reports.retryRun, { outdates });
  const sending = { params: { id: dossier, run: run.id } };
  const kind = t(`reports:runs.kinds.${run.kind}`);
  const issue = run.issue === null ? '' : ` · ${t('reports:runs.issue', { number: run.issue })}`;
  const name = `${kind}${issue} · ${nameOf(run.lang)} · ${run.format.toUpperCase()}`;
  const stands = run.state === 'made' && run.file && !run.file.isKept ? t('reports:runs.notKept') : t(`reports:runs.state.${run.state}`);
  return (
    <li>
      <div className="report-run-head">
        <strong>{name}</strong>
        <span className={run.state === 'failed' ? 'overdue' : 'soft'}>{run.reason ? t(`reports:runs.reason.${run.reason}`) : stands}</span>
      </div>
      <p className="soft small">
        <bdi>{run.askedBy.name}</bdi> · {momentInWords(run.askedAt)}
        {run.isDraft ? ` · ${t('reports:runs.isDraft')}` : ''}
        {run.isRestrictedIn ? ` · ${t('reports:runs.isRestricted')}` : ''}
        {run.file ? ` · ${sizeInWords(run.file.sizeBytes)}` : ''}
      </p>
      {isOpen(run) ? <Progress value={share[run.state]} striped={run.state === 'working'} aria-label={`${name}: ${stands}`} /> : null}
      <FormAlert error={cancelling.error ?? retrying.error} />
      <div className="report-run-acts">
        {run.may.fetch.allowed ? (
          <Button
            component="a"
            size="xs"
            className="download"
            href={addressOf(contract.reports.runFile, sending)}
            download
            leftSection={<IconDownload size={14} aria-hidden />}
            aria-label={`${t('reports:download')}: ${name}`}
          >
            {t('reports:download')}
          </Button>
        ) : null}
        {run.may.cancel.allowed ? (
          <Button
            size="xs"
            variant="default"
            loading={cancelling.isPending}
            onClick={() => cancelling.mutate(sending)}
            aria-label={`${t('reports:runs.cancel')}: ${name}`}
          >
            {t('reports:runs.cancel')}
          </Button>
        ) : null}
        {run.may.retry.allowed ? (
          <Button
            size="xs"
            variant="default"
            loading={retrying.isPending}
            onClick={() => retrying.mutate(sending)}
            aria-label={`${t('reports:runs.retry')}: ${name}`}
          >
            {t('reports:runs.retry')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
