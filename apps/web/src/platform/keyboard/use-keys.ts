import { useEffect, useEffectEvent } from 'react';
import { register, type Shortcut } from './registry.ts';

/** Puts keys in force while the component is on screen: `useKeys([{ key: 'j', does: t('keys.next'), act: next }])`. */
export function useKeys(shortcuts: readonly Shortcut[]): void {
  const listed = shortcuts.map(({ key, does }) => `${key}\t${does}`).join('\n');
  const act = useEffectEvent((key: string) => shortcuts.find((shortcut) => shortcut.key === key)?.act());
  useEffect(() => {
    const lines = listed.split('\n').map((line) => line.split('\t'));
    return register(lines.map(([key = '', does = '']) => ({ key, does, act: () => act(key) })));
  }, [listed]);
}

/** Moves the focus to the next (1) or previous (-1) stop, an element marked `data-stop`, in reading order. */
export function moveStop(by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) => stop.offsetParent !== null);
  const at = stops.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
  // Without a stop in focus, reading begins where the reader is looking.
  const inSight = stops.findIndex((stop) => stop.getBoundingClientRect().top > 96);
  const next = at < 0 ? Math.max(inSight, 0) : Math.min(Math.max(at + by, 0), stops.length - 1);
  stops[next]?.focus({ preventScroll: true });
  stops[next]?.scrollIntoView({ block: 'center' });
}

/** `/`: to the page's own search field, marked `data-search`, else to that of the dossier. */
export function toSearch(): void {
  (document.querySelector<HTMLElement>('[data-search]') ?? document.querySelector<HTMLElement>('[data-search-dossier]'))?.focus();
}
