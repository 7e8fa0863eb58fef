/** As long, in frames, is looked whether the focus was dropped: what is new is drawn some frames after its answer is there. */
const looked = 60;
/** As long a dialog that closes is left to give it back itself. */
const left = 12;

const isBare = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Where the keyboard stood when an act began, to be given back once it is over: a button that waits is disabled, which drops the focus, and the
 * row that held it may be gone. Then the nearest heading around takes it. Whoever has gone elsewhere meanwhile is left there, and a dialog that
 * was closed gives it back itself.
 */
export function focusKept(): () => void {
  const origin = document.activeElement;
  if (!(origin instanceof HTMLElement) || isBare()) return () => undefined;
  const around: HTMLElement[] = [];
  for (let at = origin.parentElement; at; at = at.parentElement) around.push(at);
  return () => look(origin, around, 0);
}

function look(origin: HTMLElement, around: readonly HTMLElement[], frame: number): void {
  if (!isBare() && document.activeElement !== origin) return;
  if (!origin.isConnected && origin.closest('[data-gives-focus-back]')) return;
  if (isBare()) {
    origin.focus({ preventScroll: true });
    if (isBare() && (frame === looked || (frame >= left && !origin.isConnected))) (anew(origin, around) ?? headingOf(around))?.focus({ preventScroll: true });
  }
  if (frame < looked) requestAnimationFrame(() => look(origin, around, frame + 1));
}

/** A form that begins anew with what was kept has its button anew. */
function anew(origin: HTMLElement, around: readonly HTMLElement[]): HTMLElement | null {
  if (!(origin instanceof HTMLButtonElement) || origin.type !== 'submit') return null;
  const buttons = around.find((one) => one.isConnected)?.querySelectorAll<HTMLElement>('button[type=submit]') ?? [];
  return [...buttons].find((one) => one.textContent === origin.textContent) ?? null;
}

function headingOf(around: readonly HTMLElement[]): HTMLElement | null {
  const here = around.filter((one) => one.isConnected && one.closest('main'));
  const part = here.find((one) => one.querySelector('h1, h2, h3'));
  const heading = part?.querySelector<HTMLElement>('h1, h2, h3') ?? document.querySelector<HTMLElement>('main h1');
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}
