import { HoverCard, VisuallyHidden } from '@mantine/core';
import type { Lane } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ContestedMark, ProofMark } from '../../platform/marks/proof-mark.tsx';
import { lawTone, practiceTone } from '../../platform/marks/tones.ts';
import { verdictWord } from '../../platform/marks/verdict.tsx';
import { directionOf, useLanguage } from '../../platform/settings.ts';
import type { Run } from '../../treaties/text/text-context.ts';
import type { Standing } from './standing.ts';
import { StandingCard } from './standing-card.tsx';

interface MarkedRunProps {
  run: Run;
  standing: Standing;
  dossier: string;
  /** The lane whose proof stands in the margin. */
  lane: Lane;
}

/** Words of the treaty that make a duty: two lanes under them, the proof in the margin, a card on hover and focus, Enter opens. */
export const MarkedRun = memo(function MarkedRun({ run, standing, dossier, lane }: MarkedRunProps) {
  const { t } = useTranslation(['assessments']);
  const language = useLanguage();
  const { applies, law, practice, proof, contradicts } = standing;
  const looks = `marked-run lanes law-${lawTone(applies, law)} practice-${practiceTone(applies, practice)}${run.element ? '' : ' lanes-whole'}`;
  const stop = run.isFirst ? { 'data-stop': run.element ?? standing.obligation } : { tabIndex: -1 };
  return (
    <HoverCard
      position="bottom-start"
      width={340}
      openDelay={200}
      closeDelay={80}
      shadow="sm"
      offset={2}
      middlewares={{ inline: true, shift: true, flip: true }}
    >
      <HoverCard.Target>
        <Link
          className={looks}
          to="/dossiers/$dossier/obligations/$code"
          params={{ dossier, code: standing.obligation }}
          search={{ element: run.element ?? undefined }}
          preload={false}
          {...stop}
        >
          {run.isFirst ? (
            <span className="margin-mark" aria-hidden>
              {contradicts > 0 ? <ContestedMark /> : <ProofMark proof={proof[lane]} silent />}
            </span>
          ) : null}
          {run.segment.text}
          {run.isFirst ? (
            <VisuallyHidden component="span" lang={language} className="unspoken">
              {` (${t('assessments:lane.law')}: ${t(verdictWord({ lane: 'law', verdict: law, applies }))}; ${t('assessments:lane.practice')}: ${t(verdictWord({ lane: 'practice', verdict: practice, applies }))}) `}
            </VisuallyHidden>
          ) : null}
        </Link>
      </HoverCard.Target>
      <HoverCard.Dropdown lang={language} dir={directionOf(language)}>
        <StandingCard standing={standing} />
      </HoverCard.Dropdown>
    </HoverCard>
  );
});
