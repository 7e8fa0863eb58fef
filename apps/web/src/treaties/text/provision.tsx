import type { Provision as ProvisionOf } from '@servanda/contract';
import { Fragment } from 'react';
import { type Segment, useReading } from './text-context.ts';
import type { Branch } from './tree.ts';

/** One provision and what stands under it, its enumerator hanging in the margin as printed. */
export function Provision({ branch: { provision, children } }: { branch: Branch }) {
  return (
    <div className={`provision provision-${provision.kind}`} id={`p-${provision.code}`}>
      {provision.segments.length > 0 ? (
        <p>
          {provision.label && provision.kind !== 'article' ? <span className="enumerator">{provision.label}</span> : null}
          {provision.segments.map((segment, i) => (
            <RunOfWords key={i} segment={segment} provision={provision} index={i} />
          ))}
        </p>
      ) : null}
      {children.map((child) => (
        <Provision key={child.provision.code} branch={child} />
      ))}
    </div>
  );
}

function RunOfWords({ segment, provision, index }: { segment: Segment; provision: ProvisionOf; index: number }) {
  const { drawRun, first } = useReading();
  const { role, obligation, elements, text } = segment;
  const isFirst = first.has(`${provision.code} ${index}`);
  const drawn =
    obligation && (role === 'element' || role === 'obligation') && drawRun
      ? drawRun({ segment, obligation, element: role === 'element' ? (elements[0] ?? null) : null, citation: provision.citation, isFirst })
      : null;
  return (
    <Fragment>
      {drawn ?? <Plain role={role} text={text} />}
      <NoteSign of={segment.ref} />
    </Fragment>
  );
}

function Plain({ role, text }: { role: Segment['role']; text: string }) {
  if (role === 'note') return <i className="text-note">{text}</i>;
  if (role === 'optional') return <span className="text-optional">{text}</span>;
  if (role === 'element' || role === 'obligation') return <span className="text-duty">{text}</span>;
  return text;
}

/** The sign of the note that bears on the words before it; leads to the note under the article. */
function NoteSign({ of }: { of: string | null }) {
  const { notes } = useReading();
  const found = of === null ? undefined : notes.get(of);
  if (!found) return null;
  return (
    <a className="note-sign" href={`#${found.id}`} id={`${found.id}-sign`} aria-label={found.note.title}>
      {found.sign}
    </a>
  );
}
