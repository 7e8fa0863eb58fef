import * as z from 'zod';
import { IdentityFinding } from './evidence/identity/identity.ts';
import { UnfitReason } from './evidence/unfit.ts';

/**
 * Everything that a person or program may do wrong, with the HTTP status and the default English sentence.
 * The web app's words are keyed by the same codes, so that a new code turns both sides red until it is worded.
 */
export const refusals = {
  invalid_input: [400, 'Some of what was sent cannot be used. Each field is named below with its remedy.'],
  unreadable_body: [400, 'The body could not be read. Send well-formed JSON in UTF-8.'],
  not_signed_in: [401, 'Sign in first. Nothing was changed.'],
  wrong_credentials: [401, 'The e-mail address or the password is not right.'],
  forbidden: [403, 'Your role does not allow this. Nothing was changed.'],
  cross_site: [403, 'The request came from another site and was refused.'],
  own_work: [403, 'A reviewer never decides on his or her own work. Ask another reviewer or lead.'],
  purpose_required: [403, 'This evidence is restricted. Say first for what purpose you open it; the journal keeps that.'],
  not_found: [404, 'There is nothing here, or it is not yours to see.'],
  copy_waiting: [409, 'The copy without metadata is being made. Try again in a moment.'],
  copy_impossible: [409, 'No copy without metadata could be made of this file, so it is given to nobody who may not see the original.'],
  stale_version: [409, 'Someone else saved a newer version while you were writing. Both texts are kept: compare and decide.'],
  wrong_state: [409, 'This step does not follow from where the work stands now.'],
  already_exists: [409, 'There is one already.'],
  element_not_applicable: [422, 'This element does not apply to the State, on the stated legal ground, and is not assessed.'],
  evidence_unknown: [422, 'A cited piece of evidence is not in this dossier or has been withdrawn.'],
  matrix_contradicts: [
    422,
    'The criminalisation matrix says no where the text of the treaty mandates it. Say why the law complies all the same, or mend the matrix.',
  ],
  identity_unconfirmed: [422, 'The text holds what may identify a child or a suspect. Take it out, or confirm that it may be public; the journal keeps that.'],
  state_unknown: [422, 'No State is known by this code, so none has joined the treaty under it. Choose one from the list of States.'],
  not_a_party: [
    422,
    'This State is not a party to the treaty: it has no obligation to track yet. Choose a State Party; the page of the State shows when it joins.',
  ],
  setup_code_wrong: [401, 'The setup code is not right, or has been used.'],
  file_too_large: [413, 'The file is larger than 25 MB. Split it, or upload the pages that matter.'],
  body_too_large: [413, 'The request is larger than this door accepts.'],
  file_not_a_document: [
    415,
    'Only documents are kept: PDF, DOCX, XLSX, ODT, ODS, RTF, TXT and CSV. Images, video, audio, archives and programs are refused, whatever their name.',
  ],
  file_disguised: [415, 'The file is not what its name says. Send the document in its own format.'],
  file_active: [415, 'The document holds macros or other active content. Save a copy without them, or as PDF, and send that.'],
  file_bloated: [415, 'The document unpacks to far more than it seems, as files do that are made to overload a service. Print it to a new PDF, and send that.'],
  file_infected: [415, 'The scanner knows this file as harmful. It was not kept. Tell your operator where it came from.'],
  scanner_away: [503, 'The scanner for harmful files does not answer, and nothing unscanned is kept. Try again in a moment, or tell the operator.'],
  file_empty: [415, 'The file is empty.'],
  range_unusable: [416, 'The file has no such part. Ask for bytes that it has, or for all of it.'],
  unsupported_media_type: [415, 'This door reads application/json.'],
  second_factor_required: [401, 'The password is right. Now prove it with your second factor.'],
  second_factor_wrong: [401, 'The code or key was not accepted. Codes work once; wait for the next one.'],
  second_factor_missing: [403, 'Your organisation asks for a second factor. Set one up in your account first.'],
  single_sign_on_missing: [403, 'Your organisation asks for its own sign-in. Link your account to it, or sign in by it.'],
  sign_on_refused: [
    401,
    'The sign-in of the organisation did not let you in: there is none of this name, it said no, or your account is not linked to it yet.',
  ],
  last_factor: [409, 'Your organisation asks for a second factor. Add another one before you remove this one.'],
  second_person_required: [403, 'Your organisation asks for a second person. Propose the release; somebody else reads and publishes it.'],
  confirm_identity: [403, 'Confirm who you are first: this act needs your password, key or code once more. Nothing was changed.'],
  withdrawn: [410, 'This was withdrawn by who published it. Its reason and its hash stand in its place.'],
  link_unusable: [410, 'This link has been used, has run out or was replaced. Ask for a new one.'],
  last_lead: [409, 'An organisation keeps at least one lead. Name another one first.'],
  source_needs_reader: [409, 'A source keeps a reader. Name another member as its reader first, or have it erased.'],
  repeated_differently: [422, 'This idempotency key came with another request before. Use a new key for a new act.'],
  still_running: [409, 'The first request with this idempotency key is still running. Ask again in a moment.'],
  moment_unusable: [422, 'Nothing can be read as of this moment: it lies in the future or before the record began.'],
  address_too_long: [414, 'The address is longer than this service reads.'],
  headers_too_large: [431, 'The request carries more headers than this service reads.'],
  precondition_required: [428, 'Say which version you saw.'],
  too_many_requests: [429, 'Too many tries. Wait a little and try again.'],
  internal: [500, 'The fault is ours. Nothing was changed; it has been logged under this request id.'],
  unavailable: [503, 'The service cannot reach its database just now. Nothing was lost; try again in a moment.'],
  storage_full: [507, 'The file store is full. The file was not kept; everything else goes on working. Tell the operator.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;
export const RefusalCode = z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]);

/** One field that could not be used: `path` as in `citations.0.pinpoint`, and what to do about it. */
export const FieldFault = z.object({ path: z.string(), code: z.string(), message: z.string() }).meta({ id: 'FieldFault' });
export type FieldFault = z.infer<typeof FieldFault>;

/** RFC 9457 problem details. `current` carries the newer record where a stale write was refused. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'URN of the code' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: RefusalCode,
    requestId: z.string(),
    fields: z.array(FieldFault).optional(),
    current: z.unknown().optional(),
    /** Where a text that is to be public may identify somebody. */
    found: z.array(IdentityFinding).optional(),
    /** What was found in a file that is not kept. */
    reason: UnfitReason.optional(),
    /** What stands in the place of a withdrawn release or statement; `number`: of a release. */
    tombstone: z.object({ id: z.string(), number: z.number().int().nullable(), sha256: z.string(), reason: z.string(), withdrawnAt: z.string() }).optional(),
    /** The next step of a sign-in: by which second factors it can be taken. */
    step: z.object({ methods: z.array(z.enum(['totp', 'recovery', 'passkey'])) }).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
