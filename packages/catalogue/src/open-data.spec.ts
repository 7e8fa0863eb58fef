import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';
import { makeCatalogue } from './catalogue.ts';
import { catalogue, openData } from './index.ts';
import { sha256 } from './treaty-text.ts';

function identifiers(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(identifiers);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, held]) => (key === '@id' ? [String(held)] : identifiers(held)));
}

describe('open data', () => {
  it('gives every item one stable identifier, all different', () => {
    const ids = identifiers(openData());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['urn:servanda:opsc', 'urn:servanda:opsc:element:8.1.a', 'urn:servanda:opsc:shall:5.1-2', 'urn:servanda:opsc:state:QAT']),
    );
    for (const id of ids) expect(id).toMatch(/^urn:servanda:opsc(:[a-z]+:[\w.:-]+)?$/);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(openData()))).toEqual(openData());
  });
});

describe('the catalogue’s hash', () => {
  it('is over the canonical JSON of everything else', () => {
    const { sha256: stated, ...content } = catalogue;
    expect(stated).toBe(sha256(canonicalJson(content)));
  });

  it('is the same for the same files', () => {
    expect(makeCatalogue().sha256).toBe(catalogue.sha256);
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"' }], a: undefined })).toBe('{"b":[1,{"c":"é\\"","d":null}]}');
    expect(canonicalJson({ a: 1, B: 2 })).toBe(canonicalJson({ B: 2, a: 1 }));
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1]) expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
