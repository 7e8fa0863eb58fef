// The treaty's text with the state of each duty under its words, as one release judges it.
import { catalogue, type Provision, type Segment } from '@servanda/catalogue';
import type { ReleaseElement } from '@servanda/contract';
import { rolledLaw, rolledPractice } from '../../dossiers/roll-up.rules.ts';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor } from './addresses.ts';
import type { Edition } from './edition.ts';
import { type Judged, toneOf, wordOf } from './marks.ts';

/** Several elements as one, as an obligation is judged by its elements. */
function together(elements: readonly Judged[]): Judged {
  const within = elements.filter(({ applies }) => applies);
  return { applies: within.length > 0, law: rolledLaw(within.map(({ law }) => law)), practice: rolledPractice(within.map(({ practice }) => practice)) };
}

/** The articles that the release covers. */
export function treatyMap(edition: Edition, elements: readonly ReleaseElement[], articles: readonly number[]): Markup {
  const byCode = new Map(elements.map((element) => [element.code, element]));
  const met = new Set<string>();
  const { words } = edition;

  const run = (segment: Segment): Markup => {
    const { role, text, obligation, elements: codes } = segment;
    const first = codes[0];
    if (role === 'note') return html`<i class="note">${text}</i>`;
    if (role === 'optional') return html`<span class="may">${text}</span>`;
    if ((role !== 'element' && role !== 'obligation') || !first || !obligation) return html`${text}`;
    const judged = codes.flatMap((code) => byCode.get(code) ?? []);
    const all = catalogue.obligations.find(({ code }) => code === obligation)?.elements.length;
    // A beginning that only some elements share has no state of its own.
    if (judged.length === 0 || (role === 'obligation' && judged.length !== all)) return html`${text}`;
    const state = together(judged);
    const key = `${role} ${first}`;
    const isFirst = !met.has(key);
    met.add(key);
    const spoken = isFirst
      ? html`<span class="vh" lang="${edition.lang}" dir="${edition.dir}"> (${words.laneOf.law}: ${wordOf(edition, 'law', state)}; ${words.laneOf.practice}: ${wordOf(edition, 'practice', state)}) </span>`
      : null;
    return html`<a class="lanes u-${toneOf('law', state)} l-${toneOf('practice', state)}" href="#${elementAnchor(first)}"${isFirst ? null : html` tabindex="-1"`}>${text}${spoken}</a>`;
  };
  const provision = (of: Provision): Markup => {
    const below = catalogue.provisions.filter(({ parent }) => parent === of.code);
    const label = of.label && of.kind !== 'article' ? html`<span class="enumerator">${of.label}</span> ` : null;
    return html`<div class="p-${of.kind}">${of.segments.length ? html`<p>${label}${of.segments.map(run)}</p>` : null}${below.map(provision)}</div>`;
  };
  const roots = catalogue.provisions.filter(({ parent, article }) => parent === null && articles.includes(article));
  return html`<div class="treaty" lang="en" dir="ltr">${roots.map((root) => html`<section aria-labelledby="article-${root.article}"><h3 id="article-${root.article}">${root.citation}</h3>${provision(root)}</section>`)}</div>`;
}
