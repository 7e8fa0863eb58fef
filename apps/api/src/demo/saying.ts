import { SayInPublic } from '@servanda/contract';
import type { Scope } from '../platform/db/scope.ts';
import type { StatementsQueries } from '../publications/statements/statements.queries.ts';
import { findingsIn } from '../publications/statements/statements.rules.ts';
import type { Statements } from '../publications/statements/statements.service.ts';
import type { Saying } from './world/said.ts';

/** Says something as the lead of a dossier would, who reads what was found in the text and lets it stand. `titleOf`: a piece by its key. */
export async function sayInPublic(
  statements: Statements,
  queries: StatementsQueries,
  scope: Scope,
  dossier: string,
  saying: Saying,
  titleOf: (key: string) => string,
): Promise<void> {
  const asked = { params: { id: dossier }, query: undefined };
  const { releases, replies, received } = await queries.contested(scope, { ...asked, body: undefined });
  const { element, text } = saying;
  const theirs = releases.find(({ isOurs, elements }) => !isOurs && elements.includes(element));
  const own = releases.find(({ isOurs }) => isOurs);
  const said = { text, confirmed: findingsIn(text, []).map(({ key }) => key) };
  const body = () => {
    if (saying.kind === 'answer') {
      const request = received.findLast(({ request: one }) => one.element === element)?.request.id;
      if ('ground' in saying) return { kind: 'answer', request, evidence: null, ground: saying.ground, ...said };
      const titles = saying.shows.map(titleOf);
      const refs = (own?.pieces ?? []).filter(({ title }) => titles.includes(title)).map(({ ref }) => ref);
      return { kind: 'answer', request, evidence: { publication: own?.publication, refs }, ground: null, ...said };
    }
    if (saying.kind === 'request') return { kind: 'request', to: theirs?.publication, element, ...said };
    const parent = saying.within ? replies.findLast((one) => one.element === element && one.organisation.id !== scope.organisation) : undefined;
    return { kind: 'reply', to: parent?.to.publication ?? theirs?.publication, element, parent: parent?.id ?? null, stand: saying.stand, ...said };
  };
  await statements.say(scope, { ...asked, body: SayInPublic.parse(body()) });
}
