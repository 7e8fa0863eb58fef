import { useDisclosure } from '@mantine/hooks';
import { Link, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer, announce } from '../announce.tsx';
import { listen } from '../keyboard/registry.ts';
import { toSearch, useKeys } from '../keyboard/use-keys.ts';
import { Toasts } from '../toasts.tsx';
import { NetworkNotice } from './network-notice.tsx';
import './shell.css';

// Dialogs are loaded when they are first opened.
const KeysDialog = lazy(() => import('../keyboard/keys-dialog.tsx'));
const Legend = lazy(() => import('../marks/legend.tsx'));

const heading = () => document.querySelector<HTMLElement>('main h1');

/** Goes to the heading of the page that has come. The page left may stand for some frames more, until the new one's words are there. */
function arrive(left: Element | null, frames = 120): void {
  const found = heading();
  if (frames > 0 && (!found || found === left)) {
    requestAnimationFrame(() => arrive(left, frames - 1));
    return;
  }
  found?.focus({ preventScroll: true });
  announce(document.title);
}

/** The frame of every page: where am I, how do I get elsewhere. `places` and `account` are laid in by the routes. */
export function Shell({ places, account, children }: { places: ReactNode; account: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const router = useRouter();
  const [keysOpen, keys] = useDisclosure(false);
  const [legendOpen, legend] = useDisclosure(false);
  useEffect(listen, []);
  useKeys([
    { key: '/', does: t('keys.search'), act: toSearch },
    { key: 'l', does: t('keys.legend'), act: legend.toggle },
    { key: '?', does: t('keys.help'), act: keys.toggle },
  ]);
  // A new page is announced by its title and begins at its heading; a changed filter is not a new page.
  useEffect(() => {
    let left: Element | null = null;
    const leaving = router.subscribe('onBeforeLoad', () => {
      left = heading();
    });
    const arriving = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      if (pathChanged && fromLocation) arrive(left);
    });
    return () => {
      leaving();
      arriving();
    };
  }, [router]);
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="bar">
        <Link to="/" className="wordmark">
          {t('shell.name')}
        </Link>
        <nav aria-label={t('shell.places')}>{places}</nav>
        <div className="bar-end no-print">
          <button type="button" className="bar-key" onClick={legend.open} title={t('legend.title')} aria-keyshortcuts="l">
            {t('legend.short')} <kbd>l</kbd>
          </button>
          <button type="button" className="bar-key" onClick={keys.open} title={t('keys.title')} aria-keyshortcuts="?">
            {t('keys.short')} <kbd>?</kbd>
          </button>
          {account}
        </div>
      </header>
      <NetworkNotice />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Announcer />
      <Toasts />
      <Suspense>
        {keysOpen ? <KeysDialog opened close={keys.close} /> : null}
        {legendOpen ? <Legend opened close={legend.close} /> : null}
      </Suspense>
    </>
  );
}
