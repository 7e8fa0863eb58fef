// A paragraph is kept while it is written: a moment after the last key, and when its writer leaves it. What was typed also lies in the browser until it is kept.
import { contract, ReportParagraph, type RichText } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call } from '../../platform/api.ts';
import { useDraft } from '../../platform/draft.ts';
import { newerIn } from '../../platform/newer.ts';
import { workingOf } from './composer.needs.ts';
import { withParagraph } from './with-paragraph.ts';

/** Milliseconds of rest after which what was typed is kept. */
const rest = 1500;

export type Saving = { state: 'kept' | 'typing' | 'saving' | 'unkeepable' } | { state: 'failed'; error: unknown } | { state: 'stale'; theirs: ReportParagraph };

interface Where {
  dossier: string;
  report: string;
  paragraph: ReportParagraph;
  draft: string;
}

/** The autosave of one paragraph. `typed` is what the editor begins with: an unsaved draft where one was left. */
export function useAutosave({ dossier, report, paragraph, draft }: Where) {
  const client = useQueryClient();
  const kept = useDraft<{ body: RichText; version: number }>(draft, { body: paragraph.body, version: paragraph.version });
  const [saving, setSaving] = useState<Saving>({ state: kept.isRestored ? 'typing' : 'kept' });
  const at = useRef({ body: kept.value.body, version: kept.value.version, isDirty: kept.isRestored, isBusy: false, isStale: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useEffectEvent(async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = at.current;
    // Where two have written, nothing is kept before their reader has decided.
    if (!now.isDirty || now.isBusy || now.isStale) return;
    now.isBusy = true;
    now.isDirty = false;
    setSaving({ state: 'saving' });
    try {
      const body = { version: now.version, body: now.body };
      const answer = await call(contract.reports.writeParagraph, { params: { id: dossier, report, paragraph: paragraph.id }, body });
      now.version = answer.version;
      client.setQueryData(workingOf(dossier, report).queryKey, (working) => working && withParagraph(working, answer));
      if (now.isDirty) timer.current = setTimeout(save, rest);
      else kept.discard({ body: now.body, version: answer.version });
      setSaving({ state: now.isDirty ? 'typing' : 'kept' });
    } catch (error) {
      now.isDirty = true;
      const theirs = newerIn(error, ReportParagraph);
      now.isStale = theirs !== null;
      setSaving(theirs ? { state: 'stale', theirs } : { state: 'failed', error });
    } finally {
      now.isBusy = false;
    }
  });

  const change = (body: RichText | null) => {
    clearTimeout(timer.current);
    if (body === null) return setSaving({ state: 'unkeepable' });
    at.current.body = body;
    at.current.isDirty = true;
    kept.change({ body, version: at.current.version });
    setSaving((now) => (now.state === 'stale' ? now : { state: 'typing' }));
    timer.current = setTimeout(() => saving.state !== 'stale' && void save(), rest);
  };
  /** Goes on from a text that somebody else has kept: `body` is what shall stand now. */
  const goOn = (theirs: ReportParagraph, body: RichText) => {
    Object.assign(at.current, { body, version: theirs.version, isDirty: true, isStale: false });
    void save();
  };
  /** Takes the text that stands; what was typed is let go. */
  const letGo = (theirs: ReportParagraph) => {
    clearTimeout(timer.current);
    Object.assign(at.current, { body: theirs.body, version: theirs.version, isDirty: false, isStale: false });
    kept.discard({ body: theirs.body, version: theirs.version });
    client.setQueryData(workingOf(dossier, report).queryKey, (working) => working && withParagraph(working, theirs));
    setSaving({ state: 'kept' });
  };

  useEffect(() => {
    if (at.current.isDirty) void save();
    // Whoever closes the paragraph or leaves the page loses nothing.
    const leave = () => void save();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return { typed: at.current.body, saving, change, save, goOn, letGo, isRestored: kept.isRestored };
}
