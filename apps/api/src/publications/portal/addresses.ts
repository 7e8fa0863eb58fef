// The addresses of the portal, in one place.
import { comparisonRoutes } from '../comparisons/routes.ts';

export const stateAddress = (iso3: string): string => `/public/states/${iso3}`;
export const matrixAddress = (iso3: string): string => `${stateAddress(iso3)}/criminalisation`;
export const releaseAddress = (id: string): string => `/public/publications/${id}`;
export const jsonAddress = (id: string): string => `/api/public/publications/${id}.json`;
export const fileAddress = (release: string, file: string): string => `/api/public/publications/${release}/files/${file}`;
export const csvAddress = (id: string): string => `/public/publications/${id}/elements.csv`;
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
  '/public/sitemap.xml',
  '/public/*',
  '/robots.txt',
] as const;
export type PortalRoute = (typeof portalRoutes)[number];
