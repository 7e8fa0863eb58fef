import type { Joined } from './world/coalition.ts';
import { type Ledger, ledgers } from './world/ledgers.ts';
import type { Filled } from './world/matrices.ts';
import type { Saying } from './world/said.ts';
import type { At, Cited, Given, Judgement, Piece, Post, Provided, Requested } from './world/shapes.ts';

/** One act of one person at one moment; each leaves exactly one entry in the journal of the organisation. */
export type Act = { at: At; by: Post; ledger: Ledger } & (
  | { does: 'open' }
  | { does: 'revise facts' }
  | { does: 'assign'; given: Given }
  | { does: 'ask in'; organisation: string }
  | { does: 'join' }
  | { does: 'add'; piece: Piece }
  | { does: 'attach'; piece: Piece }
  | { does: 'revise'; piece: Piece; changes: NonNullable<Piece['revised']>['changes'] }
  | { does: 'withdraw'; piece: Piece; reason: string }
  | { does: 'count'; piece: Piece; number: number; rows: NonNullable<Piece['counted']>[number]['rows'] }
  | { does: 'provide'; provision: Provided }
  | { does: 'amend'; provision: Provided; changes: NonNullable<Provided['amended']>['changes'] }
  | { does: 'ask'; request: Requested }
  | { does: 'move'; request: Requested; number: number }
  | { does: 'fill'; filled: Filled }
  | { does: 'publish'; note: string }
  | { does: 'say'; saying: Saying }
  | { does: 'record'; element: string; number: number; judgement: Judgement; cites: readonly Cited[] }
  | { does: 'review'; element: string; number: number; act: 'submit' | 'accept' | 'return'; reason: string }
);

/** An act that belongs to the same stroke of work comes the given minutes later. */
const later = (at: At, minutes: number): At => {
  const moment = new Date(new Date(at).getTime() + minutes * 60_000).toISOString();
  return `2026-${moment.slice(5, 10)}T${moment.slice(11, 16)}Z`;
};

function actsOnPiece(ledger: Ledger, piece: Piece): Act[] {
  const { by, at } = piece;
  return [
    { at, by, ledger, does: 'add', piece },
    ...(piece.file ? [{ at: later(at, 2), by, ledger, does: 'attach' as const, piece }] : []),
    ...(piece.counted ?? []).map(({ at, rows }, i): Act => ({ at, by, ledger, does: 'count', piece, number: i + 1, rows })),
    ...(piece.revised ? [{ at: piece.revised.at, by, ledger, does: 'revise' as const, piece, changes: piece.revised.changes }] : []),
    ...(piece.withdrawn ? [{ at: piece.withdrawn.at, by, ledger, does: 'withdraw' as const, piece, reason: piece.withdrawn.reason }] : []),
  ];
}

const actsOnProvision = (ledger: Ledger, provision: Provided): Act[] => [
  { at: provision.at, by: provision.by, ledger, does: 'provide', provision },
  ...(provision.amended ? [{ at: provision.amended.at, by: provision.by, ledger, does: 'amend' as const, provision, changes: provision.amended.changes }] : []),
];

const actsOnCoalition = (ledger: Ledger, { organisation, asked, joined, by }: Joined): Act[] => [
  { at: asked, by: ledger.by, ledger, does: 'ask in', organisation },
  { at: joined, by, ledger, does: 'join' },
];

const actsOnRequest = (ledger: Ledger, request: Requested): Act[] => [
  { at: request.at, by: request.by, ledger, does: 'ask', request },
  ...request.steps.map(({ at, by }, i): Act => ({ at, by, ledger, does: 'move', request, number: i + 1 })),
];

function actsOnJudgement(ledger: Ledger, element: string, number: number, judgement: Judgement): Act[] {
  const { submitted, accepted, returned } = judgement;
  const review = (by: Post, at: At, act: 'submit' | 'accept' | 'return', reason = ''): Act => ({
    at,
    by,
    ledger,
    does: 'review',
    element,
    number,
    act,
    reason,
  });
  return [
    { at: judgement.at, by: judgement.by, ledger, does: 'record', element, number, judgement, cites: judgement.cites },
    ...(submitted && submitted !== 'at once' ? [review(judgement.by, submitted, 'submit')] : []),
    ...(accepted ? [review(accepted.by, accepted.at, 'accept', accepted.reason)] : []),
    ...(returned ? [review(returned.by, returned.at, 'return', returned.reason)] : []),
  ];
}

const actsOf = (ledger: Ledger): Act[] => [
  { at: ledger.at, by: ledger.by, ledger, does: 'open' },
  ...(ledger.revised ? [{ at: ledger.revised.at, by: ledger.by, ledger, does: 'revise facts' as const }] : []),
  ...(ledger.given ?? []).map((given): Act => ({ at: given.at, by: ledger.by, ledger, does: 'assign', given })),
  ...(ledger.coalition ? actsOnCoalition(ledger, ledger.coalition) : []),
  ...ledger.evidence.flatMap((piece) => actsOnPiece(ledger, piece)),
  ...(ledger.provisions ?? []).flatMap((provision) => actsOnProvision(ledger, provision)),
  ...(ledger.requests ?? []).flatMap((request) => actsOnRequest(ledger, request)),
  ...(ledger.matrix ? [{ at: ledger.matrix.at, by: ledger.matrix.by, ledger, does: 'fill' as const, filled: ledger.matrix }] : []),
  ...(ledger.published ?? []).map(({ at, note }): Act => ({ at, by: ledger.by, ledger, does: 'publish', note })),
  ...(ledger.said ?? []).map((saying): Act => ({ at: saying.at, by: ledger.by, ledger, does: 'say', saying })),
  ...Object.entries(ledger.judgements).flatMap(([element, all]) => all.flatMap((judgement, i) => actsOnJudgement(ledger, element, i + 1, judgement))),
];

/** Everything that happens in the demonstration world, in the order of time. */
export const timeline = (): Act[] => ledgers.flatMap(actsOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
