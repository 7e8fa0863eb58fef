import { Button } from '@mantine/core';
import { type Brief, contract } from '@servanda/contract';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../platform/api.ts';
import { dayInWords } from '../platform/dates.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { briefOf } from './brief.needs.ts';
import './brief.css';
import { BriefEntry } from './brief-entry.tsx';

const route = getRouteApi('/inside/brief');
const counts = ['elements', 'returned', 'drafts', 'awaiting', 'notAssessed'] as const;

/** What a post or a body answers for, for whoever takes it over; made to be printed. */
export function BriefPage() {
  const { t } = useTranslation(['organisation', 'people', 'dossiers']);
  const search = route.useSearch();
  const { data: brief } = useSuspenseQuery(briefOf(search));
  const { person, body } = brief;
  const name = person?.name ?? body?.name ?? '';
  const about = [
    brief.organisation,
    person ? body?.name : null,
    person ? t(`people:role.${person.role}`) : null,
    person && !person.isMember ? t('organisation:brief.former') : null,
  ].filter(Boolean);
  const files = [
    ['csv', contract.reports.briefCsv],
    ['json', contract.reports.briefJson],
  ] as const;
  return (
    <Page
      title={t('organisation:brief.of', { name })}
      above={about.join(' · ')}
      lead={t(person ? 'organisation:brief.lead' : 'organisation:brief.leadBody', { on: dayInWords(brief.on) })}
      acts={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {t('organisation:brief.print')}
          </Button>
          {files.map(([format, door]) => (
            <Button
              key={format}
              component="a"
              variant="default"
              href={addressOf(door, { query: search })}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t(`organisation:brief.${format}`)}
            </Button>
          ))}
        </>
      }
    >
      <dl className="brief-counts">
        {counts.map((count) => (
          <div key={count}>
            <dt>{t(`organisation:brief.counts.${count}`)}</dt>
            <dd>{brief.counts[count]}</dd>
          </div>
        ))}
      </dl>
      {brief.dossiers.map((dossier) => (
        <OfDossier key={dossier.id} dossier={dossier} brief={brief} />
      ))}
      {brief.elements.length === 0 ? <p>{t('organisation:brief.none')}</p> : null}
    </Page>
  );
}

function OfDossier({ dossier, brief }: { dossier: Brief['dossiers'][number]; brief: Brief }) {
  const { t } = useTranslation(['organisation', 'dossiers']);
  const elements = brief.elements.filter((element) => element.dossier === dossier.id);
  return (
    <section className="brief-dossier" aria-labelledby={`brief-${dossier.id}`}>
      <h2 id={`brief-${dossier.id}`}>{dossier.title}</h2>
      <h3>{t('organisation:brief.deadlines')}</h3>
      <dl className="brief-dates">
        {dossier.deadlines.map(({ kind, on, rule, source }) => (
          <div key={kind}>
            <dt>{t(`dossiers:deadline.${kind}`)}</dt>
            <dd>
              {on ? dayInWords(on) : t('organisation:brief.noDate')}{' '}
              <span className="small soft" {...english}>
                {source ?? rule}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {elements.map((element) => (
        <BriefEntry key={element.code} element={element} />
      ))}
    </section>
  );
}
