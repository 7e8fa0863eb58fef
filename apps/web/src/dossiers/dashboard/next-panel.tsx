import { type Dossier, type Gap, NextStep } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { english } from '../../platform/settings.ts';
import { Mine } from '../given-to.tsx';
import { PublishedOn } from '../published-on.tsx';
import { Deadlines } from './deadlines.tsx';
import { RequestsWaiting } from './requests-waiting.tsx';

const shown = 3;

/** An element may lack the same step for two reasons; it is one thing to do. */
const oncePerElement = (gaps: readonly Gap[]) => [...new Map(gaps.toReversed().map((gap) => [gap.element, gap])).values()].toReversed();

/** The reader's own come first; within them and the others the order stays. */
const mineFirst = (gaps: readonly Gap[]) => [...gaps.filter(({ isMine }) => isMine), ...gaps.filter(({ isMine }) => !isMine)];

/** What to do next, by step, the most pressing first; then the dates. */
export function NextPanel({ dossier, gaps, total }: { dossier: Dossier; gaps: readonly Gap[]; total: number }) {
  const { t } = useTranslation(['dossiers', 'gaps']);
  const steps = [...new Set(gaps.map(({ next }) => next))].map((step) => ({ step, gaps: mineFirst(oncePerElement(gaps.filter(({ next }) => next === step))) }));
  return (
    <>
      <RequestsWaiting dossier={dossier.id} />
      {total === 0 ? <p>{t('dossiers:dashboard.noGaps')}</p> : null}
      {steps.map(({ step, gaps: ofStep }) => (
        <section key={step} className="next-step">
          <h3>
            {t(`gaps:next.${NextStep.parse(step)}`)} <span className="soft">{ofStep.length}</span>
          </h3>
          <ul>
            {ofStep.slice(0, shown).map((gap) => (
              <li key={gap.element}>
                <Link
                  to="/dossiers/$dossier/obligations/$code"
                  params={{ dossier: dossier.id, code: gap.obligation }}
                  search={{ element: gap.element }}
                  {...english}
                >
                  {gap.element}
                </Link>{' '}
                <span {...english}>{gap.title}</span> {gap.isMine ? <Mine /> : null}
              </li>
            ))}
          </ul>
          {ofStep.length > shown ? (
            <Link className="small soft" to="/dossiers/$dossier/gaps" params={{ dossier: dossier.id }} search={{ next: step }}>
              {t('dossiers:dashboard.more', { count: ofStep.length - shown })}
            </Link>
          ) : null}
        </section>
      ))}
      <Deadlines deadlines={dossier.deadlines} />
      <PublishedOn iso3={dossier.iso3} stateName={dossier.stateName} />
    </>
  );
}
