import type { May } from '@servanda/contract';
import { policy as people } from '../people/people.policy.ts';
import type { Scope } from '../platform/db/scope.ts';

/** What of a piece decides who may do what with it. */
export interface Piece {
  isWithdrawn: boolean;
  isErased: boolean;
}
/** `isGuests`: given by the organisation for which a guest of a coalition asks. */
interface GivenPiece extends Piece {
  isGuests: boolean;
}
/** A guest of a coalition adds pieces, and changes none. */
const whileItStands = (who: Scope, piece: Piece): May => (who.guest ? { allowed: false, because: 'role' } : standing(who, piece));
const standing = (who: Scope, piece: Piece): May => {
  const may = people.addEvidence(who);
  return may.allowed && piece.isWithdrawn ? { allowed: false, because: 'state' } : may;
};

/** Who may do what with evidence; pure. The same answers are shown (`may`) and enforced. */
export const policy = {
  add: (who: Scope): May => people.addEvidence(who),
  revise: whileItStands,
  withdraw: whileItStands,
  /** To what the own organisation gave, a guest attaches files. */
  addFile: (who: Scope, piece: GivenPiece): May => (who.guest && !piece.isGuests ? { allowed: false, because: 'role' } : standing(who, piece)),
  /** An original with its metadata is for the members who may add evidence; no program and no guest gets it. */
  original: (who: Scope): May => (who.key || who.guest ? { allowed: false, because: 'role' } : people.addEvidence(who)),
  /** Erasing for reasons of data protection is the lead's, once. */
  erase: (who: Scope, piece: Piece): May => {
    const may = people.reviseFacts(who);
    return may.allowed && piece.isErased ? { allowed: false, because: 'state' } : may;
  },
};
