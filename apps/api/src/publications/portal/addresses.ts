// The addresses of the portal, in one place.
import { comparisonRoutes } from '../comparisons/routes.ts';

export const stateAddress = (iso3: string): string => `/public/states/${iso3}`;
export const matrixAddress = (iso3: string): string => `${stateAddress(iso3)}/criminalisation`;
export const obligationAddress = (iso3: string, code: string): string => `${stateAddress(iso3)}/obligations/${code}`;
export const releaseAddress = (id: string): string => `/public/publications/${id}`;
export const jsonAddress = (id: string): string => `/api/public/publications/${id}.json`;
export const fileAddress = (release: string, file: string): string => `/api/public/publications/${release}/files/${file}`;
export const dossierAddress = (dossier: string): string => `/public/dossiers/${dossier}`;
/** The news of a page, as a feed. */
export const feedAddress = (page: string): string => `${page}/feed.atom`;
/** What the pages of a State, of an obligation of it, and of a dossier say of their news: the feed, and where in the app they are followed. */
export const newsOfState = (iso3: string) => ({ feed: feedAddress(stateAddress(iso3)), follow: `/follow?state=${iso3}` });
export const newsOfObligation = (iso3: string, code: string) => ({
  feed: feedAddress(obligationAddress(iso3, code)),
  follow: `/follow?state=${iso3}&obligation=${code}`,
});
export const newsOfDossier = (dossier: string) => ({ feed: feedAddress(dossierAddress(dossier)), follow: `/follow?dossier=${dossier}` });
export const csvAddress = (id: string): string => `/public/publications/${id}/elements.csv`;
/** Where a statement stands on the page of its obligation. */
export const statementAnchor = (id: string): string => `s-${id}`;
/** Where an element stands on the page of a release. */
export const elementAnchor = (code: string): string => `e-${code}`;

/** Every route of the portal as the server knows it; the doors of programs are in the contract. */
export const portalRoutes = [
  '/public',
  '/public/',
  '/public/states/:iso3',
  '/public/states/:iso3/compare',
  '/public/states/:iso3/criminalisation',
  '/public/states/:iso3/obligations/:code',
  '/public/publications/:id',
  '/public/publications/:id/elements.csv',
  ...comparisonRoutes,
  '/public/feed.atom',
  '/public/states/:iso3/feed.atom',
  '/public/states/:iso3/obligations/:code/feed.atom',
  '/public/dossiers/:id/feed.atom',
  '/public/sitemap.xml',
  '/public/*',
  '/robots.txt',
] as const;
export type PortalRoute = (typeof portalRoutes)[number];
