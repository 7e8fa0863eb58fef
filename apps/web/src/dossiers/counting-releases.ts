import type { PublicRelease } from '@servanda/contract';

type Published = Pick<PublicRelease, 'dossier' | 'number' | 'kind' | 'publishedAt' | 'articles' | 'withdrawn'>;
/** Of each dossier the releases that count, the newest first: one of some articles leaves the others to those before it. The State's own record stands first. */
export function countingOf<R extends Published>(releases: readonly R[]): R[][] {
  const standing = releases.filter(({ withdrawn }) => withdrawn === null).toSorted((a, b) => b.number - a.number);
  const dossiers = new Map<string, { counting: R[]; covered: number[] }>();
  for (const release of standing) {
    const told = dossiers.get(release.dossier) ?? { counting: [], covered: [] };
    const adds = (release.articles ?? []).filter((article) => !told.covered.includes(article));
    if (adds.length) dossiers.set(release.dossier, { counting: [...told.counting, release], covered: [...told.covered, ...adds] });
  }
  const byNewest = ([a]: R[], [b]: R[]) => Number(b?.kind === 'own') - Number(a?.kind === 'own') || (b?.publishedAt ?? '').localeCompare(a?.publishedAt ?? '');
  return [...dossiers.values()].map(({ counting }) => counting).toSorted(byNewest);
}
