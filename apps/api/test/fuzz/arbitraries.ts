// Values for a schema of the OpenAPI document: those that it takes, and those that were spoilt in one place.
import fc from 'fast-check';
import type { Ids } from '../matrix/knock.ts';

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const number = (value: unknown, usual: number) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : usual);

/** Reads a document of OpenAPI; `ids` are things that there are, by the name of the field that asks for one. */
export function arbitrariesOf(document: { components: { schemas: Schema } }, ids: Ids) {
  const known = [...new Set(Object.values(ids))].filter((id) => id.length === 36);
  const words = ['4.1', '3.2', '8.1.e', '12.2-2', '99.9'];

  function text(schema: Schema, name: string): fc.Arbitrary<unknown> {
    if (schema['format'] === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(ids[name] ?? known[0] ?? '', ...known) }, fc.uuid());
    if (schema['format'] === 'date')
      return fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
    if (schema['format'] === 'date-time')
      return fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((d) => d.toISOString());
    if (schema['format'] === 'email') return fc.constantFrom('lead@government.example', 'somebody@ministry.example');
    const pattern = schema['pattern'];
    if (typeof pattern === 'string' && pattern.includes('\\d{1,2}')) return fc.constantFrom(...words);
    if (typeof pattern === 'string') return fc.oneof(fc.constant('XAA'), fc.stringMatching(new RegExp(pattern)));
    const [minLength, most] = [number(schema['minLength'], 0), number(schema['maxLength'], 60)];
    return fc.oneof(
      fc.string({ minLength, maxLength: Math.max(minLength, Math.min(most, 60)), unit: 'grapheme' }),
      fc.constantFrom('1', '1 January', 'words', 'https://example.org/', 'en').filter((word) => word.length >= minLength && word.length <= most),
    );
  }

  function object(schema: Schema): fc.Arbitrary<unknown> {
    const properties = isSchema(schema['properties']) ? schema['properties'] : {};
    const required = list(schema['required']).filter((key) => typeof key === 'string');
    return fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valid(inner, name)])), { requiredKeys: required });
  }

  /** Whatever the schema takes; refinements that a schema cannot say may still refuse it. */
  function valid(schema: unknown, name = ''): fc.Arbitrary<unknown> {
    if (!isSchema(schema)) return fc.constant(null);
    const reference = schema['$ref'];
    if (typeof reference === 'string') return valid(document.components.schemas[reference.split('/').at(-1) ?? ''], name);
    if ('const' in schema) return fc.constant(schema['const']);
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
    const choices = [...list(schema['anyOf']), ...list(schema['oneOf'])];
    if (choices.length) return fc.oneof(...choices.map((choice) => valid(choice, name)));
    switch (schema['type']) {
      case 'string':
        return text(schema, name);
      case 'integer':
      case 'number':
        return fc.oneof(
          fc.constant(1),
          fc.integer({ min: number(schema['minimum'], -5), max: Math.max(number(schema['minimum'], -5), number(schema['maximum'], 1000)) }),
        );
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(valid(schema['items'], name), { minLength: number(schema['minItems'], 0), maxLength: 3 });
      case 'object':
        return object(schema);
      default:
        return fc.constant(null);
    }
  }
  return { valid };
}

/** What nobody sends who means well, as far as JSON can say it. */
export const hostile: unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    -0.5,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202eabc',
    '\ufeff',
    'x'.repeat(30_000),
    '{{7*7}}',
    "'; DROP TABLE person; --",
  ],
  ...['../../etc/passwd', '%00', '1e9', 'NaN', 'Infinity', '9999-99-99', '0000-00-00', '+275760-09-13', '-000001-01-01', '10000-01-01', '٣', 'İ', '👩‍👩‍👧'],
  ...[
    [],
    {},
    [[]],
    [null],
    { $gt: '' },
    { toString: 1 },
    { length: -1 },
    Array.from({ length: 2000 }, () => 1),
    { constructor: { prototype: { isLead: true } } },
  ],
];

type Spoil = (value: unknown) => unknown;
/** Replaces, removes or adds in one place of a value. `at` picks the place. */
export function spoilt(value: unknown, at: number, by: unknown, how: 'replace' | 'remove' | 'add'): unknown {
  if (value === null || typeof value !== 'object') return by;
  const entries = Object.entries(value);
  if (!entries.length || at % 7 === 0) {
    if (how === 'replace') return by;
    return Array.isArray(value) ? [...value, by] : { ...value, strange: by, role: 'lead', organisationId: by };
  }
  const [name] = entries[at % entries.length] ?? [''];
  const deeper: Spoil = (inner) => (inner !== null && typeof inner === 'object' && at % 3 ? spoilt(inner, Math.floor(at / 3), by, how) : by);
  if (Array.isArray(value)) return value.flatMap((inner, i) => (String(i) === name ? (how === 'remove' ? [] : [deeper(inner)]) : [inner]));
  return Object.fromEntries(entries.flatMap(([key, inner]) => (key === name ? (how === 'remove' ? [] : [[key, deeper(inner)]]) : [[key, inner]])));
}
