import { type ReactNode, useId } from 'react';
import './part.css';

interface PartProps {
  title: string;
  /** What this part is about, in a sentence or two. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One part of a page of settings or facts: what it is stands beside what can be done, so that a wide window is used; beneath one another on a narrow one. */
export function Part({ title, lead, children }: PartProps) {
  const id = useId();
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{title}</h2>
        {lead ? <p className="soft">{lead}</p> : null}
      </div>
      <div className="part-body">{children}</div>
    </section>
  );
}
