import type { Stretch } from '@servanda/contract';

/** A text with what was found in it; places in code points. */
export function Marked({ text, marks }: { text: string; marks: readonly Stretch[] }) {
  const letters = [...text];
  const parts = marks.map(({ start, end }, i) => ({
    start,
    before: letters.slice(marks[i - 1]?.end ?? 0, start).join(''),
    found: letters.slice(start, end).join(''),
  }));
  return (
    <>
      {parts.map(({ start, before, found }) => (
        <span key={start}>
          {before}
          <mark>{found}</mark>
        </span>
      ))}
      {letters.slice(marks.at(-1)?.end ?? 0).join('')}
    </>
  );
}
