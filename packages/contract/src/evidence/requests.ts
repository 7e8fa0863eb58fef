// A piece of evidence that is asked of a colleague or a body, with a day by which it is due.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { BodyName } from '../people/bodies.ts';
import { Day, ElementCode, Id, Line, LookBack, May, Moment, Paging, Prose } from '../shapes.ts';

export const RequestState = z.enum(['open', 'answered', 'sent_back', 'accepted', 'declined', 'closed']);
export type RequestState = z.infer<typeof RequestState>;
export const RequestAct = z.enum(['answer', 'accept', 'send_back', 'decline', 'close']);
export type RequestAct = z.infer<typeof RequestAct>;

export const EvidenceRequest = z
  .object({
    id: Id,
    element: ElementCode,
    /** What is asked for, in the asker's words. */
    wanted: z.string(),
    dueOn: Day,
    isOverdue: z.boolean(),
    /** Of whom: a person or a body, never both. */
    person: z.object({ id: Id, name: z.string() }).nullable(),
    body: BodyName.nullable(),
    askedBy: z.object({ id: Id, name: z.string() }),
    askedAt: Moment,
    state: RequestState,
    /** Steps taken since it was asked; say the number with the next one. */
    steps: z.array(
      z.object({
        number: z.number().int(),
        act: RequestAct,
        note: z.string(),
        evidence: z.object({ id: Id, title: z.string() }).nullable(),
        by: z.string(),
        at: Moment,
      }),
    ),
    /** It waits for the asker's own person. */
    isMine: z.boolean(),
    may: z.object({ answer: May, accept: May, send_back: May, decline: May, close: May }),
  })
  .meta({ id: 'EvidenceRequest' });
export type EvidenceRequest = z.infer<typeof EvidenceRequest>;

export const AskEvidence = z
  .object({ element: ElementCode, wanted: Line(1000), dueOn: Day, person: Id.nullable().default(null), body: Id.nullable().default(null) })
  .refine((asked) => (asked.person === null) !== (asked.body === null), { path: ['person'], message: 'Choose a colleague or a body' })
  .meta({ id: 'AskEvidence' });
export const RequestStep = z
  .object({ act: RequestAct, seen: z.number().int().min(0).max(10_000), note: Prose(1000).default(''), evidence: Id.nullable().default(null) })
  .refine(({ act, note }) => (act !== 'send_back' && act !== 'decline') || note !== '', { path: ['note'], message: 'Say why' })
  .refine(({ act, evidence }) => (act === 'answer') === (evidence !== null), { path: ['evidence'], message: 'Name the piece of evidence that answers it' })
  .meta({ id: 'RequestStep' });

/** `mine`: those that wait for the reader · `overdue`: due, and nobody has answered. */
export const RequestsShown = z.enum(['mine', 'unfinished', 'overdue', 'all']);
export type RequestsShown = z.infer<typeof RequestsShown>;

const params = z.object({ id: Id });
const door = doorsOf('evidence');
export const requests = {
  requests: door('requests', {
    method: 'GET',
    path: '/api/dossiers/{id}/requests',
    summary: 'What was asked of whom, and how it stands; what waits longest first',
    guests: true,
    access: 'session',
    allows: allow.readers,
    input: { params, query: Paging.extend({ show: RequestsShown.default('unfinished'), element: ElementCode.optional() }).extend(LookBack.shape) },
    /** `mine`, `unfinished` and `overdue` count whatever is shown, of the element asked for or of all. */
    output: z.object({
      items: z.array(EvidenceRequest),
      total: z.number().int(),
      mine: z.number().int(),
      unfinished: z.number().int(),
      overdue: z.number().int(),
    }),
    refusals: ['not_found', 'moment_unusable'],
  }),
  ask: door('ask', {
    method: 'POST',
    path: '/api/dossiers/{id}/requests',
    summary: 'Ask a colleague or a body for a piece of evidence on an element; they are told by letter',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params, body: AskEvidence },
    output: EvidenceRequest,
    status: 201,
    refusals: ['not_found', 'forbidden', 'cross_site', 'unsupported_media_type'],
  }),
  stepRequest: door('stepRequest', {
    method: 'POST',
    path: '/api/dossiers/{id}/requests/{request}/steps',
    summary: 'Answer with a piece, accept, send back, decline or close; `seen` is the number of steps that were seen',
    repeats: true,
    access: 'session',
    allows: allow.writers,
    input: { params: params.extend({ request: Id }), body: RequestStep },
    output: EvidenceRequest,
    status: 201,
    refusals: ['not_found', 'forbidden', 'own_work', 'wrong_state', 'stale_version', 'evidence_unknown', 'cross_site', 'unsupported_media_type'],
  }),
};
