import { describe, expect, it } from '@jest/globals';
import type { Provision } from '@servanda/contract';
import { firstRuns, forestOf, notesIn, targetOf } from './tree.ts';

type Segment = Provision['segments'][number];
const segment = (part: Partial<Segment>): Segment => ({ text: 'words', role: 'plain', obligation: null, elements: [], ref: null, ...part });
const provision = (code: string, parent: string | null, segments: Segment[] = []): Provision => ({
  code,
  parent,
  kind: parent ? 'paragraph' : 'article',
  article: 8,
  label: '',
  citation: `Article ${code}`,
  text: '',
  spans: [],
  segments,
});

const provisions = [
  provision('8', null),
  provision('8.1', '8', [segment({ role: 'obligation', obligation: '8.1', elements: ['8.1.a', '8.1.b'] })]),
  provision('8.1.a', '8.1', [segment({ role: 'element', obligation: '8.1', elements: ['8.1.a'] })]),
  provision('8.2', '8', [
    segment({ role: 'element', obligation: '8.2-1', elements: ['8.2-1'] }),
    segment({ role: 'element', obligation: '8.2-1', elements: ['8.2-1'], ref: '8.2-2' }),
  ]),
  provision('8.6', '8', [segment({ role: 'note', ref: '8.6' })]),
];

describe('the tree of the text', () => {
  it('hangs every provision under its parent, in order', () => {
    const [article] = forestOf(provisions);
    expect(article?.children.map((child) => child.provision.code)).toEqual(['8.1', '8.2', '8.6']);
    expect(article?.children[0]?.children.map((child) => child.provision.code)).toEqual(['8.1.a']);
  });

  it('lists the notes of an article once each, as they are met', () => {
    const [article] = forestOf(provisions);
    expect(article && notesIn(article, new Set(['8.2-2', '8.6']))).toEqual(['8.2-2', '8.6']);
    expect(article && notesIn(article, new Set(['8.6']))).toEqual(['8.6']);
  });

  it('stops at the first run of each obligation and element only', () => {
    expect([...firstRuns(forestOf(provisions))]).toEqual(['8.1 0', '8.1.a 0', '8.2 0']);
  });

  it('knows what a run of words stands for', () => {
    expect(targetOf(segment({ role: 'element', elements: ['9.1'] }))).toBe('9.1');
    expect(targetOf(segment({ role: 'obligation', obligation: '8.1' }))).toBe('8.1 whole');
    expect(targetOf(segment({ role: 'note', ref: '8.6' }))).toBeNull();
  });
});
