import { contract, type ReportParagraph } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Refused } from '../../platform/api.ts';
import { outdate, useAct } from '../../platform/queries.ts';
import { toastRefusal, toastWords } from '../../platform/toasts.tsx';
import type { Place } from './places.ts';

export interface PlaceChange {
  move?: Place;
  isIncluded?: boolean;
  state?: 'draft' | 'agreed';
  assignee?: string | null;
}

/** What is said where an act upon a paragraph was refused: when somebody else was there before, the page shows what stands now. */
export function useMeanwhile() {
  const { t } = useTranslation(['composer']);
  const client = useQueryClient();
  return (error: Error) => {
    const isStale = error instanceof Refused && error.problem.code === 'stale_version';
    if (isStale) void outdate(client, [contract.reports.working, contract.reports.history]);
    if (isStale) toastWords(error, t('composer:meanwhile'));
    else toastRefusal(error);
  };
}

/** Moves a paragraph, includes it, agrees on it or gives it to somebody; one act at a time, for the second click of a double one would undo the first. */
export function usePlacing(dossier: string, report: string) {
  const isSending = useRef(false);
  const place = useAct(contract.reports.placeParagraph, {
    outdates: [contract.reports.working],
    onError: useMeanwhile(),
    onSettled: () => {
      isSending.current = false;
    },
  });
  const send = ({ id, place: seen }: Pick<ReportParagraph, 'id' | 'place'>, what: PlaceChange, done: string) => {
    if (isSending.current) return;
    isSending.current = true;
    place.mutate({ params: { id: dossier, report, paragraph: id }, body: { place: seen, ...what } }, { onSuccess: () => announce(done) });
  };
  return { send, isPending: place.isPending };
}
