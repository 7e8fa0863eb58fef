import { type ReactNode, useId } from 'react';
import './part.css';

interface PartProps {
  title: string;
  /** Where an address leads that ends in `#…`. */
  id?: string;
  /** What this part is about, in a sentence or two. */
  lead?: ReactNode;
  children: ReactNode;
}

/** One part of a page of settings or facts: what it is stands beside what can be done, so that a wide window is used; beneath one another on a narrow one. */
export function Part({ title, id, lead, children }: PartProps) {
  const own = useId();
  const name = id ?? own;
  return (
    <section className="part" aria-labelledby={name}>
      <div className="part-head">
        <h2 id={name}>{title}</h2>
        {lead ? <p className="soft">{lead}</p> : null}
      </div>
      <div className="part-body">{children}</div>
    </section>
  );
}
