import type { Door } from './door.ts';
import type { RefusalCode } from './refusals.ts';

type Guarded = Pick<Door, 'access' | 'method' | 'path' | 'allows'>;

/** A door that reads one thing by its id does not tell those who may not read it that there is such a thing. */
export const hides = (door: Pick<Door, 'method' | 'path'>): boolean => door.method === 'GET' && door.path.includes('{');

/**
 * A door of the own account: reached also where the organisation asks for a second factor that is not there yet. What one follows, and the news of
 * it, are not: they tell what one works on there, and in which dossiers.
 */
export const isOwnAccount = ({ path }: Pick<Door, 'path'>): boolean =>
  path === '/api/session' || /^\/api\/(session|account)\/(?!(following|news|digest)\b)/.test(path);

/** Where the way in itself is set: a lead reaches it also when the organisation's own sign-in is broken. */
export const isWayIn = ({ path }: Pick<Door, 'path'>): boolean => path.startsWith('/api/organisation/sign-in');

/** What the gate may refuse with at a door, before anything of its word is asked. */
export function gateRefusals({ access, allows, ...door }: Guarded): RefusalCode[] {
  if (access !== 'session' || !allows) return [];
  const isNarrow = allows.roles.length < 4 || allows.kinds.length < 4;
  return [
    ...(isNarrow && hides(door) ? (['not_found'] as const) : []),
    ...((isNarrow && !hides(door)) || allows.key !== 'read' ? (['forbidden'] as const) : []),
    ...(isOwnAccount(door) ? [] : (['second_factor_missing', ...(isWayIn(door) ? [] : (['single_sign_on_missing'] as const))] as const)),
    ...(allows.fresh ? (['confirm_identity'] as const) : []),
  ];
}

const kindWords = { government: 'governments', ngo: 'NGOs', nhri: 'human-rights institutions', operator: 'the operator' };
const roleWords = { lead: 'leads', reviewer: 'reviewers', contributor: 'contributors', viewer: 'viewers' };
const listed = (words: string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** Who may come through a door, in one or two sentences. */
export function whoMayUse({ access, allows }: Guarded): string {
  if (access !== 'session' || !allows) return 'Open to anyone.';
  const roles = allows.roles.length === 4 ? 'every member' : listed(allows.roles.map((r) => roleWords[r]));
  const kinds = allows.kinds.length === 4 ? 'any organisation' : listed(allows.kinds.map((k) => kindWords[k]));
  const key = { read: 'API keys that may read', write: 'API keys that may write' };
  return [
    `For ${roles} of ${kinds}; ${allows.key ? key[allows.key] : 'no API key'}.`,
    ...(allows.fresh ? ['Only within minutes of proving anew who one is.'] : []),
  ].join(' ');
}
