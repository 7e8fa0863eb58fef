import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Door, doors } from '@servanda/contract';
import { Database } from '../db/database.ts';
import type { Refusal } from '../http/refusal.ts';
import type { DoorRequest } from '../http/request.ts';
import { journalAlone } from './journal.ts';

/** What only some may do, or only one who has proven anew who he or she is: reviewing, people, keys, settings. */
const isDangerous = ({ name, method, allows }: Door): boolean =>
  method !== 'GET' && allows !== null && (allows.fresh || !allows.roles.includes('contributor') || name === 'assessments.review');
/** Ids and codes of the address as they were asked for; anything else that was typed there names nothing. */
const named = (params: unknown) => Object.fromEntries(Object.entries(params ?? {}).filter(([, value]) => /^[\w.-]{1,64}$/.test(String(value))));

/** The dangerous doors by method and route, as the server knows them. */
const dangerous = new Map(doors.filter(isDangerous).map((door) => [`${door.method} ${door.path.replace(/\{(\w+)\}/g, ':$1')}`, door.name]));

/**
 * A refused dangerous act is known to the journal: somebody tried what his or her role does not allow, or what does not
 * follow. It stands in a transaction of its own, after the refused one is rolled back, and never stands in the way of the answer.
 */
@Injectable()
export class RefusedActs {
  readonly #log = new Logger('journal');
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The name of the dangerous door that refused this request to somebody known; null where there is nothing to note. */
  noteworthy(request: DoorRequest, status: number): string | null {
    if (!request.scope || (status !== 403 && status !== 409)) return null;
    return dangerous.get(`${request.method} ${request.routeOptions?.url}`) ?? null;
  }

  async note({ scope, params }: DoorRequest, door: string, { code }: Refusal): Promise<void> {
    if (!scope) return;
    await journalAlone(this.db, scope, { act: 'act.refused', subject: 'door', subjectId: door, data: { code, at: named(params) } }).catch((error: unknown) =>
      this.#log.error(`The refusal of ${door} could not be written: ${error instanceof Error ? error.message : error}`),
    );
  }
}
