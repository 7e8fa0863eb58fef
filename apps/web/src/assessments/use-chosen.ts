import { type Assessment, contract, type ElementOfObligation, type ElementState, type May, type Note, type Obligation } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import type { z } from 'zod';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { ask } from '../platform/queries.ts';
import { chosenElement, historyOf } from './obligation.needs.ts';

export const route = getRouteApi('/inside/dossiers/$dossier/obligations/$code');

/** The element on the page and all that is known about it. */
export interface Chosen {
  dossier: string;
  obligation: Obligation;
  element: ElementOfObligation;
  /** Where the element stands; `states` are all 51, in the order of the treaty. */
  state: ElementState;
  states: readonly ElementState[];
  notes: readonly z.infer<typeof Note>[];
  /** Newest first. */
  history: readonly Assessment[];
  /** How many judgements there are, also beyond the page of the history. */
  judgements: number;
  mayRecord: May;
}

/** What the address names; the route's loader has fetched it. */
export function useChosen(): Chosen {
  const { dossier, code } = route.useParams();
  const { element: named } = route.useSearch();
  const asOf = useAsOf();
  const register = useSuspenseQuery(ask(contract.obligations.list, {})).data;
  const checklist = useSuspenseQuery(ask(contract.dossiers.obligations, seen(dossier, asOf))).data;
  const obligation = register.items.find((one) => one.code === code);
  const element = chosenElement(register.items, code, named);
  if (!obligation || !element) throw notFound();
  const { items: history, total: judgements, state, may } = useSuspenseQuery(historyOf(dossier, element.code, asOf)).data;
  const states = checklist.items.flatMap(({ elements }) => elements);
  const notes = register.notes.filter(({ code: note }) => obligation.notes.includes(note));
  return { dossier, obligation, element, state, states, notes, history, judgements, mayRecord: may.record };
}

/** The judgement that counts, if any; else the newest one. */
export const judgementShown = (history: readonly Assessment[]): Assessment | undefined => history.find(({ isStanding }) => isStanding) ?? history[0];
