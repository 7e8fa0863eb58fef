const key = 'servanda:heard';
let here = Date.now();
let written = 0;

/** A door behind the session has answered: the session is in use. Other tabs of this browser are told, twice a minute at most. */
export function hear(now = Date.now()): void {
  here = now;
  if (now - written < 30_000) return;
  written = now;
  try {
    localStorage.setItem(key, String(now));
  } catch {
    // Without a store each tab counts for itself.
  }
}

/** When a session was last in use, in whatever tab (milliseconds of this device's clock). */
export function heardAt(): number {
  try {
    return Math.max(here, Number(localStorage.getItem(key)) || 0);
  } catch {
    return here;
  }
}
