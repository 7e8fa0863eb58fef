// A report that is composed of a dossier: its working copy, what it was drafted from, and its frozen issues.
import * as z from 'zod';
import { Day, ElementCode, Id, Line, May, Moment, Prose, Sha256, Version } from '../../shapes.ts';
import { DocumentLanguage } from '../documents.ts';
import { RichText, WrittenText } from './rich-text.ts';

/** `article_12`: a State's, in the sections of the Committee's guidelines · `alternative`: an organisation's own, in its own voice and order. */
export const ReportKind = z.enum(['article_12', 'alternative']);
export type ReportKind = z.infer<typeof ReportKind>;
export const ReportLanguage = DocumentLanguage;
export type ReportLanguage = z.infer<typeof ReportLanguage>;

/** Words that a report may have, where nobody sets another limit. */
export const usualLimit = 21_200;
const Limit = z.number().int().min(100, 'Use 100 words or more').max(200_000, 'Use 200,000 words or fewer');

/** A heading of the outline. `guide`: the section of the Committee's guidelines that it is, or null. */
export const ReportSection = z
  .object({ key: z.string().regex(/^[A-Za-z0-9-]{1,40}$/), title: Line(200), guide: z.string().max(8).nullable() })
  .meta({ id: 'ReportSection' });
export type ReportSection = z.infer<typeof ReportSection>;
/** "V. Prohibition and related matters"; an alternative report's own headings have no number of the guidelines. */
export const sectionTitle = ({ guide, title }: ReportSection, kind: ReportKind): string => (guide && kind === 'article_12' ? `${guide}. ${title}` : title);
export const ParagraphState = z.enum(['draft', 'agreed']);
export type ParagraphState = z.infer<typeof ParagraphState>;

const Name = z.object({ id: Id, name: z.string() });
/** A piece that stands behind a paragraph; a restricted or withdrawn one is not shown. */
export const TracedPiece = z.object({ id: Id, element: ElementCode, title: z.string(), citation: z.string(), pinpoint: z.string() });
export type TracedPiece = z.infer<typeof TracedPiece>;

/** How a paragraph stands against the issue before. */
export const News = z.enum(['new', 'changed', 'same']);

export const ReportParagraph = z
  .object({
    id: Id,
    section: z.string(),
    /** Running number among those that are included; null where it is left out. */
    number: z.number().int().nullable(),
    elements: z.array(ElementCode),
    body: RichText,
    words: z.number().int(),
    isIncluded: z.boolean(),
    state: ParagraphState,
    assignee: Name.nullable(),
    /** Version of the text, and of its place and state: say the one you saw when you change it. */
    version: Version,
    place: Version,
    by: z.string(),
    at: Moment,
    evidence: z.array(TracedPiece),
    /** The record says something else than when this was written. */
    isOutdated: z.boolean(),
    /** The record holds nothing accepted on any of its elements. */
    isSilent: z.boolean(),
    comments: z.number().int(),
    /** Null before the first issue. */
    news: News.nullable(),
  })
  .meta({ id: 'ReportParagraph' });
export type ReportParagraph = z.infer<typeof ReportParagraph>;

export const ReportHead = z
  .object({
    id: Id,
    kind: ReportKind,
    language: ReportLanguage,
    title: z.string(),
    wordLimit: z.number().int(),
    version: Version,
    startedBy: z.string(),
    startedAt: Moment,
    /** When anything of it was last written, moved or set. */
    changedAt: Moment,
    issues: z.number().int(),
  })
  .meta({ id: 'ReportHead' });
export type ReportHead = z.infer<typeof ReportHead>;

export const IssueHead = z.object({ number: Version, sha256: Sha256, note: z.string(), words: z.number().int(), by: z.string(), at: Moment });
export type IssueHead = z.infer<typeof IssueHead>;

/** An element on which the report says nothing of its own. `nothing`: nothing accepted is recorded · `left_out`: no paragraph that is included is about it. */
export const Silence = z.object({ element: ElementCode, citation: z.string(), section: z.string(), why: z.enum(['nothing', 'left_out']) });
export type Silence = z.infer<typeof Silence>;

/** Elements that no heading of the guidelines names: under which section they were filed, by subject. */
export const BySubject = z.object({ section: z.string(), citations: z.array(z.string()) });

