import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { lawTone, practiceTone } from '../platform/marks/tones.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Provision } from '../treaties/text/provision.tsx';
import { type Run, TextContext } from '../treaties/text/text-context.ts';
import { type Branch, firstRuns, forestOf } from '../treaties/text/tree.ts';
import '../treaties/text/treaty-text.css';
import type { Chosen } from './use-chosen.ts';

const says = (code: string, { provision, children }: Branch): boolean =>
  provision.segments.some(({ obligation }) => obligation === code) || children.some((child) => says(code, child));

/** The smallest provision that holds all the words of an obligation. */
function holderOf(code: string, branch: Branch): Branch {
  const saying = branch.children.filter((child) => says(code, child));
  const [only] = saying;
  const saysItself = branch.provision.segments.some(({ obligation }) => obligation === code);
  return only && saying.length === 1 && !saysItself ? holderOf(code, only) : branch;
}

/** The words of the obligation as printed; each element's own words carry its two lanes and choose it. */
export function ExactText({ dossier, obligation, element, states }: Pick<Chosen, 'dossier' | 'obligation' | 'element' | 'states'>) {
  const { items } = useSuspenseQuery(ask(contract.treaties.provisions, {})).data;
  const branch = useMemo(() => {
    const article = forestOf(items).find((root) => says(obligation.code, root));
    return article && holderOf(obligation.code, article);
  }, [items, obligation.code]);
  const drawRun = (run: Run) => {
    const state = states.find(({ code }) => code === run.element);
    if (run.obligation !== obligation.code) return <span className="text-elsewhere">{run.segment.text}</span>;
    if (!state) return run.segment.text;
    const { applies, law, practice } = state;
    const looks = `exact-run lanes law-${lawTone(applies, law)} practice-${practiceTone(applies, practice)}`;
    if (obligation.elements.length === 1) return <span className={looks}>{run.segment.text}</span>;
    return (
      <Link
        to="/dossiers/$dossier/obligations/$code"
        params={{ dossier, code: obligation.code }}
        search={{ element: state.code }}
        replace
        resetScroll={false}
        className={looks}
        aria-current={state.code === element.code ? 'true' : undefined}
        tabIndex={run.isFirst ? undefined : -1}
      >
        {run.segment.text}
      </Link>
    );
  };
  if (!branch) return null;
  return (
    <TextContext value={{ drawRun, notes: new Map(), first: firstRuns([branch]) }}>
      <div className="treaty-text exact-text" {...english}>
        <Provision branch={branch} />
      </div>
    </TextContext>
  );
}
