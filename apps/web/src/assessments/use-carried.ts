import { contract, type Evidence, type Passage } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { passageFromAddress } from '../evidence/text/passage-address.ts';
import { placeOf } from '../evidence/text/span.ts';
import { pageOf } from '../evidence/text/text.needs.ts';
import { announce } from '../platform/announce.tsx';
import { ask } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import type { AssessValues } from './assess-values.ts';
import { route } from './use-chosen.ts';

interface Form {
  value: AssessValues;
  change: (part: Partial<AssessValues>) => void;
}

/**
 * Lays the passage that the address carries from a text into the form, once, and takes it out of the address.
 * Answers true where it could not be fetched.
 */
export function useCarried(dossier: string, form: Form): boolean {
  const { t } = useTranslation(['texts']);
  const navigate = route.useNavigate();
  const { cite } = route.useSearch();
  const carried = passageFromAddress(cite);
  const { evidence = '', file = '', page = 1 } = carried ?? {};
  const text = useQuery({ ...pageOf(dossier, evidence, file, page), enabled: carried !== null });
  const piece = useQuery({ ...ask(contract.evidence.get, { params: { id: dossier, evidence }, query: {} }), enabled: carried !== null });
  const words = text.data?.items[0]?.text;
  const quote = carried && words ? words.slice(placeOf(words, carried.from), placeOf(words, carried.to)) : '';
  const layIn = useEffectEvent((passage: Passage, { id, title }: Evidence) => {
    const isThere = form.value.citations.some(
      ({ passage: one }) => one?.file === passage.file && one.page === passage.page && one.from === passage.from && one.to === passage.to,
    );
    if (!isThere) form.change({ citations: [...form.value.citations, { evidence: id, pinpoint: '', stance: 'supports', passage }] });
    const done = isThere ? t('texts:cite.already') : t('texts:cite.carried', { title });
    announce(done);
    toastDone(done);
    void navigate({ search: ({ cite: _, ...now }) => now, replace: true, resetScroll: false });
  });
  useEffect(() => {
    const passage = passageFromAddress(cite);
    if (!passage || !quote || !piece.data) return;
    const { file, page, from, to } = passage;
    layIn({ file, page, from, to, quote }, piece.data);
  }, [cite, quote, piece.data]);
  return cite !== undefined && (carried === null || text.isError || piece.isError || (text.isSuccess && !quote));
}
