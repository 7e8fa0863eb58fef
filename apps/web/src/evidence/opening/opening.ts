import { contract } from '@servanda/contract';
import { call, remedyWith } from '../../platform/api.ts';
import { Asking } from '../../platform/asking.ts';
import type { Piece } from '../upload.ts';

/** The purpose for which a restricted piece is to be opened; the dialog answers it. */
export const purposeAsked = new Asking<Piece, string>();
const openUntil = new Map<string, number>();

/** Whether a piece was opened in this tab and still stands open. */
export const isOpen = ({ evidence }: Piece): boolean => (openUntil.get(evidence) ?? 0) > Date.now();

/** Opens a piece for a purpose. */
export async function open(place: Piece, purpose: string): Promise<void> {
  const { openUntil: until } = await call(contract.evidence.open, { params: { id: place.id, evidence: place.evidence }, body: { purpose } });
  openUntil.set(place.evidence, Date.parse(until));
}

/** Asks for the purpose unless the piece stands open; false: it was not told. */
export const opened = async (place: Piece): Promise<boolean> => isOpen(place) || (await purposeAsked.ask(place)) !== null;

// Whatever reads of a restricted piece is asked again, as it was sent, once the purpose was told.
remedyWith('purpose_required', async (_, sending) => {
  const { id, evidence } = sending.params ?? {};
  if (typeof id !== 'string' || typeof evidence !== 'string') return null;
  openUntil.delete(evidence);
  return (await opened({ id, evidence })) ? sending : null;
});
