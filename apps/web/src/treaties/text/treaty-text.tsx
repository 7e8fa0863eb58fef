import type { Provision as ProvisionOf } from '@servanda/contract';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { english } from '../../platform/settings.ts';
import { Provision } from './provision.tsx';
import { type NoteText, type Run, TextContext } from './text-context.ts';
import { type Branch, firstRuns, forestOf, notesIn, signOf } from './tree.ts';
import './treaty-text.css';

interface TreatyTextProps {
  provisions: readonly ProvisionOf[];
  notes: readonly NoteText[];
  /** Which articles are shown; 0 is the preamble. */
  from: number;
  to: number;
  drawRun?: (run: Run) => React.ReactNode;
}

/** The treaty as a reader would print it: serif, a comfortable measure, notes under the article that they bear on. */
export const TreatyText = memo(function TreatyText({ provisions, notes, from, to, drawRun }: TreatyTextProps) {
  const { articles, reading } = useMemo(() => {
    const articles = forestOf(provisions).filter(({ provision }) => provision.article >= from && provision.article <= to);
    const byCode = new Map(notes.map((note) => [note.code, note]));
    const signed = articles.flatMap((article) =>
      notesIn(article, new Set(byCode.keys())).flatMap((code, i) => {
        const note = byCode.get(code);
        return note ? [[code, { sign: signOf(i), id: `note-${code}`, note }] as const] : [];
      }),
    );
    return { articles, reading: { notes: new Map(signed), first: firstRuns(articles) } };
  }, [provisions, notes, from, to]);
  const context = useMemo(() => ({ ...reading, drawRun }), [reading, drawRun]);
  return (
    <TextContext value={context}>
      <div className="treaty-text" {...english}>
        {articles.map((branch) => (
          <Article key={branch.provision.code} branch={branch} notes={reading.notes} />
        ))}
      </div>
    </TextContext>
  );
});

type Signed = ReadonlyMap<string, { sign: string; id: string; note: NoteText }>;

function Article({ branch, notes }: { branch: Branch; notes: Signed }) {
  const { t } = useTranslation(['treaties']);
  const { article } = branch.provision;
  const own = notesIn(branch, new Set(notes.keys())).flatMap((code) => notes.get(code) ?? []);
  return (
    <section className="article" id={`article-${article}`} aria-labelledby={`heading-${article}`}>
      <h2 id={`heading-${article}`} tabIndex={-1}>
        {/* The heading is the treaty's own, in its own language. */}
        {article === 0 ? 'Preamble' : `Article ${article}`}
      </h2>
      <Provision branch={branch} />
      {own.length > 0 ? (
        <div className="apparatus" role="note" aria-label={t('treaties:text.notes')}>
          {own.map(({ sign, id, note }) => (
            <p key={id} id={id} tabIndex={-1}>
              <a className="apparatus-sign" href={`#${id}-sign`} aria-label={t('treaties:text.back')}>
                {sign}
              </a>{' '}
              <b>{note.title}.</b> {note.text}
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}
