import { ActionIcon, Button } from '@mantine/core';
import type { ReportParagraph, WorkingReport } from '@servanda/contract';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { stepped } from './places.ts';
import { type PlaceChange, usePlacing } from './use-placing.ts';

interface ParagraphActsProps {
  dossier: string;
  report: WorkingReport;
  paragraph: ReportParagraph;
  name: string;
}

/** Agree, leave out, move: what is done with a paragraph without writing it. */
export function ParagraphActs({ dossier, report, paragraph, name }: ParagraphActsProps) {
  const { t } = useTranslation(['composer']);
  const placing = usePlacing(dossier, report.id);
  const send = (what: PlaceChange, done: string) => placing.send(paragraph, what, done);
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
