import { useLocation } from '@tanstack/react-router';

const key = 'servanda:invitation';

/**
 * The secret of a link in a letter. It stands behind the `#`, which no browser sends to a server or to another page;
 * an invitation is kept for this tab while its person signs in, so that it never stands in a query.
 */
export function useLinkToken(): string {
  const { hash, pathname } = useLocation();
  return hash || (pathname === '/invitation' ? (sessionStorage.getItem(key) ?? '') : '');
}

export const keepInvitation = (token: string): void => sessionStorage.setItem(key, token);
export const forgetInvitation = (): void => sessionStorage.removeItem(key);
