import type { UnfitReason } from '@servanda/contract';

/** Why a file is not kept; `detail` where more can be said than the contract's words for the reason. */
export interface Unfit {
  reason: UnfitReason;
  detail?: string | undefined;
}

/** Thrown while a file is looked through, in a thread that knows no refusals of doors. */
export class UnfitFile extends Error {
  readonly reason: UnfitReason;
  readonly detail: string | undefined;
  constructor(reason: UnfitReason, detail?: string) {
    super(detail ?? reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Ends the look at a file with its reason. */
export function unfit(reason: UnfitReason, detail?: string): never {
  throw new UnfitFile(reason, detail);
}
