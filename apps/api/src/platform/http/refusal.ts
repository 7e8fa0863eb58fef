import { type FieldFault, type IdentityFinding, type Problem, type RefusalCode, refusals, type UnfitReason } from '@servanda/contract';

/**
 * What is told beside the code: `step` is the next step of a sign-in; `retryAfter`: seconds after which it is worth trying again;
 * `size`: bytes of the file of which a part was asked for that it has not.
 */
type More = {
  fields?: FieldFault[];
  current?: unknown;
  found?: IdentityFinding[];
  detail?: string;
  reason?: UnfitReason;
  step?: Problem['step'];
  tombstone?: Problem['tombstone'];
  retryAfter?: number | undefined;
  size?: number;
};

/** What a person or program did wrong. Knows no HTTP; the filter turns it into problem+json. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly more: More = {},
  ) {
    super(more.detail ?? refusals[code][1]);
  }
}

/** Refuses the act at hand: `refuse('not_found')`. `current` carries the newer record of a stale write. */
export function refuse(code: RefusalCode, more?: More): never {
  throw new Refusal(code, more);
}

/** Refuses one field, naming it and the remedy. */
export const refuseField = (path: string, message: string): never => refuse('invalid_input', { fields: [{ path, code: 'custom', message }] });
