// A paragraph is kept while it is written: a moment after the last key, and when its writer leaves it. What was typed also lies in the browser until it is kept.
import { contract, ReportParagraph, type RichText } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import type { JSONContent } from '@tiptap/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call, Refused } from '../../platform/api.ts';
import { useDraft } from '../../platform/draft.ts';
import { newerIn } from '../../platform/newer.ts';
import { outdate } from '../../platform/queries.ts';
import { workingOf } from './composer.needs.ts';
import type { Kept, Unkeepable } from './to-rich.ts';
import { withParagraph } from './with-paragraph.ts';

/** Milliseconds of rest after which what was typed is kept; and after which it is tried again by itself where it could not be. */
const rest = 1500;
const pause = 15_000;

export type Saving =
  | { state: 'kept' | 'typing' | 'saving' }
  | { state: 'unkeepable'; why: Unkeepable }
  | { state: 'failed'; error: unknown }
  | { state: 'stale'; theirs: ReportParagraph };

interface Where {
  dossier: string;
  report: string;
  paragraph: ReportParagraph;
  draft: string;
}
/** What lies in the browser: the last text that can be kept, and what the editor holds where that cannot. */
interface Draft {
  body: RichText;
  version: number;
  raw: { json: JSONContent; why: Unkeepable } | null;
}

/** The autosave of one paragraph. `typed` is what the editor begins with: an unsaved draft where one was left. */
export function useAutosave({ dossier, report, paragraph, draft }: Where) {
  const client = useQueryClient();
  const kept = useDraft<Draft>(draft, { body: paragraph.body, version: paragraph.version, raw: null });
  const begun = kept.value;
  const [saving, setSaving] = useState<Saving>(begun.raw ? { state: 'unkeepable', why: begun.raw.why } : { state: kept.isRestored ? 'typing' : 'kept' });
  const at = useRef({
    ...begun,
    isDirty: kept.isRestored && !begun.raw,
    isStale: false,
    isGone: false,
    /** The write under way. */
    sending: null as Promise<boolean> | null,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Not after the paragraph was closed: its draft waits for whoever opens it. */
  const later = (wait: number) => {
    if (!at.current.isGone) timer.current = setTimeout(() => void save(), wait);
  };
  const send = async (): Promise<boolean> => {
    const now = at.current;
    now.isDirty = false;
    setSaving({ state: 'saving' });
    try {
      const body = { version: now.version, body: now.body };
      const answer = await call(contract.reports.writeParagraph, { params: { id: dossier, report, paragraph: paragraph.id }, body });
      now.version = answer.version;
      client.setQueryData(workingOf(dossier, report).queryKey, (working) => working && withParagraph(working, answer));
      if (now.raw) kept.change({ body: now.body, version: answer.version });
      else if (!now.isDirty) kept.discard({ body: now.body, version: answer.version, raw: null });
      if (now.isDirty) later(rest);
      setSaving(now.raw ? { state: 'unkeepable', why: now.raw.why } : { state: now.isDirty ? 'typing' : 'kept' });
      return true;
    } catch (error) {
      now.isDirty = true;
      const theirs = newerIn(error, ReportParagraph);
      now.isStale = theirs !== null;
      setSaving(theirs ? { state: 'stale', theirs } : { state: 'failed', error });
      // The session has ended: the page that asks anew finds that out, and leads to where one signs in and back to the draft.
      if (error instanceof Refused && error.problem.code === 'not_signed_in') void outdate(client, [contract.reports.working]);
      else if (!(error instanceof Refused)) later(pause);
      return false;
    }
  };
  /** Keeps what is typed by now; false where it is not kept. */
  const save = useEffectEvent(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const now = at.current;
    // Where two have written, nothing is kept before their reader has decided.
    if (now.isStale) return false;
    if (!now.sending && !now.isDirty) return now.raw === null;
    now.sending ??= send().finally(() => {
      now.sending = null;
    });
    return (await now.sending) && now.raw === null;
  });
  /** As `save`, until nothing is left to keep. */
  const finish = async (): Promise<boolean> => {
    do if (!(await save())) return false;
    while (at.current.isDirty);
    return true;
  };

  const change = ({ body, why }: Kept, json: JSONContent) => {
    clearTimeout(timer.current);
    const now = at.current;
    now.raw = why && { json, why };
    if (body) Object.assign(now, { body, isDirty: true });
    kept.change({ body: now.body, version: now.version, raw: now.raw });
    if (why) return setSaving((seen) => (seen.state === 'stale' ? seen : { state: 'unkeepable', why }));
    setSaving((seen) => (seen.state === 'stale' ? seen : { state: 'typing' }));
    later(rest);
  };
  /** Goes on from a text that somebody else has kept: `body` is what shall stand now. */
  const goOn = (theirs: ReportParagraph, body: RichText) => {
    Object.assign(at.current, { body, version: theirs.version, raw: null, isDirty: true, isStale: false });
    kept.change({ body, version: theirs.version, raw: null });
    void save();
  };
  /** Takes the text that stands; what was typed is let go. */
  const letGo = (theirs: ReportParagraph) => {
    clearTimeout(timer.current);
    Object.assign(at.current, { body: theirs.body, version: theirs.version, raw: null, isDirty: false, isStale: false });
    kept.discard({ body: theirs.body, version: theirs.version, raw: null });
    client.setQueryData(workingOf(dossier, report).queryKey, (working) => working && withParagraph(working, theirs));
    setSaving({ state: 'kept' });
  };

  useEffect(() => {
    at.current.isGone = false;
    if (at.current.isDirty) void save();
    // Whoever closes the paragraph or leaves the page loses nothing; whoever was without a network is caught up with.
    const leave = () => void save();
    addEventListener('pagehide', leave);
    addEventListener('online', leave);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('online', leave);
      at.current.isGone = true;
      leave();
      clearTimeout(timer.current);
    };
  }, []);

  return { typed: at.current.body, raw: at.current.raw?.json ?? null, saving, change, save, finish, goOn, letGo, isRestored: kept.isRestored };
}
