import type { WorkingReport } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { draftKey, isDraftKept } from '../../platform/draft.ts';

/** Where what somebody types in a paragraph lies until it is kept. */
export const paragraphDraft = (person: string, dossier: string, paragraph: string): string => draftKey(person, dossier, `paragraph:${paragraph}`);

/** Paragraphs of which something typed lies on this device and was never kept. */
export function useUnsaved(dossier: string, { paragraphs }: WorkingReport) {
  const { person } = useSession();
  return () => paragraphs.filter(({ id }) => isDraftKept(paragraphDraft(person.id, dossier, id)));
}

/** What was left unsaved when this page was left (the session ended, the network went, the machine stopped): where it is. */
export function Unsaved({ dossier, report }: { dossier: string; report: WorkingReport }) {
  const { t } = useTranslation(['composer']);
  const unsaved = useUnsaved(dossier, report);
  // Those that were found on the way in: what is typed now says itself how it stands.
  const [found] = useState(() => new Set(unsaved().map(({ id }) => id)));
  const left = found.size > 0 ? unsaved().filter(({ id }) => found.has(id)) : [];
  if (left.length === 0) return null;
  return (
    <p className="notice unsaved" role="status">
      {t('composer:unsaved.list')}{' '}
      {left.map(({ id, number }) => (
        <a key={id} href={`#para-${id}`}>
          {number === null ? t('composer:paragraph.leftOut') : t('composer:paragraph.name', { number })}
        </a>
      ))}
    </p>
  );
}
