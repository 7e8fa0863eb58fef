import type { ReactNode } from 'react';

interface RecordTableProps<Column extends string> {
  /** Said to who does not see the page around it. */
  caption: string;
  columns: readonly Column[];
  headOf: (column: Column) => string;
  /** Columns of numbers. */
  figures?: readonly Column[];
  /** A class of its own, for the widths of its columns. */
  className?: string;
  /** The rows. */
  children: ReactNode;
}

/** A table of things, whose rows become small cards where the page is narrow. */
export function RecordTable<Column extends string>({ caption, columns, headOf, figures = [], className = '', children }: RecordTableProps<Column>) {
  return (
    <table className={`record record-stacks ${className}`.trim()}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={figures.includes(column) ? 'figure' : undefined}>
              {headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
