import { VisuallyHidden } from '@mantine/core';
import type { ElementState } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ContestedMark, ProofMark } from '../platform/marks/proof-mark.tsx';
import { Verdict } from '../platform/marks/verdict.tsx';
import { english } from '../platform/settings.ts';
import type { Chosen } from './use-chosen.ts';

const lanes = ['law', 'practice'] as const;

interface ElementListProps extends Pick<Chosen, 'dossier' | 'obligation' | 'element' | 'states'> {
  /** To the next (1) or previous (-1) element. */
  move: (by: 1 | -1) => void;
}

/** The elements of the obligation, one chosen; each with its two verdicts and how far they are proven. */
export function ElementList({ dossier, obligation, element, states, move }: ElementListProps) {
  const { t } = useTranslation(['obligations']);
  const own = states.filter((state) => state.obligation === obligation.code);
  if (own.length < 2) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <nav aria-label={t('obligations:text.elements')} className="elements" onKeyDown={onKeyDown}>
      <h2>{t('obligations:text.elements')}</h2>
      <p className="small soft no-print">
        {t('obligations:text.elementsLead')} {t('obligations:text.elementsHint')}
      </p>
      <ul>
        {own.map((state) => (
          <li key={state.code}>
            <Link
              to="/dossiers/$dossier/obligations/$code"
              params={{ dossier, code: obligation.code }}
              search={{ element: state.code }}
              replace
              resetScroll={false}
              aria-current={state.code === element.code ? 'true' : undefined}
              data-element={state.code}
            >
              <span {...english}>
                <b>{state.citation}</b> {state.title}
              </span>
              <LaneMarks state={state} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Both verdicts of an element in words with their marks and proof; `inFull`: the proof in a word too. */
export function LaneMarks({ state, inFull = false }: { state: ElementState; inFull?: boolean }) {
  const { t } = useTranslation(['assessments']);
  if (!state.applies) return <Verdict lane="law" verdict={null} applies={false} />;
  return (
    <span className="lane-marks">
      {lanes.map((lane) => {
        const proof = lane === 'law' ? state.lawProof : state.practiceProof;
        return (
          <span key={lane} className="lane-mark">
            <span className="lane-name">{t(`assessments:lane.${lane}`)}</span>
            <Verdict lane={lane} verdict={state[lane]} />
            <ProofMark proof={proof} silent={inFull} />
            {inFull && proof !== 'none' ? <span>{t(`assessments:proof.${proof}`)}</span> : null}
          </span>
        );
      })}
      {state.contradicts > 0 ? (
        <span className="lane-mark">
          <ContestedMark />
          {inFull ? <span>{t('assessments:contested')}</span> : <VisuallyHidden>{t('assessments:contested')}</VisuallyHidden>}
        </span>
      ) : null}
    </span>
  );
}
