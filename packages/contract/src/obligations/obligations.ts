import * as z from 'zod';
import { doorsOf } from '../door.ts';
import { ElementCode, Sha256 } from '../shapes.ts';

export const Rule = z.enum([
  'always',
  'unless-extradition-conditional-on-treaty',
  'where-later-extradition-treaty',
  'crc-parties',
  'non-crc-parties',
  'in-a-position-to-assist',
]);
export type Rule = z.infer<typeof Rule>;

export const ElementOfObligation = z
  .object({
    code: ElementCode,
    obligation: z.string(),
    article: z.number().int(),
    ordinal: z.number().int(),
    citation: z.string(),
    title: z.string(),
    wording: z.string().meta({ description: 'The words that are judged; frozen into each assessment' }),
    wordingSha256: Sha256,
    text: z.string(),
    plain: z.string(),
    questions: z.array(z.string()),
    criteria: z.object({ law: z.array(z.string()), practice: z.array(z.string()) }),
    typicalEvidence: z.array(z.string()),
    typicalBody: z.array(z.string()),
    rule: Rule,
  })
  .meta({ id: 'Element' });
export type ElementOfObligation = z.infer<typeof ElementOfObligation>;

export const Note = z
  .object({
    code: z.string(),
    citation: z.string(),
    title: z.string(),
    text: z.string(),
    kind: z.enum(['condition', 'nested', 'savings', 'textual']),
    bearsOn: z.array(z.string()),
  })
  .meta({ id: 'Note' });

export const Obligation = z
  .object({
    code: z.string(),
    article: z.number().int(),
    ordinal: z.number().int(),
    citation: z.string(),
    title: z.string(),
    text: z.string(),
    plain: z.string(),
    modality: z.enum(['shall', 'shall be deemed']),
    role: z.enum(['duty', 'deeming']),
    conduct: z.string(),
    addressee: z.string(),
    qualifier: z.string().nullable(),
    applicability: z.string(),
    rule: Rule,
    section: z.string(),
    sectionNamed: z.boolean(),
    notes: z.array(z.string()),
    elements: z.array(ElementOfObligation),
  })
  .meta({ id: 'Obligation' });
export type Obligation = z.infer<typeof Obligation>;

export const ShallEntry = z
  .object({
    number: z.number().int(),
    code: z.string(),
    article: z.number().int(),
    citation: z.string(),
    role: z.enum(['duty', 'deeming', 'condition', 'nested', 'savings']),
    obligation: z.string().nullable(),
    addressee: z.string(),
    qualifier: z.string().nullable(),
    applicability: z.string(),
    rule: Rule,
    conduct: z.string(),
    quote: z.string(),
    shall: z.object({ start: z.number(), end: z.number() }),
    span: z.object({ start: z.number(), end: z.number() }),
    note: z.string().nullable(),
  })
  .meta({ id: 'ShallEntry' });

export const Section = z.object({ code: z.string(), title: z.string(), names: z.string(), source: z.string() }).meta({ id: 'Section' });
export type Section = z.infer<typeof Section>;

const listed = <T extends z.ZodType>(item: T) => z.object({ catalogueVersion: z.string(), items: z.array(item), total: z.number().int() });
const door = doorsOf('obligations');
export const obligations = {
  list: door('list', {
    method: 'GET',
    path: '/api/treaties/opsc/obligations',
    summary: 'The 37 obligations with their 51 elements, criteria and notes',
    access: 'public',
    output: listed(Obligation).extend({ notes: z.array(Note), sections: z.array(Section) }),
  }),
  shallRegister: door('shallRegister', {
    method: 'GET',
    path: '/api/treaties/opsc/shall-register',
    summary: 'Every "shall" of Articles 1–12 with its role',
    access: 'public',
    output: listed(ShallEntry),
  }),
  openData: door('openData', {
    method: 'GET',
    path: '/api/treaties/opsc/catalogue.json',
    summary: 'The whole catalogue as open data with stable identifiers',
    access: 'public',
    output: z.unknown(),
    media: 'application/json; charset=utf-8',
  }),
};
