// Which feed stands under an address.
import { findObligation } from '@servanda/catalogue';
import { dossierAddress, feedAddress, obligationAddress, releaseAddress, stateAddress } from '../portal/addresses.ts';
import type { Edition } from '../portal/edition.ts';
import type { Made } from '../portal/kept-pages.ts';
import type { FeedQueries } from './feed.queries.ts';
import { atomFeed } from './feed.ts';

export interface FeedSources {
  edition: Edition;
  feeds: FeedQueries;
  origin: string;
}

/** The news of everything that is public. */
export async function wholeFeed({ edition, feeds, origin }: FeedSources): Promise<Made> {
  const title = `${edition.words.name}: ${edition.words.feed.all}`;
  return atomFeed(edition, { title, path: feedAddress('/public'), page: '/public', entries: await feeds.all() }, origin);
}

/** Null where no State is known by the code. */
export async function stateFeed({ edition, feeds, origin }: FeedSources, iso3: string): Promise<Made | null> {
  const found = await feeds.state(iso3);
  if (!found) return null;
  const [title, page] = [edition.fill(edition.words.feed.of, { of: found.name }), stateAddress(iso3)];
  return atomFeed(edition, { title, path: feedAddress(page), page, entries: found.entries }, origin);
}

/** Null where no State or no obligation is known by the codes. */
export async function obligationFeed({ edition, feeds, origin }: FeedSources, iso3: string, code: string): Promise<Made | null> {
  const obligation = findObligation(code);
  const found = obligation ? await feeds.obligation(iso3, obligation) : null;
  if (!obligation || !found) return null;
  const [title, page] = [edition.fill(edition.words.feed.of, { of: `${obligation.citation}, ${found.name}` }), obligationAddress(iso3, obligation.code)];
  return atomFeed(edition, { title, path: feedAddress(page), page, entries: found.entries }, origin);
}

/** Null where nothing of it was ever published. */
export async function dossierFeed({ edition, feeds, origin }: FeedSources, id: string): Promise<Made | null> {
  const entries = await feeds.dossier(id);
  const release = entries.find(({ told }) => told.number !== null);
  if (!release) return null;
  const title = edition.fill(edition.words.feed.of, { of: `${release.told.organisation}, ${release.told.stateName}` });
  return atomFeed(edition, { title, path: feedAddress(dossierAddress(id)), page: releaseAddress(release.of), entries }, origin);
}
