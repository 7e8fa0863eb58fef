import { Button } from '@mantine/core';
import { contract, type ReportParagraph, type ReportSection, richOf, sectionTitle, type WorkingReport } from '@servanda/contract';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { directionOf } from '../../platform/settings.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { Paragraph } from './paragraph.tsx';

interface SectionProps {
  dossier: string;
  report: WorkingReport;
  section: ReportSection;
  /** Those of its paragraphs that are shown. */
  paragraphs: ReportParagraph[];
  isWhole: boolean;
  /** Those in which somebody else writes at the moment. */
  writing: readonly ReportParagraph[];
}

/** A section of the working copy: what is filed here by subject, what is silent, its paragraphs, and a place for another. */
export function Section({ dossier, report, section, paragraphs, isWhole, writing }: SectionProps) {
  const { t } = useTranslation(['composer']);
  const all = report.paragraphs.filter((paragraph) => paragraph.section === section.key);
  const filed = report.bySubject.find((one) => one.section === section.key)?.citations ?? [];
  const silent = report.silence.filter((one) => one.section === section.guide || all.some(({ elements }) => elements.includes(one.element)));
  // Whoever adds a paragraph wants to write it: it opens at once.
  const [begun, setBegun] = useState('');
  const add = useAct(contract.reports.addParagraph, {
    outdates: [contract.reports.working],
    onError: toastRefusal,
    onSuccess: ({ id }) => {
      setBegun(id);
      announce(t('composer:done.added'));
    },
  });
  if (!isWhole && paragraphs.length === 0) return null;
  return (
    <section className="report-section" aria-labelledby={`section-${section.key}`}>
      <h3 id={`section-${section.key}`} lang={report.language} dir={directionOf(report.language)}>
        {sectionTitle(section, report.kind)}
      </h3>
      {filed.length > 0 ? <p className="small soft">{t('composer:section.bySubject', { citations: listed(filed) })}</p> : null}
      {isWhole && silent.length > 0 ? (
        <p className="small section-silent">
          {t('composer:section.silent', { count: silent.length })} <bdi>{listed(silent.map(({ citation }) => citation))}</bdi>
        </p>
      ) : null}
      {all.length === 0 ? <p className="soft">{t('composer:section.none')}</p> : null}
      {paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.id === begun ? `${begun} begun` : paragraph.id}
          {...{ dossier, report, paragraph }}
          isBegun={paragraph.id === begun}
          isWritten={writing.some(({ id }) => id === paragraph.id)}
        />
      ))}
      {isWhole ? (
        <Allowed may={report.may.write}>
          {(refused) => (
            <Button
              size="compact-sm"
              variant="subtle"
              className="no-print"
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-label={t('composer:section.addTo', { section: sectionTitle(section, report.kind) })}
              loading={add.isPending}
              onClick={() =>
                add.mutate({
                  params: { id: dossier, report: report.id },
                  body: { section: section.key, after: all.at(-1)?.id ?? null, body: richOf(['']) },
                })
              }
              {...refused}
            >
              {t('composer:section.add')}
            </Button>
          )}
        </Allowed>
      ) : null}
    </section>
  );
}

const listed = (citations: string[]) => citations.map((citation) => `\u2068${citation}\u2069`).join(' · ');
