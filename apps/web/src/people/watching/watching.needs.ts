import { contract } from '@servanda/contract';
import { z } from 'zod';
import { AddressPage } from '../../platform/address-lists.ts';
import { ask } from '../../platform/queries.ts';

export const NewsSearch = z.object({ page: AddressPage, unread: z.boolean().optional().catch(undefined) });
export type NewsSearch = z.infer<typeof NewsSearch>;
/** News on one page. */
export const newsSize = 30;
export const newsOf = ({ page = 1, unread = false }: NewsSearch) =>
  ask(contract.people.news, { query: { limit: newsSize, offset: (page - 1) * newsSize, unread: unread ? 'true' : 'false' } });
export const followingOf = () => ask(contract.people.following, {});
export const unreadOf = () => ask(contract.people.unreadNews, {});

export const newsNeeds = (search: NewsSearch) => [newsOf(search), followingOf(), unreadOf()];
export const followingNeeds = () => [followingOf(), unreadOf()];

/** By what is known whether a dossier can be followed; each is refused or empty where it is not one's own, or not published. */
export const dossierOf = (id: string) => ask(contract.dossiers.get, { params: { id }, query: {} });
export const newestReleaseOf = (dossier: string) => ask(contract.publications.releases, { query: { dossier, limit: 1 } });

/** What a public page asks to follow: `?state=XAA`, `?state=XAA&obligation=8.1.e` or `?dossier=…`. */
export const FollowSearch = z.object({
  state: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  obligation: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  dossier: z.uuid().optional().catch(undefined),
});
export type FollowSearch = z.infer<typeof FollowSearch>;
