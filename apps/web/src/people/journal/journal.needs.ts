import { ActGroup, contract, JournalAct } from '@servanda/contract';
import { z } from 'zod';
import { AddressText } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

const AddressDay = z.iso.date().optional().catch(undefined);

/** What the address of the journal may hold. `before` is the number of the entry at which the page before ended. */
export const JournalSearch = z.object({
  group: ActGroup.optional().catch(undefined),
  act: JournalAct.optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  dossier: z.uuid().optional().catch(undefined),
  element: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().regex(/^\d{1,2}(\.\d+(-\d+)?)?(\.[a-z]+)*$/))
    .optional()
    .catch(undefined),
  from: AddressDay,
  to: AddressDay,
  q: AddressText,
  before: z.number().int().min(1).optional().catch(undefined),
});
export type JournalSearch = z.infer<typeof JournalSearch>;

/** Entries on one page. */
export const journalSize = 50;

/** The register as the address asks for it. */
export const journalOf = ({ act, ...search }: JournalSearch) =>
  ask(contract.people.journal, { query: { ...search, ...(act ? { act: [act] } : {}), limit: journalSize } });

export const journalNeeds = (search: JournalSearch) => [
  journalOf(search),
  ask(contract.people.members, {}),
  ask(contract.dossiers.list, { query: {} }),
  ask(contract.obligations.list, {}),
];
