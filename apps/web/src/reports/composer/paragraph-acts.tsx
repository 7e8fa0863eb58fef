import { ActionIcon, Button } from '@mantine/core';
import { contract, type ReportParagraph, type WorkingReport } from '@servanda/contract';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { type Place, stepped } from './places.ts';

interface ParagraphActsProps {
  dossier: string;
  report: WorkingReport;
  paragraph: ReportParagraph;
  name: string;
}

/** Agree, leave out, move: what is done with a paragraph without writing it. */
export function ParagraphActs({ dossier, report, paragraph, name }: ParagraphActsProps) {
  const { t } = useTranslation(['composer']);
  const place = useAct(contract.reports.placeParagraph, { outdates: [contract.reports.working], onError: toastRefusal });
  const send = (what: Placing, done: string) =>
    place.mutate(
      { params: { id: dossier, report: report.id, paragraph: paragraph.id }, body: { place: paragraph.place, ...what } },
      { onSuccess: () => announce(done) },
    );
  const ups = stepped(report.paragraphs, paragraph, -1);
  const downs = stepped(report.paragraphs, paragraph, 1);
  const { may } = report;
  return (
    <>
      <Allowed may={may.write}>
        {(refused) => (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t(paragraph.state === 'agreed' ? 'composer:act.reopenOf' : 'composer:act.agreeOf', { name })}
            onClick={() =>
              send(
                { state: paragraph.state === 'agreed' ? 'draft' : 'agreed' },
                t(paragraph.state === 'agreed' ? 'composer:done.reopened' : 'composer:done.agreed'),
              )
            }
            {...refused}
          >
            {t(paragraph.state === 'agreed' ? 'composer:act.reopen' : 'composer:act.agree')}
          </Button>
        )}
      </Allowed>
      <Allowed may={may.write}>
        {(refused) => (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t(paragraph.isIncluded ? 'composer:act.leaveOutOf' : 'composer:act.includeOf', { name })}
            onClick={() => send({ isIncluded: !paragraph.isIncluded }, t(paragraph.isIncluded ? 'composer:done.leftOut' : 'composer:done.included'))}
            {...refused}
          >
            {t(paragraph.isIncluded ? 'composer:act.leaveOut' : 'composer:act.include')}
          </Button>
        )}
      </Allowed>
      {may.write.allowed ? (
        <span className="para-moves">
          <ActionIcon
            variant="subtle"
            size="md"
            disabled={!ups}
            aria-label={t('composer:act.upOf', { name })}
            onClick={() => ups && send({ move: ups }, t('composer:done.moved'))}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="md"
            disabled={!downs}
            aria-label={t('composer:act.downOf', { name })}
            onClick={() => downs && send({ move: downs }, t('composer:done.moved'))}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      ) : null}
    </>
  );
}

interface Placing {
  move?: Place;
  isIncluded?: boolean;
  state?: 'draft' | 'agreed';
}
