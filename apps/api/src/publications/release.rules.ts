// A release from what was read and chosen: first its matter, which its preview shows, then the release itself. Pure.
import { canonicalJson, catalogue, sha256 } from '@servanda/catalogue';
import {
  type Lane,
  type Release,
  type ReleaseChoice,
  type ReleaseElement,
  type ReleaseFinding,
  type ReleaseMatter,
  releaseFormatOf,
  type Tally,
} from '@servanda/contract';
import { decideFindings } from './findings.rules.ts';
import type { Material, MaterialElement } from './material.ts';
import { matrixOf } from './release-matrix.rules.ts';

interface Told {
  /** The day of the cut-off. */
  on: string;
  erratumOf: ReleaseMatter['erratumOf'];
}
export interface Prepared {
  matter: ReleaseMatter;
  sha256: string;
  findings: ReleaseFinding[];
}

/** By this key the choice is made whether judgements that nobody has accepted yet are published. */
export const notReviewed = 'not_reviewed';

/** What the public would see of the choice, and what was found in it. */
export function prepare(material: Material, { parts, language, note, decisions }: ReleaseChoice, { on, erratumOf }: Told): Prepared {
  const refs = new Map(parts.evidence ? material.evidence.map(({ piece }, i) => [piece, i + 1]) : []);
  const pending = material.elements.filter(({ isAccepted }) => isAccepted === false);
  const onPending = decisions.find(({ key }) => key === notReviewed)?.decision ?? null;
  const told = material.elements.map((element) => (onPending === 'leave_out' ? unless(element) : element));
  const elements = told.map((element) => elementOf(element, parts.reasons, refs));
  const matter: ReleaseMatter = {
    state: material.state,
    stateName: material.stateName,
    treaty: 'opsc',
    organisation: material.organisation,
    dossier: material.dossier,
    language,
    asOf: on,
    catalogue: { version: catalogue.version, sha256: catalogue.sha256 },
    parts: { ...parts, articles: [...new Set(parts.articles)].sort((a, b) => a - b), files: parts.files && parts.evidence },
    coverage: coverageOf(elements),
    elements,
    evidence: parts.evidence ? material.evidence.map(({ piece: _, ...told }, i) => ({ ref: i + 1, ...told, files: parts.files ? told.files : [] })) : [],
    ...(parts.criminalisation ? { criminalisation: matrixOf(material.matrix, told, parts) } : {}),
    leftOut: {
      internalPieces: material.internalPieces,
      restrictedPieces: material.restrictedPieces,
      files: parts.files && parts.evidence ? material.filesWithoutCopy : 0,
      suppressed: [],
    },
    note,
    erratumOf,
  };
  const findings = decideFindings(matter, decisions);
  if (pending.length > 0) findings.push(pendingFinding(pending, onPending));
  return { matter, sha256: sha256(canonicalJson(matter)), findings };
}

const pendingFinding = (pending: MaterialElement[], decision: ReleaseFinding['decision']): ReleaseFinding => {
  const words = pending.map(({ citation }) => citation).join(', ');
  return { key: notReviewed, kind: 'not_reviewed', place: 'release', field: 'elements', words, at: 0, length: words.length, decision };
};

/** An element as if its judgement, which nobody has accepted, were not there. */
const unless = (element: MaterialElement): MaterialElement =>
  element.isAccepted === false
    ? {
        ...element,
        ...{ law: null, practice: null, lawProof: 'none', practiceProof: 'none', isAccepted: null, asOf: null, periodFrom: null, periodTo: null },
        ...{ assessedOn: null, reasons: '', qualifierNote: '', matrixReason: '', cited: 0, citations: [], contributedBy: null },
      }
    : element;

function elementOf(material: MaterialElement, isReasoned: boolean, refs: ReadonlyMap<string, number>): ReleaseElement {
  const { cited, citations, matrixReason: _, contributedBy, ...element } = material;
  const shown = citations.flatMap(({ piece, ...citation }) => {
    const ref = refs.get(piece);
    return ref === undefined ? [] : [{ ref, ...citation }];
  });
  return {
    ...element,
    reasons: isReasoned ? element.reasons : '',
    qualifierNote: isReasoned ? element.qualifierNote : '',
    citations: shown,
    restsOnUnpublished: cited > shown.length,
    ...(contributedBy === null ? {} : { contributedBy }),
  };
}

type Proven = Pick<ReleaseElement, 'applies' | 'law' | 'practice' | 'lawProof' | 'practiceProof' | 'article'>;
const tallyOf = (elements: readonly Proven[], lane: Lane): Tally => {
  const proofs = elements.map((element) => element[`${lane}Proof`]);
  return {
    applicable: elements.filter(({ applies }) => applies).length,
    assessed: elements.filter((element) => element.applies && element[lane] !== null).length,
    claimed: proofs.filter((proof) => proof !== 'none').length,
    evidenced: proofs.filter((proof) => proof === 'evidenced' || proof === 'verified').length,
    verified: proofs.filter((proof) => proof === 'verified').length,
  };
};
const lanesOf = (elements: readonly Proven[]) => ({ law: tallyOf(elements, 'law'), practice: tallyOf(elements, 'practice') });

/** Coverage of the published articles, from their elements. */
export function coverageOf(elements: readonly Proven[]): ReleaseMatter['coverage'] {
  const articles = [...new Set(elements.map(({ article }) => article))].sort((a, b) => a - b);
  return { overall: lanesOf(elements), byArticle: articles.map((article) => ({ article, ...lanesOf(elements.filter((e) => e.article === article)) })) };
}

type Stamp = Pick<Release, 'id' | 'number' | 'publishedAt' | 'publisher'>;
/** The bytes of a release and their hash. */
export function freeze(matter: ReleaseMatter, stamp: Stamp): { content: string; sha256: string } {
  const unsealed = { format: releaseFormatOf(matter), ...stamp, ...matter };
  const content = canonicalJson({ ...unsealed, seal: sha256(canonicalJson(unsealed)) });
  return { content, sha256: sha256(content) };
}
