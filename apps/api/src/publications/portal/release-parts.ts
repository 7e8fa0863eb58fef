// What a release says, element by element, and the evidence that it shows.
import type { Release, ReleaseCitation, ReleaseElement, ReleaseEvidence } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor, fileAddress, stateAddress } from './addresses.ts';
import type { Edition } from './edition.ts';
import { outward, own, verdict } from './marks.ts';

/** Both verdicts with how far they are proven, and the day for which they hold. */
export function verdicts(edition: Edition, element: ReleaseElement): Markup {
  const { words, day, fill } = edition;
  const lane = (of: 'law' | 'practice', proof: ReleaseElement['lawProof']) =>
    html`<div><dt>${words.laneOf[of]}</dt><dd>${verdict(edition, of, element)}${proof === 'none' ? null : html` <span class="soft">${words.proof[proof]}</span>`}</dd></div>`;
  const told = [
    element.asOf ? fill(words.release.judged, { day: day(element.asOf) }) : '',
    element.isAccepted === null ? '' : element.isAccepted ? words.release.accepted : words.release.notAccepted,
  ].filter(Boolean);
  return html`<dl class="verdicts">${lane('law', element.lawProof)}${lane('practice', element.practiceProof)}</dl>${told.length ? html`<p class="soft small">${told.join(' · ')}</p>` : null}${contributor(edition, element)}`;
}

/** Who of a coalition gave the judgement; nothing where it is that of who publishes. */
export const contributor = ({ words }: Edition, { contributedBy }: Pick<ReleaseElement, 'contributedBy'>): Markup | null =>
  contributedBy === undefined ? null : html`<p class="small">${words.release.contributed} <b>${own(contributedBy)}</b></p>`;

/** Why: ground, reasons, and what is cited. `piece` gives the link to a piece. */
export function grounds({ words, fill }: Edition, element: ReleaseElement, piece: (citation: ReleaseCitation) => Markup): Markup {
  const { release: w } = words;
  const cited = element.citations.map(
    (one) =>
      html`<li>${piece(one)} <span class="soft">${words.stance[one.stance]}</span>${one.pinpoint ? html` · ${own(one.pinpoint)}` : null}${one.page ? html` · ${fill(w.page, { page: one.page })}` : null}${one.quote ? html`<blockquote dir="auto">${one.quote}</blockquote>` : null}</li>`,
  );
  return html`${element.ground ? html`<p>${words.ground[element.ground]}</p>` : null}${element.groundReason ? html`<p class="said" dir="auto">${element.groundReason}</p>` : null}
${element.reasons ? html`<div class="said" dir="auto">${element.reasons}</div>` : null}${element.qualifierNote ? html`<div class="said soft" dir="auto">${element.qualifierNote}</div>` : null}
${cited.length ? html`<ul class="cited" aria-label="${w.evidence}">${cited}</ul>` : null}${element.restsOnUnpublished ? html`<p class="soft small">${w.rests}</p>` : null}`;
}

/** Every element of a release, by article. */
export function elementParts(edition: Edition, { elements, state, evidence }: Release): Markup {
  const { words, to } = edition;
  const titles = new Map(evidence.map(({ ref, title }) => [ref, title]));
  const piece = ({ ref }: ReleaseCitation) => html`<a href="#piece-${ref}">${own(titles.get(ref) ?? String(ref))}</a>`;
  const one = (element: ReleaseElement) =>
    html`<article class="element" id="${elementAnchor(element.code)}"><h4><span lang="en" dir="ltr"><span class="cite">${element.citation}</span> ${element.title}</span></h4>${verdicts(edition, element)}${grounds(edition, element, piece)}
<p class="small"><a href="${to(`${stateAddress(state)}/obligations/${element.obligation}#${elementAnchor(element.code)}`)}">${words.release.beside}<span class="vh"> – ${element.citation}</span></a></p></article>`;
  const articles = [...new Set(elements.map(({ article }) => article))];
  return html`${articles.map((article) => html`<section><h3><bdi lang="en" dir="ltr">Article ${article}</bdi></h3>${elements.filter((element) => element.article === article).map(one)}</section>`)}`;
}

/** One published piece in its own words; its files are those of the release that holds it. */
export function pieceOf({ words, day, fill, size }: Edition, piece: ReleaseEvidence, release: string): Markup {
  const told = [piece.citation, piece.originator, piece.territory].filter(Boolean).map(own);
  const between = told.flatMap((one, i) => (i ? [html` · `, one] : [one]));
  return html`<b>${own(piece.title)}</b> <span class="soft">${words.evidenceKind[piece.kind]}${piece.datedOn ? `, ${fill(words.release.dated, { day: day(piece.datedOn) })}` : ''}</span>
${between.length ? html`<br>${between}` : null}${piece.summary ? html`<p class="said" dir="auto">${piece.summary}</p>` : null}${piece.url ? html`<p class="small">${outward(piece.url, words.release.elsewhere)}</p>` : null}
${piece.files.length ? html`<ul class="small">${piece.files.map((file) => html`<li><a href="${fileAddress(release, file.id)}" download>${own(file.name)}</a> <span class="soft">${size(file.sizeBytes)}, SHA-256 <code class="hash">${file.sha256}</code></span></li>`)}</ul>` : null}`;
}

export const evidencePart = (edition: Edition, { id, evidence }: Release): Markup =>
  evidence.length
    ? html`<ol class="pieces">${evidence.map((piece) => html`<li id="piece-${piece.ref}" value="${piece.ref}">${pieceOf(edition, piece, id)}</li>`)}</ol>`
    : html`<p class="none">${edition.words.release.noEvidence}</p>`;
