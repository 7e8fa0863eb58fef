import { Button, CloseButton, Radio, TextInput } from '@mantine/core';
import { type Assessment, Stance } from '@servanda/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type CitationValue, today } from './assess-values.ts';
import { PassageQuote, PassageStands } from './passage-quote.tsx';
import type { Piece } from './use-pieces.ts';

interface CitationRowProps {
  dossier: string;
  citation: CitationValue;
  /** The same passage as the newest judgement cites it, with what is known of it by now. */
  cited: Assessment['citations'][number] | undefined;
  piece: Piece;
  fault: string | undefined;
  change: (part: Partial<CitationValue>) => void;
  remove: (title: string) => void;
}

/** One citation: the piece, where in it, and what it does to the verdict. */
export function CitationRow({ dossier, citation: { evidence, pinpoint, stance, passage }, cited, piece, fault, change, remove }: CitationRowProps) {
  const { t } = useTranslation(['assessments', 'evidence', 'platform', 'texts']);
  const name = useId();
  const title = piece === 'gone' ? t('assessments:cite.gone') : piece === 'fetching' ? t('platform:loading') : piece.title;
  const mark =
    typeof piece !== 'object'
      ? null
      : piece.withdrawn
        ? 'withdrawn'
        : piece.isOutOfDate
          ? 'outOfDate'
          : piece.inForceFrom && piece.inForceFrom > today()
            ? 'notInForce'
            : null;
  return (
    <li className="citation-row">
      <div className="citation-head">
        <div>
          <span dir="auto">{title}</span>{' '}
          <span className="small soft">
            {typeof piece === 'object' ? t(`evidence:kind.${piece.kind}`) : null}
            {mark ? <span className="out-of-date"> · {t(`assessments:cite.${mark}`)}</span> : null}
          </span>
        </div>
        <CloseButton aria-label={t('assessments:cite.removeOf', { title })} onClick={() => remove(title)} />
      </div>
      {passage ? (
        <div className="citation-passage">
          <PassageQuote
            dossier={dossier}
            evidence={evidence}
            title={title}
            passage={passage}
            hasPages={
              cited?.passage?.hasPages ?? (typeof piece === 'object' && piece.files.some(({ id, text }) => id === passage.file && text?.hasPages === true))
            }
            newTab
          />
          {cited ? <PassageStands cited={cited} /> : null}
          <Button variant="subtle" size="compact-xs" onClick={() => change({ passage: null })}>
            {t('texts:passage.remove')}
          </Button>
        </div>
      ) : null}
      <div className="citation-how">
        <TextInput
          className="citation-pinpoint"
          aria-label={t('assessments:cite.pinpointOf', { title })}
          placeholder={t('assessments:cite.pinpointHint')}
          maxLength={200}
          dir="auto"
          value={pinpoint}
          onChange={(event) => change({ pinpoint: event.currentTarget.value })}
          error={fault}
        />
        <Radio.Group
          name={name}
          aria-label={t('assessments:cite.stanceOf', { title })}
          value={stance}
          onChange={(chosen) => change({ stance: Stance.parse(chosen) })}
        >
          <div className="citation-stances">
            {Stance.options.map((one) => (
              <Radio key={one} value={one} label={t(`assessments:cite.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      </div>
    </li>
  );
}
