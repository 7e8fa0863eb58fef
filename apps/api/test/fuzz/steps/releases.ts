// Dossiers and releases of their own for the steps of publishing and of what is said in public: away from those that other steps share.
import { contract, type Door } from '@servanda/contract';
import { type Ids, pathOf } from '../../matrix/knock.ts';
import { factsOf, plant, unknownIds } from '../../matrix/world.ts';
import type { At } from '../edge-steps.ts';

const { publications } = contract;
export const json = (body: object) => JSON.stringify(body);
const choice = { parts: { articles: [3, 4], reasons: true, evidence: true, files: true }, language: 'en', note: '', decisions: [] };
/** The choice with a word to the public. */
export const withWord = (note: string): object => ({ ...choice, note });
/** The choice with a judgement that nobody has accepted yet. */
export const unreviewed = { ...choice, decisions: [{ key: 'not_reviewed', decision: 'publish' }] };

export const as = async ({ standing }: At, role: 'lead' | 'reviewer', tenant: 'watch' | 'aruna' = 'watch') => ({
  cookie: await standing.session(tenant, role),
});
export const dossier = async (on: At, title: string): Promise<Ids> => ({
  ...unknownIds,
  id: await plant(on.world, 'watch', '/api/dossiers', { iso3: 'XAA', title, facts: factsOf('watch') }),
});
/** What a door answers. */
export async function answerOf(on: At, door: Door, ids: Ids, headers: { cookie: string }, body?: string | FormData): Promise<string> {
  const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(on.at + pathOf(door, ids), { method: door.method, headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) });
  return answer.text();
}
export const idIn = (text: string): string => /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
export const hashIn = (text: string): string => /"sha256":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
/** What publishing and proposing take: a choice, and what its preview showed. */
export async function read(on: At, ids: Ids, chosen: object = choice): Promise<string> {
  const shown = await answerOf(on, publications.preview, ids, await as(on, 'lead'), json(chosen));
  return json({ choice: chosen, preview: hashIn(shown) });
}
/** A dossier with a release. */
export async function released(on: At, title: string): Promise<Ids> {
  const ids = await dossier(on, title);
  return { ...ids, publication: idIn(await answerOf(on, publications.publish, ids, await as(on, 'lead'), await read(on, ids))) };
}
