// What is to be done next, as a report tells it: who answers for an element, what is asked and not yet settled, and the dates of the treaty.
import * as z from 'zod';
import { RequestState } from '../evidence/requests.ts';
import { Role } from '../people/people.ts';
import { Day, ElementCode, Id } from '../shapes.ts';

/** Who answers for it: a body by its name, a member by the role alone, for reports name no persons. */
export const Responsible = z.object({ body: z.string().nullable(), role: Role.nullable() }).meta({ id: 'Responsible' });
export type Responsible = z.infer<typeof Responsible>;

/** A request for evidence that nobody has settled yet. */
export const OutstandingRequest = z
  .object({
    id: Id,
    element: ElementCode,
    citation: z.string(),
    wanted: z.string(),
    askedOn: Day,
    dueOn: Day,
    of: Responsible,
    state: RequestState.extract(['open', 'answered', 'sent_back', 'declined']),
    /** Due before the day of the report, and nobody has answered. */
    isOverdue: z.boolean(),
  })
  .meta({ id: 'OutstandingRequest' });
export type OutstandingRequest = z.infer<typeof OutstandingRequest>;

/** A date that the treaty sets. `on` is null where the Committee has set none, and may be a year or a month alone. */
export const TreatyDate = z
  .object({
    kind: z.enum(['initial-report', 'in-crc-report', 'every-five-years']),
    on: z.string().nullable(),
    rule: z.string(),
    /** Whoever printed or set the date, where it does not follow from the rule alone. */
    source: z.string().nullable(),
    isPast: z.boolean(),
  })
  .meta({ id: 'TreatyDate' });
export type TreatyDate = z.infer<typeof TreatyDate>;
