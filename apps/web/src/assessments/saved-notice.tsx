import type { Assessment } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { english } from '../platform/settings.ts';
import { useChangedWords } from './changed-words.ts';
import { nextGap } from './next-gap.ts';
import type { Chosen } from './use-chosen.ts';

export interface Saved {
  element: string;
  recorded: Assessment;
}

/** What was saved and what changed by it, and the way to the next gap. Takes the focus, since the form that had it is gone. */
export function SavedNotice({ saved: { recorded }, chosen: { dossier, states, element } }: { saved: Saved; chosen: Chosen }) {
  const { t } = useTranslation(['assessments']);
  const changed = useChangedWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const next = nextGap(states, element.code);
  return (
    <div ref={place} tabIndex={-1} className="notice saved">
      <p>
        <strong>{t(`assessments:saved.title.${recorded.status}`)}</strong>. {changed(recorded)}.
      </p>
      {next ? (
        <p>
          {t('assessments:saved.next')}:{' '}
          <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: next.obligation }} search={{ element: next.code, assess: true }}>
            <span {...english}>{t('assessments:saved.nextLink', { citation: next.citation, title: next.title })}</span>
          </Link>
        </p>
      ) : (
        <p>{t('assessments:saved.noNext')}</p>
      )}
    </div>
  );
}
