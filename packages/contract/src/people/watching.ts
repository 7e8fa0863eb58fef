// What a person follows, and what is told of it: in the inbox, and by letter (decision 0047).
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { ElementCode, Id, Iso3, Moment, Paging, pageOf } from '../shapes.ts';

/** Things that one person follows at most. */
export const mostFollowed = 300;

/** A State, a dossier (a working one of one's own organisation, or a published one), or an element of a State. */
export const FollowKind = z.enum(['state', 'dossier', 'element']);
export type FollowKind = z.infer<typeof FollowKind>;
export const Followable = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('state'), iso3: Iso3 }),
    z.object({ kind: z.literal('dossier'), dossier: Id }),
    z.object({ kind: z.literal('element'), iso3: Iso3, element: ElementCode }),
  ])
  .meta({ id: 'Followable' });
export type Followable = z.infer<typeof Followable>;

/** Names of time zones (IANA) that this system knows. */
const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z][\w+/-]*$/.test(zone);
  } catch {
    return false;
  }
};
export const TimeZone = z.string().max(60).refine(isTimeZone, 'Use the name of a time zone, such as Africa/Nairobi').meta({ description: 'IANA time zone' });
/** When letters are sent: `immediate` soon after each piece of news, `daily` and `weekly` (on Monday) at seven in the morning where the person is. */
export const DigestEvery = z.enum(['immediate', 'daily', 'weekly', 'off']);
export type DigestEvery = z.infer<typeof DigestEvery>;
export const Digest = z.object({ every: DigestEvery, timeZone: TimeZone }).meta({ id: 'Digest' });
export type Digest = z.infer<typeof Digest>;

export const Follow = z
  .object({
    id: Id,
    kind: FollowKind,
    iso3: z.string(),
    stateName: z.string(),
    dossier: Id.nullable(),
    /** Title of a dossier of one's own organisation. */
    title: z.string().nullable(),
    /** Who publishes a dossier of another organisation. */
    publishedBy: z.string().nullable(),
    element: ElementCode.nullable(),
    since: Moment,
  })
  .meta({ id: 'Follow' });
export type Follow = z.infer<typeof Follow>;

export const NewsKind = z.enum(['release', 'erratum', 'withdrawal', 'reply', 'request', 'answer', 'statement_withdrawal']);
export type NewsKind = z.infer<typeof NewsKind>;
/** What happened in a coalition, told to the leads of the other organisation whatever they follow (decision 0043). */
export const CoalitionNewsKind = z.enum([
  ...(['coalition_invited', 'coalition_taken_back', 'coalition_removed'] as const),
  ...(['coalition_joined', 'coalition_declined', 'coalition_left'] as const),
]);
/** What is told of something that happened in public: names and numbers that anyone may read, and where it stands. */
export const NewsFacts = z.object({
  iso3: z.string(),
  stateName: z.string(),
  /** Who published or said it. */
  organisation: z.string(),
  dossierKind: z.enum(['own', 'independent']).nullable(),
  /** Of the release. */
  number: z.number().int().nullable(),
  element: ElementCode.nullable(),
  /** To whom it is said. */
  to: z.string().nullable(),
  /** Of the dossier, in a coalition alone. */
  title: z.string().optional(),
  /** Address below this instance. */
  path: z.string().regex(/^\/(?!\/)/),
});
export type NewsFacts = z.infer<typeof NewsFacts>;
export const NewsItem = z
  .object({
    id: Id,
    kind: z.enum([...NewsKind.options, ...CoalitionNewsKind.options]),
    at: Moment,
    isRead: z.boolean(),
    /** By what of the things followed it came: `state`, `dossier`, or codes of elements; `coalition` where nothing need be followed. */
    because: z.array(z.string()),
    ...NewsFacts.shape,
  })
  .meta({ id: 'NewsItem' });
export type NewsItem = z.infer<typeof NewsItem>;

/** `ids`: these alone; null: all that has come. */
export const MarkNews = z.object({ ids: z.array(Id).min(1).max(100).nullable(), isRead: z.boolean().default(true) }).meta({ id: 'MarkNews' });
const Unread = z.object({ unread: z.number().int() });

const door = doorsOf('people');
const mine = { access: 'session', allows: allow.members } as const;
export const watching = {
  following: door('following', {
    ...mine,
    method: 'GET',
    path: '/api/account/following',
    summary: 'What I follow, and how I am told by letter; nobody else is shown it',
    output: z.object({ items: z.array(Follow).max(mostFollowed), total: z.number().int(), digest: Digest }),
  }),
  follow: door('follow', {
    ...mine,
    method: 'PUT',
    path: '/api/account/following',
    summary: 'Follow a State, a dossier or an element; what I follow already stays as it is',
    input: { body: z.object({ what: Followable, timeZone: TimeZone.default('UTC') }).meta({ id: 'FollowThis' }) },
    output: Follow,
    refusals: ['not_found', 'wrong_state', 'cross_site', 'unsupported_media_type'],
  }),
  unfollow: door('unfollow', {
    ...mine,
    method: 'DELETE',
    path: '/api/account/following/{follow}',
    summary: 'Follow it no longer; no trace of it is kept',
    input: { params: z.object({ follow: Id }) },
    output: z.null(),
    status: 204,
    refusals: ['not_found', 'cross_site'],
  }),
  news: door('news', {
    ...mine,
    method: 'GET',
    path: '/api/account/news',
    summary: 'News of what I follow, and to leads of coalitions, the newest first',
    input: { query: Paging.extend({ unread: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false) }) },
    output: pageOf(NewsItem).extend({ unread: z.number().int() }),
  }),
  unreadNews: door('unreadNews', {
    ...mine,
    method: 'GET',
    path: '/api/account/news/unread',
    summary: 'How many of my news are unread',
    output: Unread,
  }),
  markNews: door('markNews', {
    ...mine,
    method: 'PUT',
    path: '/api/account/news/read',
    summary: 'Mark news as read or unread; what is read is not sent by letter any more',
    input: { body: MarkNews },
    output: Unread,
    refusals: ['cross_site', 'unsupported_media_type'],
  }),
  reviseDigest: door('reviseDigest', {
    ...mine,
    method: 'PUT',
    path: '/api/account/digest',
    summary: 'Choose when I am told by letter: at once, daily, weekly or never',
    input: { body: Digest },
    output: Digest,
    refusals: ['cross_site', 'unsupported_media_type'],
  }),
  stopDigest: door('stopDigest', {
    method: 'POST',
    path: '/api/letters/stop',
    summary: 'Stop the letters of news by the link in one of them; nobody need sign in, mail programs do it with one click (RFC 8058)',
    access: 'open',
    input: { query: z.object({ token: z.string().max(200).default('') }) },
    output: z.null(),
    status: 204,
    refusals: ['link_unusable', 'cross_site'],
  }),
};
