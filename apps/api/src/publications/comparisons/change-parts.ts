// Element by element, what is not as it was: verdicts then and now, the words of both in one, and the evidence that came.
import type { ElementChange, Lane, ReleaseChanges, ReleaseElement, ReleaseEvidence } from '@servanda/contract';
import { html, type Markup } from '../../platform/http/docs/markup.ts';
import { elementAnchor, releaseAddress, stateAddress } from '../portal/addresses.ts';
import type { Edition } from '../portal/edition.ts';
import { own, swatch, verdict } from '../portal/marks.ts';
import { contributor } from '../portal/release-parts.ts';
import { difference } from './text-difference.ts';
import { wordsIn } from './words.ts';

const isMoved = ({ law, practice, before, after }: ElementChange) => before !== null && after !== null && (law !== null || practice !== null);
/** Nothing but first verdicts: nobody had judged it before. */
const isFirst = ({ law, practice }: ElementChange) => [law, practice].every((move) => move === null || move === 'first');
const isThroughout = ({ before, after }: ElementChange) => before !== null && after !== null;

/** Verdicts that moved first, then what stands on other words or evidence, then what came into the releases or left them. */
export function changeParts(edition: Edition, changes: ReleaseChanges): Markup {
  const { changes: w } = wordsIn(edition);
  const { elements } = changes;
  const moved = elements.filter((one) => isMoved(one) && !isFirst(one));
  const firsts = elements.filter((one) => isMoved(one) && isFirst(one));
  const reasoned = elements.filter((one) => isThroughout(one) && !isMoved(one));
  const entered = elements.filter((one) => !isThroughout(one));
  const part = (heading: string, of: ElementChange[]) => (of.length ? html`<h2>${heading}</h2>${of.map((one) => elementPart(edition, changes, one))}` : null);
  return html`<h2>${w.moved}</h2>${moved.length ? moved.map((one) => elementPart(edition, changes, one)) : html`<p class="none">${w.movedNone}</p>`}${part(w.firsts, firsts)}${part(w.reasoned, reasoned)}${part(w.entered, entered)}`;
}

function elementPart(edition: Edition, changes: ReleaseChanges, one: ElementChange): Markup {
  const { to, words } = edition;
  const at = to(`${stateAddress(changes.to.state)}/obligations/${one.obligation}#${elementAnchor(one.code)}`);
  return html`<article class="element change" id="${elementAnchor(one.code)}"><h3><span lang="en" dir="ltr"><a class="cite" href="${at}">${one.citation}</a> ${one.title}</span></h3>
<dl class="verdicts moves">${(['law', 'practice'] as const).map((lane) => html`<div><dt>${words.laneOf[lane]}</dt><dd>${move(edition, lane, one)}</dd></div>`)}</dl>
${contributorsPart(edition, changes, one)}${reasonsPart(edition, changes, one)}${evidencePart(edition, changes, one)}</article>`;
}

/** Which organisation of a coalition judged; where it is another than then, both. */
function contributorsPart(edition: Edition, { from, to }: ReleaseChanges, { before, after }: ElementChange): Markup | null {
  const { changes: w } = wordsIn(edition);
  const [was, is] = [before, after].map((element) => (element?.assessedOn ? element : null));
  if (!was || !is || was.contributedBy === is.contributedBy) return contributor(edition, is ?? was ?? {});
  const said = (element: ReleaseElement, word: string, number: number | undefined) =>
    html`<div><p class="small soft">${edition.fill(word, { number: number ?? '' })}</p>${contributor(edition, element) ?? html`<p class="small">${own(to.organisation.name)}</p>`}</div>`;
  return html`<div class="then-now">${said(was, w.earlier, from?.number)}${said(is, w.later, to.number)}</div>`;
}

/** Then and now, and in which direction; the same verdict is shown once. */
function move(edition: Edition, lane: Lane, one: ElementChange): Markup {
  const w = wordsIn(edition);
  const proofs = (of: ReleaseElement) => (lane === 'law' ? of.lawProof : of.practiceProof);
  const said = (of: ReleaseElement | null) =>
    of
      ? html`${verdict(edition, lane, of)}${proofs(of) === 'none' ? null : html` <span class="soft">${edition.words.proof[proofs(of)]}</span>`}`
      : html`<span class="verdict silent">${swatch('unassessed')}${edition.words.release.outside}</span>`;
  const kind = one[lane];
  const isSame = kind === null && one.before !== null && one.after !== null && proofs(one.before) === proofs(one.after);
  if (isSame) return html`${said(one.after)} <span class="soft">(${w.changes.unmoved})</span>`;
  return html`<span class="then">${said(one.before)}</span> <span class="arrow" aria-hidden="true"></span><span class="vh"> ${w.changes.to} </span><span class="now">${said(one.after)}</span>${kind ? html` <span class="move is-${kind}">${w.changes.move[kind]}</span>` : null}`;
}

