import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { ask } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Part } from '../../platform/shell/part.tsx';
import '../account-menu.css';

/** Queues that have words of their own; a new one is shown by its name until it has. */
const known = { 'evidence.text': 'evidence_text', 'evidence.copy': 'evidence_copy', 'files.sweep': 'files_sweep' } as const;
const isKnown = (queue: string): queue is keyof typeof known => queue in known;

/** Health, mail, background work and versions of the instance, as states and counts. */
export function InstancePage() {
  const { t } = useTranslation(['operator']);
  const { data, refetch, isFetching } = useSuspenseQuery(ask(contract.people.instance, {}));
  const { mail, jobs, versions } = data;
  const moment = (at: string | null) => (at ? momentInWords(at) : t('operator:state.none'));
  const errors = Object.entries(mail.errors).map(([code, count]) => `${code} × ${count}`);
  const parts = [
    {
      title: t('operator:state.health'),
      facts: [
        [t('operator:state.service'), t(`operator:state.status.${data.status}`)],
        [t('operator:state.database'), t(`operator:state.databaseIs.${data.database}`)],
        [t('operator:state.fileStore'), t(`operator:state.fileStoreIs.${data.fileStore}`)],
        [t('operator:state.disk'), t(`operator:state.diskIs.${data.disk}`)],
        [t('operator:state.since'), momentInWords(data.runningSince)],
      ],
    },
    {
      title: t('operator:state.mail'),
      facts: [
        [t('operator:state.delivery'), t(`operator:state.deliveryIs.${mail.delivery}`)],
        [t('operator:state.waiting'), mail.waiting],
        [t('operator:state.retrying'), mail.retrying],
        [t('operator:state.sent'), mail.sentInADay],
        [t('operator:state.dead'), mail.deadInAWeek],
        [t('operator:state.oldest'), moment(mail.oldestWaiting)],
        [t('operator:state.lastSent'), moment(mail.lastSent)],
        [t('operator:state.errors'), errors.length ? errors.join(', ') : t('operator:state.none')],
      ],
    },
    {
      title: t('operator:state.jobs'),
      facts: jobs.length
        ? jobs.map(({ queue, ...counts }) => [isKnown(queue) ? t(`operator:state.queueOf.${known[queue]}`) : queue, t('operator:state.jobsAre', counts)])
        : [[t('operator:state.queues'), t('operator:state.queuesEmpty')]],
    },
    {
      title: t('operator:state.versions'),
      facts: [
        [t('shell.name', { ns: 'platform' }), versions.service],
        [t('operator:state.node'), versions.node],
        [t('operator:state.postgres'), versions.postgres],
        [t('operator:state.catalogue'), versions.catalogue ?? t('operator:state.none')],
        [
          t('operator:state.migrations'),
          t('operator:state.migrationsAre', { count: versions.migrations, newest: `\u2066${versions.newestMigration ?? ''}\u2069` }),
        ],
      ],
    },
  ];
  return (
    <Page
      title={t('operator:state.title')}
      lead={t('operator:state.lead')}
      acts={
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('operator:state.again')}
        </Button>
      }
    >
      {parts.map(({ title, facts }) => (
        <Part key={title} title={title}>
          <dl className="account-facts">
            {facts.map(([name, value]) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      ))}
    </Page>
  );
}
