const key = 'servanda:sign-on';
/** Tells the tab in which an act waits that the proof was given in another. */
const channel = 'servanda:confirmed';

/** The sign-in name last used on this device. */
export const keptName = (): string => localStorage.getItem(key) ?? '';
export const keepName = (name: string): void => localStorage.setItem(key, name);

/** Leaves for the organisation's own sign-in. */
export const goTo = (url: string): void => globalThis.location.assign(url);

export const tellConfirmed = (): void => {
  const told = new BroadcastChannel(channel);
  told.postMessage('confirmed');
  told.close();
};
export const onConfirmed = (hear: () => void): (() => void) => {
  const heard = new BroadcastChannel(channel);
  heard.onmessage = hear;
  return () => heard.close();
};
