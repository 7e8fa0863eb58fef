import { Inject, Injectable } from '@nestjs/common';
import type { BodyName, Brief, BriefElement } from '@servanda/contract';
import { deadlinesOf } from '../dossiers/deadlines.rules.ts';
import { kinds } from '../gaps/gaps.rules.ts';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { Adherence, Override } from '../treaties/calendar.rules.ts';
import { bodySql, briefSql, postSql } from './brief.sql.ts';

interface Read {
  organisation: string;
  dossiers: { id: string; title: string; iso3: string; stateName: string; adherence: Adherence; overrides: Override[]; stateSource: string }[];
  elements: Omit<BriefElement, 'next'>[];
}
interface Whose {
  person: Brief['person'];
  body: BodyName | null;
}

@Injectable()
export class BriefQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of a person (a former one too), of a body, or of whoever asks; refuses not_found. */
  async brief(scope: Scope, of: { person?: string | undefined; body?: string | undefined }): Promise<Brief> {
    const on = this.clock.today();
    return this.db.read(scope, async (sql) => {
      const [whose] = of.body
        ? (await sql<{ body: BodyName }>(bodySql, [scope.organisation, of.body])).map(({ body }): Whose => ({ person: null, body }))
        : await sql<Whose>(postSql, [scope.organisation, of.person ?? scope.person]);
      if (!whose) refuse('not_found');
      const [read] = await sql<Read>(briefSql, [scope.organisation, on, whose.person?.id ?? null, whose.body?.id ?? null]);
      if (!read) refuse('internal');
      const elements = read.elements.map((element) => ({ ...element, next: [...new Set(element.gaps.map((kind) => kinds[kind].next))] }));
      const count = (is: (element: BriefElement) => boolean) => elements.filter(is).length;
      return {
        organisation: read.organisation,
        ...whose,
        on,
        madeAt: this.clock.now().toISOString(),
        counts: {
          elements: elements.length,
          returned: count(({ latest }) => latest?.status === 'returned'),
          drafts: count(({ latest }) => latest?.status === 'draft'),
          awaiting: count(({ gaps }) => gaps.includes('awaiting_review')),
          notAssessed: count(({ gaps }) => gaps.includes('not_assessed')),
        },
        dossiers: read.dossiers.map(({ adherence, overrides, stateSource, ...head }) => ({
          ...head,
          deadlines: deadlinesOf(adherence, overrides, stateSource, on),
        })),
        elements,
      };
    });
  }
}
