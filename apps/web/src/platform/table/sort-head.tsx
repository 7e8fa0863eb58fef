import type { ReactNode } from 'react';
import './table.css';

interface SortHeadProps<C extends string> {
  column: C;
  /** The column that the table is sorted by, and which way. */
  sort: C;
  direction: 'asc' | 'desc';
  onSort: (column: C, direction: 'asc' | 'desc') => void;
  /** Which way a column goes when it is first chosen. */
  first?: 'asc' | 'desc';
  className?: string;
  children: ReactNode;
}

/** The head of a column that sorts the table; its state is told by `aria-sort` and shown by an arrow. */
export function SortHead<C extends string>({ column, sort, direction, onSort, first = 'asc', className, children }: SortHeadProps<C>) {
  const isChosen = column === sort;
  const turned = direction === 'asc' ? 'desc' : 'asc';
  return (
    <th scope="col" className={className} aria-sort={isChosen ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}>
      <button type="button" className="sort-head" onClick={() => onSort(column, isChosen ? turned : first)}>
        {children}
        <svg viewBox="0 0 8 12" aria-hidden>
          <path d="M1 4.5 4 1.5 7 4.5" data-on={isChosen && direction === 'asc' ? '' : undefined} />
          <path d="M1 7.5 4 10.5 7 7.5" data-on={isChosen && direction === 'desc' ? '' : undefined} />
        </svg>
      </button>
    </th>
  );
}
