// Who of a coalition gave what a release says, where dossiers stand side by side: named beside who publishes, on screen and on paper.
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import type { Edition } from './edition.ts';
import { own } from './marks.ts';

type Said = { contributedBy?: string | undefined } | null | undefined;
/** Partners that are named outright; of more there stands how many, and their names come forth on focus, under the pointer and on paper. */
const mostNamed = 2;

/** Beneath a verdict, or beside who publishes it; nothing where it is the publisher's own. */
export const given = ({ words }: Edition, said: Said): Markup | null =>
  said?.contributedBy ? html`<small class="given">${words.release.given} ${own(said.contributedBy)}</small>` : null;

/** Every partner that gave something of it, in the order of the treaty. */
export const partnersOf = (said: readonly Said[]): string[] => [...new Set(said.flatMap((one) => (one?.contributedBy ? [one.contributedBy] : [])))];

/** “In coalition with …”; nothing where there is nobody. */
export function partnersPart({ words, fill }: Edition, names: readonly string[]): Markup | null {
  if (names.length === 0) return null;
  const listed = names.map((name, i) => html`${i ? ', ' : null}${own(name)}`);
  if (names.length <= mostNamed) return html`<span class="small soft partners">${words.release.partners} ${listed}</span>`;
  return html`<span class="small soft partners" tabindex="0"><span class="partner-count">${fill(words.release.partnersMany, { count: names.length })}</span><span class="partner-names">: ${listed}</span></span>`;
}

/** Dossiers as a sentence names them that speaks of one element: who publishes, and who of the coalition gave it. */
export const named = <D extends { dossier: string; organisation: string; elements: readonly { code: string; contributedBy?: string | undefined }[] }>(
  { words }: Edition,
  dossiers: readonly D[],
  code: string,
): { dossier: string; organisation: string }[] =>
  dossiers.map(({ dossier, organisation, elements }) => {
    const by = elements.find((element) => element.code === code)?.contributedBy;
    return { dossier, organisation: by ? `\u2068${organisation}\u2069 (${words.release.given} \u2068${by}\u2069)` : organisation };
  });
