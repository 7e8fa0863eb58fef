// What comparisons know, for pages and doors alike: one statement each, in the public's own role.
import { Inject, Injectable } from '@nestjs/common';
import { catalogue, findElement } from '@servanda/catalogue';
import {
  type ComparedDossier,
  type DossierKind,
  type ElementCompared,
  type ElementsCompared,
  type Lane,
  type LawKey,
  type PracticeKey,
  type PublicRelease,
  Release,
  type StatesCompared,
  type VerdictCounts,
} from '@servanda/contract';
import { PublicDatabase } from '../../platform/db/public-database.ts';
import { changesSql, elementComparedSql, elementsComparedSql, statesComparedSql } from './comparisons.sql.ts';

/** A State that may be chosen. */
export interface KnownState {
  iso3: string;
  name: string;
  isInvented: boolean;
  published: number;
}
export interface ElementSought {
  law: LawKey | null;
  practice: PracticeKey | null;
  kind: DossierKind | null;
  limit: number;
  offset: number;
}
/** Two releases as they were found; `other` may be of another dossier. Contents are null once withdrawn. */
export interface TwoReleases {
  head: PublicRelease;
  stateName: string;
  release: Release | null;
  other: PublicRelease | null;
  otherRelease: Release | null;
  siblings: PublicRelease[];
}
type SaidOfState = NonNullable<StatesCompared['elements'][number]['positions'][number]>;
type LaneCounts = { law: Partial<VerdictCounts['law']>; practice: Partial<VerdictCounts['practice']> };

const elements = catalogue.obligations.flatMap((obligation) =>
  obligation.elements.map(({ code, article, citation, title }) => ({ code, obligation: obligation.code, article, citation, title })),
);
/** The codes of the elements in the order of the treaty. */
export const elementOrder: readonly string[] = elements.map(({ code }) => code);

const none = {
  law: { compliant: 0, largely_compliant: 0, partially_compliant: 0, non_compliant: 0, not_assessed: 0, not_applicable: 0 },
  practice: { effective: 0, substantial: 0, limited: 0, none: 0, no_data: 0, not_assessed: 0, not_applicable: 0 },
};
const parsed = (content: string | null) => (content === null ? null : Release.parse(JSON.parse(content)));

@Injectable()
export class ComparisonsQueries {
  constructor(@Inject(PublicDatabase) private readonly db: PublicDatabase) {}

  /** States side by side; a State that is not known is not among them. */
  async states(iso3s: readonly string[], dossiers: readonly string[], article: number | null): Promise<StatesCompared & { known: KnownState[] }> {
    interface Row {
      known: KnownState[];
      states: (Omit<KnownState, 'published'> & { dossiers: ComparedDossier[]; positions: Partial<Record<string, SaidOfState>> | null })[];
    }
    const [row] = await this.#rows<Row>(statesComparedSql, [iso3s, dossiers]);
    const states = row?.states ?? [];
    return {
      known: row?.known ?? [],
      states: states.map(({ positions: _, ...state }) => ({ ...state, stands: state.dossiers[0] ?? null })),
      elements: elements
        .filter((element) => article === null || element.article === article)
        .map((element) => ({ ...element, positions: states.map(({ positions }) => positions?.[element.code] ?? null) })),
    };
  }

  /** One element across all dossiers; null where there is no such element. */
  async element(code: string, { law, practice, kind, limit, offset }: ElementSought): Promise<ElementCompared | null> {
    const element = findElement(code) ? elements.find((one) => one.code === code) : undefined;
    if (!element) return null;
    const [row] = await this.#rows<LaneCounts & Pick<ElementCompared, 'items' | 'total'>>(elementComparedSql, [code, kind, law, practice, limit, offset]);
    const counts = { law: { ...none.law, ...row?.law }, practice: { ...none.practice, ...row?.practice } };
    return { element, counts, items: row?.items ?? [], total: row?.total ?? 0 };
  }

  /** Every element: how many dossiers give which verdict. */
  async elements(kind: DossierKind | null): Promise<ElementsCompared> {
    type Row = { dossiers: number; states: number } & { [lane in Lane]: Partial<Record<string, LaneCounts[lane]>> };
    const [row] = await this.#rows<Row>(elementsComparedSql, [kind]);
    const [dossiers, states] = [row?.dossiers ?? 0, row?.states ?? 0];
    // A dossier that gives no verdict is not counted by the statement: it may not hold the element at all.
    const silent = (counts: Partial<Record<string, number>>) => dossiers - Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
    const items = elements.map((element) => {
      const [law, practice] = [row?.law[element.code] ?? {}, row?.practice[element.code] ?? {}];
      const counts = {
        law: { ...none.law, ...law, not_assessed: silent(law) },
        practice: { ...none.practice, ...practice, not_assessed: silent(practice) },
      };
      return { ...element, counts };
    });
    return { dossiers, states, items };
  }

  /** Two releases of one dossier, or what hinders it; null where there is no such release. */
  async changes(id: string, since: string | null): Promise<TwoReleases | null> {
    interface Row {
      release: PublicRelease;
      stateName: string;
      content: string | null;
      other: PublicRelease | null;
      otherContent: string | null;
      siblings: PublicRelease[];
    }
    const [row] = await this.#rows<Row>(changesSql, [id, since]);
    if (!row) return null;
    const { release: head, content, otherContent, ...rest } = row;
    return { head, ...rest, release: parsed(content), otherRelease: parsed(otherContent) };
  }

  #rows<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return this.db.read((sql) => sql<Row>(text, values));
  }
}
