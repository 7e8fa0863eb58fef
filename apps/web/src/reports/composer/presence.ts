// Who else writes in a report at the moment. Every pause of a writer is kept, so that this is known without watching anybody.
import type { ReportParagraph } from '@servanda/contract';

/** Milliseconds after which somebody who kept nothing is held to have gone. */
const gone = 3 * 60_000;

/** Paragraphs in which somebody else has written a moment ago, the latest first. `seenAt`: milliseconds at which they were read. */
export const writtenNow = <P extends Pick<ReportParagraph, 'version' | 'by' | 'at'>>(paragraphs: readonly P[], seenAt: number, me: string): P[] =>
  paragraphs
    // The first text of each was drafted when the report was started: nobody sits at it.
    .filter(({ version, by, at }) => version > 1 && by !== me && seenAt - Date.parse(at) < gone)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
