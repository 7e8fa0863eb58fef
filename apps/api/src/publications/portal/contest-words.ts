// What was found between dossiers, in words.
import type { Lane } from '@servanda/contract';
import type { Contest, LaneContest } from '../../gaps/contest.rules.ts';
import type { Head } from './dossier-on.ts';
import type { Edition } from './edition.ts';

const apart = { 0: 'apart1', 1: 'apart1', 2: 'apart2', 3: 'apart3' } as const;

/** One lane: whether they agree, by how much they differ, or who alone speaks. */
export function laneFinding({ words, fill }: Edition, lane: LaneContest, dossiers: readonly Pick<Head, 'dossier' | 'organisation'>[]): string {
  const { contest: w } = words;
  const named = (of: readonly string[]) => dossiers.filter(({ dossier }) => of.includes(dossier)).map(({ organisation }) => organisation);
  if (lane.kind === 'silent') return w.silent;
  if (lane.kind === 'alone') return fill(w.alone, { who: named(lane.speaking).join(', ') });
  const quiet = dossiers.filter(({ dossier }) => !lane.speaking.includes(dossier)).map(({ organisation }) => organisation);
  const found = lane.kind === 'agree' ? w.agree : lane.on === 'applies' ? w.applies : lane.on === 'no_data' ? w.noData : w[apart[lane.distance]];
  return quiet.length ? `${found} ${fill(w.quiet, { who: quiet.join(', ') })}` : found;
}

/** How well what is contested is evidenced; nothing where nothing is. */
export const backingWords = ({ words }: Edition, { backing }: Contest): string => (backing ? words.backed[backing] : '');
export const lanes: readonly Lane[] = ['law', 'practice'];
