import type { ReleaseMatrix } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { matrixAddress, releaseAddress, stateAddress } from './addresses.ts';
import type { Head } from './dossier-on.ts';
import type { Edition } from './edition.ts';
import type { Page } from './frame.ts';
import { own } from './marks.ts';
import { columnOn } from './matrix-names.ts';
import { differ, inRanges, matrixLegend, matrixTable, valueIn, valuesAt } from './matrix-parts.ts';
import { matrixWords } from './matrix-words.ts';
import type { OnRecord } from './portal.queries.ts';

/** A published dossier with its criminalisation matrix. */
export interface DossierOnMatrix extends Head {
  criminalisation: ReleaseMatrix;
}

/** The criminalisation matrices of a State beside one another, and where they differ. */
export function matrixPage(edition: Edition, { state, dossiers }: { state: OnRecord; dossiers: DossierOnMatrix[] }): Page {
  const { to, fill, day } = edition;
  const words = matrixWords(edition.lang);
  const matrices = dossiers.map(({ criminalisation }) => criminalisation);
  const listed = dossiers.map(
    (one) =>
      html`<li><a href="${to(releaseAddress(one.id))}#criminalisation">${own(one.organisation)}</a> <span class="soft">${edition.words.kind[one.kind]} · ${fill(edition.words.release.kicker, { number: one.number })}, ${day(one.publishedAt)} · SHA-256 <code dir="ltr">${one.sha256.slice(0, 16)}…</code></span></li>`,
  );
  const body = html`<div class="m-page"><p class="kicker"><a href="${to(stateAddress(state.iso3))}"><span lang="en" dir="ltr">${state.name}</span></a></p>
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${dossiers.length === 0 ? html`<p class="none">${words.none}</p>` : beside(edition, matrices, listed)}</div>`;
  const title = fill(words.of, { state: state.name });
  return { status: 200, title, description: fill(words.description, { state: state.name }), path: matrixAddress(state.iso3), body };
}

function beside(edition: Edition, matrices: readonly ReleaseMatrix[], listed: Markup[]): Markup {
  const words = matrixWords(edition.lang);
  return html`<details><summary>${words.rule}</summary><p class="small rule">${words.ruleWords}</p></details>
<h2>${words.dossiers}</h2><ol class="releases">${listed}</ol>
${matrixLegend(edition, matrices.length > 1)}${matrixTable(edition, matrices)}
<div class="m-differ"><h2>${words.differences}</h2>${differences(edition, matrices)}</div>`;
}

/** Column by column: acts about which the dossiers say the same different things stand in one line. */
function differences(edition: Edition, matrices: readonly ReleaseMatrix[]): Markup {
  const { lang, fill } = edition;
  const words = matrixWords(lang);
  const [first] = matrices;
  if (!first || matrices.length < 2) return html`<p class="none">${words.one}</p>`;
  const all = first.acts.map(({ code }) => code);
  const found = first.columns.flatMap(({ code, title }) => {
    const lines = new Map<string, string[]>();
    for (const act of first.acts) {
      const values = valuesAt(matrices, act.code, code);
      const said = values.map((value, i) => fill(words.said, { n: i + 1, value: valueIn(words, value) })).join(' · ');
      if (differ(values)) lines.set(said, [...(lines.get(said) ?? []), act.code]);
    }
    return lines.size
      ? [
          html`<section><h3>${columnOn(edition, code, title)}</h3><ul>${[...lines].map(([said, acts]) => html`<li><bdi dir="ltr">${inRanges(acts, all)}</bdi> <span class="soft">–</span> ${said}</li>`)}</ul></section>`,
        ]
      : [];
  });
  return found.length ? html`<p>${words.differencesLead}</p>${found}` : html`<p class="none">${words.agree}</p>`;
}
