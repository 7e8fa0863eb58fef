// Every tab shares the session's cookie: where one changes the organisation, the others must not go on showing the other's pages.
const key = 'servanda:organisation-chosen';

export function tellOtherTabs(): void {
  localStorage.setItem(key, String(Date.now()));
}

/** Calls back when another tab has changed the organisation; returns what stops it. */
export function onOtherTab(heard: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) heard();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
