import { contract, type Problem } from '@servanda/contract';
import * as z from 'zod';
import { type Again, call, remedyWith } from '../../platform/api.ts';
import { Asking } from '../../platform/asking.ts';
import type { Piece } from '../upload.ts';

interface AskedFor extends Piece {
  /** It was asked while something was saved, which goes on once it was told. */
  isSaving: boolean;
}
/** The purpose for which a restricted piece is to be opened; the dialog answers it. */
export const purposeAsked = new Asking<AskedFor, string>();
const openUntil = new Map<string, number>();

/** Whether a piece was opened in this tab and still stands open. */
export const isOpen = ({ evidence }: Piece): boolean => (openUntil.get(evidence) ?? 0) > Date.now();

/** Opens a piece for a purpose. */
export async function open(place: Piece, purpose: string): Promise<void> {
  const { openUntil: until } = await call(contract.evidence.open, { params: { id: place.id, evidence: place.evidence }, body: { purpose } });
  openUntil.set(place.evidence, Date.parse(until));
}

/** Asks for the purpose unless the piece stands open; false: it was not told. */
export const opened = async (place: Piece, isSaving = false): Promise<boolean> => isOpen(place) || (await purposeAsked.ask({ ...place, isSaving })) !== null;

const Cited = z.object({ citations: z.array(z.object({ evidence: z.string() })) });
/** The pieces that were not open: the one of the address, or those whose words the body quotes, as the refusal names them. */
function closedIn({ fields = [] }: Problem, { params, body }: Again): Piece[] {
  const { id, evidence } = params ?? {};
  if (typeof id !== 'string') return [];
  if (typeof evidence === 'string') return [{ id, evidence }];
  const cited = Cited.safeParse(body).data?.citations ?? [];
  const named = fields.flatMap(({ path }) => cited[Number(/^citations\.(\d+)\./.exec(path)?.[1])]?.evidence ?? []);
  return [...new Set(named)].map((one) => ({ id, evidence: one }));
}

// Whatever reads of a restricted piece is asked again, as it was sent, once the purpose was told.
remedyWith('purpose_required', async (problem, sending) => {
  const closed = closedIn(problem, sending);
  for (const place of closed) {
    openUntil.delete(place.evidence);
    if (!(await opened(place, sending.body !== undefined))) return null;
  }
  return closed.length ? sending : null;
});
