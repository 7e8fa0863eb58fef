import { contract, Id } from '@servanda/contract';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type AsOfSearch, seen } from '../../dossiers/as-of.ts';
import { AddressText } from '../../platform/address-lists.ts';
import { ask, ensureAll } from '../../platform/queries.ts';
import { spanPattern } from './passage-address.ts';

/** What the address of a text may hold. `file`: the piece's first where none is named · `page` · `at`: a passage on it, in code points. */
export const TextSearch = z.object({
  file: AddressText.pipe(Id.optional().catch(undefined)),
  page: z.number().int().min(1).max(1_000_000).optional().catch(undefined),
  at: AddressText.pipe(z.string().regex(spanPattern).optional().catch(undefined)),
});
export type TextSearch = z.infer<typeof TextSearch>;

/** One page of a file's text. */
export const pageOf = (id: string, evidence: string, file: string, page: number) =>
  ask(contract.evidence.text, { params: { id, evidence, file }, query: { from: page, limit: 1 } });
export const pieceOf = (id: string, evidence: string, asOf: string | undefined) => ask(contract.evidence.get, { params: { id, evidence }, query: { asOf } });
export const revisionsOf = (id: string, evidence: string, asOf: string | undefined) =>
  ask(contract.evidence.revisions, { params: { id, evidence }, query: { asOf } });

/** Fetches the page that the address names; which file it is of is known once the piece is there. */
export async function loadText(client: QueryClient, id: string, evidence: string, { file, page = 1, asOf }: TextSearch & AsOfSearch): Promise<void> {
  const others = ensureAll(client, [ask(contract.dossiers.get, seen(id, asOf)), ask(contract.obligations.list, {}), revisionsOf(id, evidence, asOf)]);
  const piece = await client.ensureQueryData(pieceOf(id, evidence, asOf));
  const named = file ?? piece.files[0]?.id;
  if (named) await client.ensureQueryData(pageOf(id, evidence, named, page));
  await others;
}
