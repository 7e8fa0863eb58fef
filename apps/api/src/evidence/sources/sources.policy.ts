import { contract, type May, type Source } from '@servanda/contract';
import { policy as allowance } from '../../people/allowance.policy.ts';
import type { Scope } from '../../platform/db/scope.ts';

const { addSource, openSource, reviseSource, nameSourceReader, eraseSource, unnameSourceReader } = contract.evidence;
/** A source as it is read; only its readers come so far. */
export type SourceRow = Omit<Source, 'may' | 'isMineAlone' | 'readers'> & { readers: Omit<Source['readers'][number], 'may'>[] };
type Reader = SourceRow['readers'][number];

const unless = (may: May, isWrong: boolean): May => (may.allowed && isWrong ? { allowed: false, because: 'state' } : may);

/** Who may do what with a source; pure. Being its reader is what row-level security has asked already. */
export const policy = {
  add: (who: Scope, piece: { erased: boolean }): May => unless(allowance.mayUse(addSource, who), piece.erased),
  open: (who: Scope, { erased }: SourceRow): May => unless(allowance.mayUse(openSource, who), erased !== null),
  revise: (who: Scope, { erased }: SourceRow): May => unless(allowance.mayUse(reviseSource, who), erased !== null),
  name: (who: Scope, { erased }: SourceRow): May => unless(allowance.mayUse(nameSourceReader, who), erased !== null),
  erase: (who: Scope, { erased }: SourceRow): May => unless(allowance.mayUse(eraseSource, who), erased !== null),
  /** Who wrote it down goes on reading it, and one who is active stays. */
  unname: (who: Scope, source: SourceRow, reader: Reader): May =>
    unless(allowance.mayUse(unnameSourceReader, who), reader.isWriter || !isReadBeside(source, reader.person.id)),
};

/** Whether an active member beside this one reads the source. */
export const isReadBeside = ({ readers }: SourceRow, person: string): boolean => readers.some((one) => one.isActive && one.person.id !== person);
