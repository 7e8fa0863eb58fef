import { describe, expect, it } from '@jest/globals';
import { directionOf } from './direction.ts';
import { matching } from './element-filter.ts';
import { passageFromAddress, passageInAddress } from './passage-address.ts';
import { pointsBefore, spanAt, trimmed } from './span.ts';
import { stepOf, stepped, unitsOf } from './step.ts';

describe('a place in a text', () => {
  const text = 'Law 🜂 of 2024';
  it('is counted in code points and found again', () => {
    expect(pointsBefore(text, text.indexOf('of'))).toBe(6);
    expect(spanAt(text, 6, 8)).toEqual({ from: 7, to: 9 });
    expect(text.slice(7, 9)).toBe('of');
  });
  it.each([
    [6, 6],
    [8, 6],
    [0, 14],
    [90, 99],
  ])('from %i to %i lies nowhere in it', (from, to) => expect(spanAt(text, from, to)).toBeNull());
  it('loses the white space at its ends, and is nothing where there is nothing else', () => {
    expect(trimmed('a  word\n b', { from: 1, to: 9 })).toEqual({ from: 3, to: 7 });
    expect(trimmed('a   b', { from: 1, to: 4 })).toBeNull();
  });
});

describe('marking by keyboard', () => {
  const text = 'Article 1. No child\nmay be sold. Nor bought.';
  const words = unitsOf(text, 'en', 'word');
  const sentences = unitsOf(text, 'en', 'sentence');
  const says = (span: { from: number; to: number } | null) => span && text.slice(span.from, span.to);
  it('goes on word by word and stays at the end', () => {
    let span = stepped(words, null, { unit: 'word', way: 1, stretch: false });
    expect(says(span)).toBe('Article');
    span = stepped(words, span, { unit: 'word', way: 1, stretch: false });
    expect(says(span)).toBe('1');
    expect(says(stepped(words, span, { unit: 'word', way: -1, stretch: false }))).toBe('Article');
    expect(says(stepped(words, { from: 0, to: text.length }, { unit: 'word', way: 1, stretch: false }))).toBe(text);
  });
  it('stretches to the next word and draws in again, never to nothing', () => {
    const two = stepped(words, words[2] ?? null, { unit: 'word', way: 1, stretch: true });
    expect(says(two)).toBe('No child');
    const one = stepped(words, two, { unit: 'word', way: -1, stretch: true });
    expect(says(one)).toBe('No');
    expect(says(stepped(words, one, { unit: 'word', way: -1, stretch: true }))).toBe('No');
  });
  it('takes whole sentences', () => {
    const last = stepped(sentences, null, { unit: 'sentence', way: -1, stretch: false });
    expect(says(last)).toBe('Nor bought.');
    expect(says(stepped(sentences, last, { unit: 'sentence', way: -1, stretch: false }))).toBe('may be sold.');
  });
  it('finds words where none are divided by spaces', () => expect(unitsOf('禁止买卖儿童', 'zh', 'word').length).toBeGreaterThan(1));
  it('follows the direction of the text', () => {
    expect(stepOf({ key: 'ArrowLeft', shiftKey: true }, 'rtl')).toEqual({ unit: 'word', way: 1, stretch: true });
    expect(stepOf({ key: 'ArrowLeft', shiftKey: false }, 'ltr')).toEqual({ unit: 'word', way: -1, stretch: false });
    expect(stepOf({ key: 'a', shiftKey: false }, 'ltr')).toBeNull();
  });
});

describe('the direction of a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-AF', 'rtl'],
    ['he', 'rtl'],
    ['fr', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['uz-Arab', 'rtl'],
    ['ar-latn', 'ltr'],
  ])('%s is written %s', (language, direction) => expect(directionOf(language)).toBe(direction));
});

describe('a passage in an address', () => {
  const passage = { evidence: '0190a000-0000-7000-8000-000000000001', file: '0190a000-0000-7000-8000-000000000002', page: 12, from: 0, to: 40 };
  it('comes back as it was written', () => expect(passageFromAddress(passageInAddress(passage))).toEqual(passage));
  it.each([undefined, '', 'x', `${passage.evidence}.${passage.file}.0.0-4`, `${passage.evidence}.${passage.file}.1.9-4`, `${passage.evidence}.1.0-4`])(
    'is none in %s',
    (text) => expect(passageFromAddress(text)).toBeNull(),
  );
});

describe('finding an element', () => {
  const option = (value: string, label: string) => ({ value, label, disabled: false });
  const options = [
    { group: 'Article 8', items: [option('8.1.e', 'Article 8(1)(e): Privacy of the child victim'), option('8.4', 'Article 8(4): Training')] },
    { group: 'Article 3', items: [option('3.2', 'Article 3(2): Attempt')] },
  ];
  const found = (search: string) => matching({ options, search }).flatMap((one) => ('items' in one ? one.items.map(({ value }) => value) : []));
  it.each([
    ['8.1(e)', ['8.1.e']],
    ['81e', ['8.1.e']],
    ['article 8(4)', ['8.4']],
    ['privacy', ['8.1.e']],
    ['', ['8.1.e', '8.4', '3.2']],
    ['nothing', []],
  ])('%s', (search, codes) => expect(found(search)).toEqual(codes));
});
