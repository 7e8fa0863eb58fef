import { Button } from '@mantine/core';
import type { ReportParagraph, WorkingReport } from '@servanda/contract';
import { IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ElementLink } from '../../evidence/element-link.tsx';
import { useSession } from '../../people/session.ts';
import { isDraftKept } from '../../platform/draft.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ParagraphActs } from './paragraph-acts.tsx';
import { dropped } from './places.ts';
import { RecordNotice } from './record-notice.tsx';
import { isEmpty, RichView } from './rich-view.tsx';
import { paragraphDraft } from './unsaved.tsx';
import { useDragging } from './use-dragging.ts';
import { usePlacing } from './use-placing.ts';
import { Written } from './written.tsx';

const ParagraphDetails = lazy(() => import('./paragraph-details.tsx').then((module) => ({ default: module.ParagraphDetails })));

interface ParagraphProps {
  dossier: string;
  report: WorkingReport;
  paragraph: ReportParagraph;
  /** Somebody else writes in it at the moment. */
  isWritten: boolean;
  /** It was added a moment ago, and is opened for writing. */
  isBegun: boolean;
}

/** One paragraph of the working copy: what it says, what stands behind it, how it stands, and what may be done with it. */
export function Paragraph({ dossier, report, paragraph, isWritten, isBegun }: ParagraphProps) {
  const { t } = useTranslation(['composer']);
  const [isWriting, setWriting] = useState(isBegun);
  const [isDetailed, setDetailed] = useState(false);
  const { id, number, elements, evidence, isIncluded } = paragraph;
  const { person } = useSession();
  const isUnsaved = !isWriting && report.may.write.allowed && isDraftKept(paragraphDraft(person.id, dossier, id));
  const name = number === null ? t('composer:paragraph.leftOut') : t('composer:paragraph.name', { number });
  const lang = report.language;
  const placing = usePlacing(dossier, report.id);
  const isMovable = report.may.write.allowed && !isWriting;
  const { place, handle, edge } = useDragging(id, isMovable, (moved, at) => {
    const move = dropped(report.paragraphs, moved, paragraph, at);
    const one = report.paragraphs.find((other) => other.id === moved);
    if (move && one) placing.send(one, { move }, t('composer:done.moved'));
  });
  return (
    <article
      className={`para${isIncluded ? '' : ' para-out'}`}
      aria-labelledby={`para-${id}`}
      data-stop
      data-edge={edge ?? undefined}
      tabIndex={-1}
      ref={place}
    >
      <header className="para-head">
        {isMovable ? (
          <span ref={handle} className="para-handle no-print" title={t('composer:act.drag', { name })} aria-hidden>
            <IconGripVertical size={16} />
          </span>
        ) : null}
        <h4 id={`para-${id}`} className="para-number">
          {number === null ? <span className="para-out-word">{name}</span> : <span title={name}>{number}.</span>}
          {elements.map((code) => (
            <span key={code} className="para-element">
              <ElementLink dossier={dossier} code={code} isCited />
            </span>
          ))}
        </h4>
        <Standing paragraph={paragraph} isWritten={isWritten} />
      </header>
      {paragraph.isOutdated ? <RecordNotice dossier={dossier} report={report.id} paragraph={paragraph} lang={lang} may={report.may.write} /> : null}
      {isUnsaved ? (
        <p className="notice para-unsaved">
          {t('composer:unsaved.here')}{' '}
          <Button size="compact-sm" variant="default" aria-label={`${t('composer:unsaved.goOn')}: ${name}`} onClick={() => setWriting(true)}>
            {t('composer:unsaved.goOn')}
          </Button>
        </p>
      ) : null}
      {isWriting ? (
        <Written
          dossier={dossier}
          report={report.id}
          paragraph={paragraph}
          lang={lang}
          label={name}
          close={() => {
            setWriting(false);
            // The button that closed it is gone: who works by keyboard goes on from here.
            place.current?.focus({ preventScroll: true });
          }}
        />
      ) : isEmpty(paragraph.body) ? (
        <p className="soft">{t('composer:paragraph.empty')}</p>
      ) : (
        <RichView text={paragraph.body} lang={lang} />
      )}
      {evidence.length > 0 ? (
        <p className="para-trace small soft">
          {t('composer:paragraph.evidence')}{' '}
          {evidence.map((piece, at) => (
            <span key={`${piece.element} ${piece.id} ${piece.pinpoint}`}>
              {at > 0 ? ' · ' : ''}
              <bdi>
                <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: piece.id }}>
                  {piece.title}
                </Link>
                {piece.pinpoint ? `, ${piece.pinpoint}` : ''}
              </bdi>
            </span>
          ))}
        </p>
      ) : null}
      {isWriting ? null : (
        <div className="para-acts no-print">
          <Allowed may={report.may.write}>
            {(refused) => (
              <Button size="compact-sm" variant="default" aria-label={t('composer:act.writeOf', { name })} onClick={() => setWriting(true)} {...refused}>
                {t('composer:act.write')}
              </Button>
            )}
          </Allowed>
          <ParagraphActs dossier={dossier} report={report} paragraph={paragraph} name={name} />
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isDetailed}
            aria-label={t('composer:act.moreOf', { name })}
            onClick={() => setDetailed(!isDetailed)}
          >
            {paragraph.comments > 0 ? t('composer:act.comments', { count: paragraph.comments }) : t('composer:act.more')}
          </Button>
        </div>
      )}
      {isDetailed ? (
        <Suspense fallback={<p role="status">{t('composer:details.loading')}</p>}>
          <ParagraphDetails dossier={dossier} report={report} paragraph={paragraph} />
        </Suspense>
      ) : null}
    </article>
  );
}

/** How a paragraph stands, in words. */
function Standing({ paragraph, isWritten }: Pick<ParagraphProps, 'paragraph' | 'isWritten'>) {
  const { state, news, isSilent, assignee, words, isIncluded, by } = paragraph;
  const { t } = useTranslation(['composer']);
  const marks = [
    ...(isWritten ? [{ key: 'written', word: t('composer:presence.here', { by }) }] : []),
    ...(isSilent ? [{ key: 'silent', word: t('composer:standing.silent') }] : []),
    ...(news === 'new' || news === 'changed' ? [{ key: news, word: t(`composer:standing.${news}`) }] : []),
    { key: state, word: t(`composer:standing.${state}`) },
  ];
  return (
    <p className="para-standing small">
      {marks.map(({ key, word }) => (
        <span key={key} className={`mark mark-${key}`}>
          {word}
        </span>
      ))}
      {assignee ? <bdi className="soft">{assignee.name}</bdi> : null}
      {isIncluded ? <span className="soft">{t('composer:words', { count: words })}</span> : null}
    </p>
  );
}
