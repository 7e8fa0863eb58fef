// What a release on its way leaves to earlier ones: what it does not cover stays as the newest one says that does (decision 0041). Pure.
import type { DossierRelease, ReleaseParts } from '@servanda/contract';

type Earlier = Pick<DossierRelease, 'number' | 'withdrawn' | 'parts'>;
export interface Stays {
  number: number;
  articles: number[];
  /** Whether the criminalisation matrix stays, too. */
  criminalisation: boolean;
}

/** The release from which a new one starts: the newest that stands. `releases`: the newest first. */
export const lastStanding = <T extends Earlier>(releases: readonly T[]): T | undefined => releases.find(({ withdrawn, parts }) => !withdrawn && parts);

/** By the release that goes on counting, the newest first, what `parts` leave to it. */
export function whatStays(releases: readonly Earlier[], chosen: ReleaseParts): Stays[] {
  const covered = new Set(chosen.articles);
  let isMatrixCovered = chosen.criminalisation === true;
  return releases.flatMap(({ number, withdrawn, parts }) => {
    if (withdrawn || !parts) return [];
    const articles = parts.articles.filter((article) => !covered.has(article));
    const criminalisation = parts.criminalisation === true && !isMatrixCovered;
    for (const article of articles) covered.add(article);
    isMatrixCovered ||= criminalisation;
    return articles.length > 0 || criminalisation ? [{ number, articles, criminalisation }] : [];
  });
}
