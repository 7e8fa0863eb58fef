// Search in a dossier: over pieces, the text inside their files, citations and the reasons of judgements.
import * as z from 'zod';
import { allow, doorsOf } from '../door.ts';
import { anyOf, Day, ElementCode, Id, Line, Paging } from '../shapes.ts';
import { Confidentiality, EvidenceKind, OriginatorKind } from './evidence.ts';

/** Writing without spaces: one sign may be a word. */
const wordsWithoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Words that are looked for, at most. */
export const mostSearchWords = 16;
/** What is asked: words, all of which must occur; `"a phrase"`; `begin*`. Nothing asked, nothing found. */
export const SearchWords = Line(200, 0)
  .refine((q) => q === '' || /[\p{L}\p{N}][\p{L}\p{M}\p{N}]/u.test(q) || wordsWithoutSpaces.test(q), 'Type at least two letters of a word')
  .refine((q) => (q.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length <= mostSearchWords, `Ask for at most ${mostSearchWords} words`);

/** A stretch of a text: characters (code points) from `start` up to `end`. */
export const Stretch = z.object({ start: z.number().int(), end: z.number().int() }).meta({ id: 'Stretch' });
export type Stretch = z.infer<typeof Stretch>;

export const SearchHit = z
  .object({
    /** Where it was found: what the piece says of itself, a page of a file, the place that a judgement cites, its reasons. */
    source: z.enum(['piece', 'page', 'citation', 'reasons']),
    file: z.object({ id: Id, name: z.string() }).nullable(),
    /** Number of the part of the file's text; a printed page where `hasPages`. */
    page: z.number().int().nullable(),
    hasPages: z.boolean(),
    element: ElementCode.nullable(),
    /** The words around it; null where the piece is restricted and not open to the asker. */
    passage: z.string().nullable(),
    /** What was found, within the passage. */
    marks: z.array(Stretch),
    /** What was found first, within the text of the page. */
    at: Stretch.nullable(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** A piece, or an element whose reasons answer. */
export const SearchFound = z
  .object({
    evidence: z
      .object({
        id: Id,
        title: z.string(),
        marks: z.array(Stretch),
        kind: EvidenceKind,
        originator: z.string(),
        originatorKind: OriginatorKind.nullable(),
        language: z.string(),
        datedOn: Day.nullable(),
        confidentiality: Confidentiality,
        isWithdrawn: z.boolean(),
      })
      .nullable(),
    element: ElementCode.nullable(),
    hits: z.array(SearchHit),
    /** How many hits there are beside those shown. */
    further: z.number().int(),
  })
  .meta({ id: 'SearchFound' });
export type SearchFound = z.infer<typeof SearchFound>;

const door = doorsOf('evidence');
const Originators = z.object({ items: z.array(z.object({ name: z.string(), pieces: z.number().int() })), total: z.number().int() });
export const searching = {
  originators: door('originators', {
    method: 'GET',
    path: '/api/dossiers/{id}/originators',
    summary: 'Who made the pieces of a dossier, by name, with how many pieces each; most pieces first',
    access: 'session',
    allows: allow.readers,
    input: { params: z.object({ id: Id }), query: Paging.extend({ q: z.string().max(200).optional() }) },
    output: Originators,
    refusals: ['not_found'],
  }),
  search: door('search', {
    method: 'GET',
    path: '/api/dossiers/{id}/search',
    summary:
      'Search a dossier: pieces, the text inside their files, citations and reasons, as they stand today; what a restricted piece holds inside answers while it is open to the asker',
    access: 'session',
    allows: allow.readers,
    input: {
      params: z.object({ id: Id }),
      query: Paging.extend({
        q: SearchWords.default(''),
        kind: anyOf(EvidenceKind),
        originatorKind: anyOf(OriginatorKind),
        /** Who made it, by name as it is written; repeated for several, for a name may hold a comma. */
        originator: z
          .preprocess(
            (names) => (names === undefined || names === '' ? undefined : [names].flat()),
            z.array(Line(200)).max(20, 'Choose at most 20 originators'),
          )
          .optional(),
        confidentiality: anyOf(Confidentiality),
        language: anyOf(z.string().regex(/^[a-z]{2,3}$/, 'Use a language code such as en, fr or ar')),
        element: ElementCode.optional(),
        /** The date of the piece itself. */
        from: Day.optional(),
        to: Day.optional(),
        limit: z.coerce.number().int().min(1).max(50).default(20),
        offset: z.coerce.number().int().min(0).max(5000).default(0),
      }).refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'The period ends before it begins' }),
    },
    output: z.object({
      items: z.array(SearchFound),
      total: z.number().int(),
      /** More answered than were ranked: the total is a lower bound. */
      isMore: z.boolean(),
      /** Where nothing was found: the question with words that do occur, and, where no filter is set, pieces of a similar title. */
      near: z.object({ words: z.string().nullable(), pieces: z.array(z.object({ id: Id, title: z.string() })) }),
    }),
    refusals: ['not_found'],
  }),
};