export const WorkingReport = ReportHead.extend({
  sections: z.array(ReportSection),
  paragraphs: z.array(ReportParagraph),
  words: z.number().int(),
  silence: z.array(Silence),
  bySubject: z.array(BySubject),
  /** Paragraphs of the last issue that are no longer included. */
  dropped: z.number().int(),
  issued: z.array(IssueHead),
  /** Of the content as it would be frozen now: say it with the freeze. */
  fingerprint: Sha256,
  may: z.object({ write: May, freeze: May }),
}).meta({ id: 'WorkingReport' });
export type WorkingReport = z.infer<typeof WorkingReport>;

const TextVersion = z.object({ version: Version, body: RichText, words: z.number().int(), by: z.string(), at: Moment });
export const ReportComment = z.object({ id: Id, text: z.string(), by: z.string(), at: Moment, settledBy: z.string().nullable(), settledAt: Moment.nullable() });
export type ReportComment = z.infer<typeof ReportComment>;

/** All about one paragraph: what the record said and says, its versions, newest first, and what was said of it. */
export const ParagraphHistory = z
  .object({
    paragraph: Id,
    /** As drafted from the record when it was last taken in; null for one of somebody's own. */
    before: RichText.nullable(),
    /** As the record would be drafted now. */
    now: RichText.nullable(),
    versions: z.array(TextVersion),
    total: z.number().int(),
    comments: z.array(ReportComment),
  })
  .meta({ id: 'ParagraphHistory' });
export type ParagraphHistory = z.infer<typeof ParagraphHistory>;

/** What an issue holds, frozen. */
export const IssueContent = z
  .object({
    schema: z.literal('urn:servanda:schema:report-issue:1'),
    report: Id,
    kind: ReportKind,
    language: ReportLanguage,
    title: z.string(),
    wordLimit: z.number().int(),
    words: z.number().int(),
    dossier: z.object({ id: Id, title: z.string(), iso3: z.string(), stateName: z.string(), organisation: z.string() }),
    catalogueVersion: z.string(),
    sections: z.array(
      ReportSection.extend({
        bySubject: z.array(z.string()),
        paragraphs: z.array(
          z.object({
            id: Id,
            number: z.number().int(),
            elements: z.array(z.object({ code: ElementCode, citation: z.string() })),
            body: RichText,
            evidence: z.array(TracedPiece),
            news: News.nullable(),
          }),
        ),
      }),
    ),
    silence: z.array(Silence),
    dropped: z.number().int(),
  })
  .meta({ id: 'IssueContent' });
export type IssueContent = z.infer<typeof IssueContent>;
export const ReportIssue = IssueHead.extend({ content: IssueContent, on: Day }).meta({ id: 'ReportIssue' });
export type ReportIssue = z.infer<typeof ReportIssue>;

export const StartReport = z
  .object({ kind: ReportKind, language: ReportLanguage, title: Line(200), wordLimit: Limit.default(usualLimit) })
  .meta({ id: 'StartReport' });
export const ReviseReport = z
  .object({ version: Version, title: Line(200), wordLimit: Limit, sections: z.array(ReportSection).min(1).max(40) })
  .refine(({ sections }) => new Set(sections.map(({ key }) => key)).size === sections.length, { path: ['sections'], message: 'Name each section once' })
  .meta({ id: 'ReviseReport' });
export const AddParagraph = z
  .object({ section: z.string().max(40), after: Id.nullable().default(null), elements: z.array(ElementCode).max(20).default([]), body: WrittenText })
  .meta({ id: 'AddParagraph' });
/** `record`: `kept` leaves what it was held against, `current` says that the record of today is taken in. */
export const WriteParagraph = z
  .object({ version: Version, body: WrittenText, record: z.enum(['kept', 'current']).default('kept') })
  .meta({ id: 'WriteParagraph' });
/** What is not said stays as it is; `after`: null is the beginning of the section. */
export const PlaceParagraph = z
  .object({
    place: Version,
    move: z.object({ section: z.string().max(40), after: Id.nullable() }).optional(),
    isIncluded: z.boolean().optional(),
    state: ParagraphState.optional(),
    assignee: Id.nullable().optional(),
  })
  .meta({ id: 'PlaceParagraph' });
/** Something to say, or the comment that is settled. */
export const CommentParagraph = z.union([z.object({ text: Line(2000) }), z.object({ settles: Id })]).meta({ id: 'CommentParagraph' });
export const FreezeReport = z.object({ fingerprint: Sha256, note: Prose(1000).default('') }).meta({ id: 'FreezeReport' });
