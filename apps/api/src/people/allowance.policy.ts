import { type Allowance, type Door, hides, type May, type OrganisationKind, type RefusalCode, type Role } from '@servanda/contract';

/** Who knocks, as far as it decides whether a door opens at all. */
export interface Caller {
  role: Role;
  organisationKind: OrganisationKind;
  /** What an API key was given; null: a person in a session. */
  right: Allowance['key'];
  /** Set for a guest of a coalition, to whom only a few doors open. */
  guest?: object | undefined;
  /** When the person last proved who he or she is (ISO 8601). */
  confirmedAt: string | null;
}

/** A proof holds this long, in milliseconds. */
export const proofLife = 5 * 60 * 1000;
/** So far may a proof lie ahead of the clock: two servers never agree to the second. */
const skew = 60 * 1000;

const isFresh = (confirmedAt: string | null, now: Date) => {
  const age = confirmedAt === null ? Number.NaN : now.getTime() - Date.parse(confirmedAt);
  return age <= proofLife && age >= -skew;
};
const opensToKey = ({ key, fresh }: Allowance, right: 'read' | 'write') => !fresh && key !== null && (key === 'read' || right === 'write');

/** The one table of who comes through which door is the contract's `allows`; this reads it. Pure. */
export const policy = {
  /** Whether a door opens to a role in a kind of organisation: what screens are told, and what the words' own policies begin with. */
  mayUse: ({ allows, guests }: Pick<Door, 'allows' | 'guests'>, who: Pick<Caller, 'role' | 'organisationKind' | 'guest'>): May =>
    allows?.roles.includes(who.role) && allows.kinds.includes(who.organisationKind) && (guests || !who.guest)
      ? { allowed: true, because: null }
      : { allowed: false, because: 'role' },

  /** With what a caller is refused before any handler runs; null: the door opens. */
  refusalAt(door: Pick<Door, 'method' | 'path' | 'allows' | 'guests'>, caller: Caller, now: Date): RefusalCode | null {
    const { allows } = door;
    if (!allows) return 'not_found';
    if (caller.right !== null && !opensToKey(allows, caller.right)) return 'forbidden';
    if (!policy.mayUse(door, caller).allowed) return hides(door) ? 'not_found' : 'forbidden';
    return allows.fresh && !isFresh(caller.confirmedAt, now) ? 'confirm_identity' : null;
  },
};
