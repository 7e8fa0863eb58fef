import type { OrganisationKind } from '@servanda/contract';

/** Where the same kind of page stands in another organisation: what belongs to one only leads back to its list. */
export function sameKindOfPage(pathname: string, kind: OrganisationKind): string {
  if (pathname.startsWith('/dossiers')) return kind === 'operator' ? '/operator' : '/dossiers';
  if (pathname.startsWith('/operator')) return kind === 'operator' ? pathname : '/dossiers';
  if (pathname === '/organisation/keys') return '/organisation/members';
  if (pathname.startsWith('/brief')) return kind === 'operator' ? '/operator' : '/brief';
  if (pathname.startsWith('/journal')) return '/';
  return pathname;
}
