import { ActionIcon, Button } from '@mantine/core';
import type { ReportParagraph, WorkingReport } from '@servanda/contract';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { type Place, stepped } from './places.ts';
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
  // A paragraph that is moved is taken out of the page for a moment and would lose the focus: the next step is where the last one was.
  const stepping = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    const { current } = stepping;
    stepping.current = null;
    const next = current?.disabled ? current.parentElement?.querySelector<HTMLButtonElement>('button:not(:disabled)') : current;
    next?.focus();
  }, [paragraph.place]);
  const step = (move: Place | null) => (event: MouseEvent<HTMLButtonElement>) => {
    stepping.current = event.currentTarget;
    if (move) send({ move }, t('composer:done.moved'));
  };
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
          <ActionIcon variant="subtle" size="md" disabled={!ups} aria-label={t('composer:act.upOf', { name })} onClick={step(ups)}>
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" size="md" disabled={!downs} aria-label={t('composer:act.downOf', { name })} onClick={step(downs)}>
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      ) : null}
    </>
  );
}
