// A statement from what was said, and how a request stands. Pure.
import { canonicalJson, findElement, sha256 } from '@servanda/catalogue';
import { identityIn, type OpenRequest, type PublicStatement, type ReleaseFinding, type Statement, statementFormat } from '@servanda/contract';
import { foundIn } from '../findings.rules.ts';
import { smallCountsIn } from '../small-counts.rules.ts';

/** What in a text may identify somebody, each with whether it was let stand. */
export function findingsIn(text: string, confirmed: readonly string[]): ReleaseFinding[] {
  return [...identityIn(text), ...smallCountsIn(text)].map((one) => {
    const finding = foundIn(text, 'statement', 'text', one);
    return { ...finding, decision: confirmed.includes(finding.key) ? 'publish' : null };
  });
}

/** The bytes of a statement and their hash. */
export function freezeStatement(matter: Omit<Statement, 'format' | 'seal'>): { content: string; sha256: string } {
  const unsealed = { format: statementFormat, ...matter };
  const content = canonicalJson({ ...unsealed, seal: sha256(canonicalJson(unsealed)) });
  return { content, sha256: sha256(content) };
}

const day = 86_400_000;
/** Whole days between two moments or days, UTC. */
const daysBetween = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day));

interface Answered {
  publishedAt: string;
  shows: boolean;
  /** Moment; null: it stands. */
  withdrawnAt: string | null;
}
/**
 * How a request stands. `answers`: the oldest first. `today`: a day. Evidence once shown is shown; the first answer stops the clock. An answer that was
 * withdrawn is none: the clock runs on. A request that was withdrawn unanswered waits no longer.
 */
export function stands(
  { publishedAt, withdrawnAt }: Pick<Answered, 'publishedAt' | 'withdrawnAt'>,
  answers: readonly Answered[],
  today: string,
): Pick<OpenRequest, 'standing' | 'days'> {
  const given = answers.filter((answer) => answer.withdrawnAt === null);
  const silence = withdrawnAt === null ? 'silent' : 'withdrawn';
  const standing = given.length === 0 ? silence : given.some(({ shows }) => shows) ? 'shown' : 'declined';
  return { standing, days: daysBetween(publishedAt, given[0]?.publishedAt ?? withdrawnAt ?? today) };
}

const toldOf = ({ publishedAt, evidence, withdrawn }: PublicStatement): Answered => ({
  publishedAt,
  shows: evidence !== null,
  withdrawnAt: withdrawn?.at ?? null,
});
/** Requests with their answers, the oldest first. `today`: a day. */
export const standingOf = (requests: readonly PublicStatement[], answers: readonly PublicStatement[], today: string): OpenRequest[] =>
  requests.map((request) => {
    const own = answers.filter(({ parent }) => parent?.id === request.id);
    const { citation = request.element, title = '' } = findElement(request.element) ?? {};
    return { request, citation, title, answers: own, ...stands(toldOf(request), own.map(toldOf), today) };
  });