const wordsOf = (element: ReleaseElement | null) =>
  [element?.groundReason ?? '', element?.reasons ?? '', element?.qualifierNote ?? ''].filter(Boolean).join('\n\n');

function reasonsPart(edition: Edition, changes: ReleaseChanges, { before, after, isReworded }: ElementChange): Markup | null {
  const { changes: w } = wordsIn(edition);
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const column = (word: string, number: number | undefined, text: string) =>
    html`<div><h4>${edition.fill(word, { number: number ?? '' })}</h4>${text ? html`<div class="said" dir="auto">${text}</div>` : html`<p class="soft">${w.noWords}</p>`}</div>`;
  const apart = html`<div class="then-now">${column(w.earlier, changes.from?.number, was)}${column(w.later, changes.to.number, is)}</div>`;
  const hadVerdict = before && (!before.applies || before.law !== null || before.practice !== null);
  if (!before || !after || !isReworded || (!was && !hadVerdict)) return is || was ? html`<div class="said" dir="auto">${is || was}</div>` : null;
  const inOne = was && is ? difference(was, is, changes.to.language) : null;
  if (!inOne) return html`<h4>${w.why}</h4>${apart}`;
  return html`<h4>${w.why}</h4><p class="soft small">${w.marked}</p><div class="said difference" dir="auto">${inOne}</div><details><summary>${w.whole}</summary>${apart}</details>`;
}

function evidencePart(edition: Edition, changes: ReleaseChanges, { after, newlyCited, noLongerCited, law, practice }: ElementChange): Markup | null {
  const { words, to, fill } = edition;
  const { changes: w } = wordsIn(edition);
  const piece = (
    release: string | undefined,
    cited: { ref: number; title: string; pinpoint: string; stance: 'supports' | 'contradicts'; page: number | null },
  ) =>
    html`<a href="${to(`${releaseAddress(release ?? '')}#piece-${cited.ref}`)}">${own(cited.title || String(cited.ref))}</a> <span class="soft">${words.stance[cited.stance]}</span>${cited.pinpoint ? html` · ${own(cited.pinpoint)}` : null}${cited.page ? html` · ${fill(words.release.page, { page: cited.page })}` : null}`;
  const came = newlyCited.map((cited) => html`<li>${piece(changes.to.id, cited)} <b class="tag">${cited.isNew ? w.isNew : w.citedNow}</b></li>`);
  const went = noLongerCited.map((cited) => html`<li>${piece(changes.from?.id, cited)}</li>`);
  const none = (law || practice) && after && newlyCited.length === 0 ? html`<p class="soft small">${w.noNewEvidence}</p>` : null;
  return html`${came.length ? html`<h4>${w.onEvidence}</h4><ul class="cited">${came}</ul>` : none}${went.length ? html`<h4>${w.dropped}</h4><ul class="cited gone">${went}</ul>` : null}`;
}

/** Published pieces that one of the two releases has and the other has not. */
export function piecesPart(edition: Edition, { evidence, from, to }: ReleaseChanges): Markup | null {
  const { changes: w } = wordsIn(edition);
  if (evidence.added.length + evidence.dropped.length === 0) return null;
  const list = (heading: string, release: string, pieces: readonly ReleaseEvidence[]) =>
    pieces.length
      ? html`<div><h3>${heading}</h3><ul class="cited">${pieces.map((piece) => html`<li><a href="${edition.to(`${releaseAddress(release)}#piece-${piece.ref}`)}">${own(piece.title)}</a> <span class="soft">${edition.words.evidenceKind[piece.kind]}</span></li>`)}</ul></div>`
      : null;
  return html`<h2>${w.pieces}</h2><div class="then-now">${list(w.added, to.id, evidence.added)}${list(w.removed, from?.id ?? '', evidence.dropped)}</div>`;
}
