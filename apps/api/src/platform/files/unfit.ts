/** Why a file is not kept: the code of the refusal, and a sentence that says what was found and what to do. */
export interface Unfit {
  code: 'file_empty' | 'file_not_a_document' | 'file_disguised' | 'file_active';
  detail: string;
}

/** Thrown while a file is looked through, in a thread that knows no refusals of doors. */
export class UnfitFile extends Error {
  readonly code: Unfit['code'];
  constructor(code: Unfit['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Ends the look at a file with its reason. */
export function unfit(code: Unfit['code'], detail: string): never {
  throw new UnfitFile(code, detail);
}
