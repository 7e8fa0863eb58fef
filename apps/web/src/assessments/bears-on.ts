/** A provision as a code of the catalogue: "Article 3(1)(a)(ii)" and "art. 3.1.a.ii" both become `3.1.a.ii`. */
export const asCode = (provision: string): string =>
  provision
    .toLowerCase()
    .replace(/^\s*art(icles?|\.)?\s*/, '')
    .replace(/[^0-9a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '');

const holds = (outer: string, inner: string) => outer === inner || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}-`);

/** Whether a reservation to `provision` touches an element: it is to the whole, to what holds the element, or to a part of it. */
export function bearsOn(provision: string, element: string): boolean {
  const code = asCode(provision);
  if (!/^\d/.test(code)) return true;
  return holds(code, element) || holds(element, code);
}
