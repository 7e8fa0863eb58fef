/** One key of a page. `does` are its words, already in the reader's language, for the list of keys. */
export interface Shortcut {
  key: string;
  does: string;
  act: () => void;
}

let active: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();

/** Puts a page's keys in force; answers how to take them back. A later page wins over an earlier one. */
export function register(shortcuts: readonly Shortcut[]): () => void {
  active = [...active, shortcuts];
  for (const listener of listeners) listener();
  return () => {
    active = active.filter((one) => one !== shortcuts);
    for (const listener of listeners) listener();
  };
}

export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const inForce = (): readonly (readonly Shortcut[])[] => active;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"],[role="listbox"]') !== null);

/** Listens for the keys of all pages; begun once by the shell. Keys with a modifier belong to the browser. */
export function listen(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const found = active.flat().findLast((shortcut) => shortcut.key === event.key);
    if (!found) return;
    event.preventDefault();
    found.act();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
