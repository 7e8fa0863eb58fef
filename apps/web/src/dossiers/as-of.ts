import { AsOf } from '@servanda/contract';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { AddressText } from '../platform/address-lists.ts';

/** What the address of every page of a dossier may hold: the past moment (a day or a moment) at which it is read; without it, now. */
export const AsOfSearch = z.object({
  asOf: AddressText.refine((text) => text === undefined || AsOf.safeParse(text).success)
    .optional()
    .catch(undefined),
});
export type AsOfSearch = z.infer<typeof AsOfSearch>;

const route = getRouteApi('/inside/dossiers/$dossier');

/** The past moment at which the dossier is read; undefined: now. */
export const useAsOf = (): string | undefined => route.useSearch({ select: ({ asOf }) => asOf });

/** What a door of the dossier is sent: which dossier, and as of when. */
export const seen = (id: string, asOf: string | undefined) => ({ params: { id }, query: { asOf } });
