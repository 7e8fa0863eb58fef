// A feed is well-formed Atom whatever it is told, in every language.
import { describe, expect, test } from '@jest/globals';
import type { NewsKind } from '@servanda/contract';
import { SaxesParser } from 'saxes';
import { type Edition, editionOf, editions } from '../portal/edition.ts';
import { atomFeed } from './feed.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const entryOf = (organisation: string, kind: NewsKind = 'release') => ({
  kind,
  of: id,
  at: '2026-11-27T10:00:00.000Z',
  told: { iso3: 'XAA', stateName: 'Aruna', organisation, dossierKind: 'own' as const, number: 3, element: null, to: null, path: `/public/publications/${id}` },
});
const made = (edition: Edition, title: string, entries: ReturnType<typeof entryOf>[]) =>
  atomFeed(edition, { title, path: '/public/states/XAA/feed.atom', page: '/public/states/XAA', entries }, 'https://servanda.example');

/** The names of elements in their order, and the texts of one of them. */
function read(xml: string, wanted: string): { elements: string[]; texts: string[] } {
  const [elements, texts]: [string[], string[]] = [[], []];
  const parser = new SaxesParser({ xmlns: true });
  let within: string | null = null;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    elements.push(local);
    within = local === wanted ? '' : null;
  });
  parser.on('text', (text) => {
    if (within !== null) within += text;
  });
  parser.on('closetag', () => {
    if (within !== null) texts.push(within);
    within = null;
  });
  parser.write(xml).close();
  return { elements, texts };
}

describe.each(editions)('a feed in %s', (lang) => {
  const edition = editionOf(lang);

  test('has what RFC 4287 asks of it and of each entry, and is read by a strict parser', () => {
    const { text, modified, type } = made(edition, 'News', [entryOf('The Ministry'), entryOf('The Ministry', 'withdrawal')]);
    const { elements } = read(text, 'title');
    const ofEntry = ['entry', 'id', 'title', 'updated', 'author', 'name', 'link', 'category', 'summary'];
    expect(elements).toEqual(['feed', 'id', 'title', 'subtitle', 'updated', 'link', 'link', 'generator', ...ofEntry, ...ofEntry]);
    expect(text).toContain('<link rel="self" type="application/atom+xml" href="https://servanda.example/public/states/XAA/feed.atom');
    expect(text).toContain(edition.words.feed.withdrawn);
    expect([type, modified?.toISOString()]).toEqual(['application/atom+xml; charset=utf-8', '2026-11-27T10:00:00.000Z']);
  });

  test.each([
    '</title></entry></feed><script>alert(1)</script>',
    ']]><!-- & &lt; "\' -->',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '\u0000\u0001\u000b\u001f\ufffe\uffff',
    '\ud800 half a pair \udc00',
    '\u202eturned round\u2069',
    '日本語 العربية 👩‍👧',
  ])('holds as one text, whoever named itself %j', (name) => {
    const { text } = made(edition, `News of ${name}`, [entryOf(name)]);
    const { elements, texts } = read(text, 'name');
    expect(elements.filter((one) => one === 'entry')).toHaveLength(1);
    expect(texts).toEqual([name.toWellFormed().replace(/\p{Cc}|\ufffe|\uffff/gu, '\ufffd')]);
  });

  test('without any news is whole, and says since when it stands', () => {
    const { text, modified } = made(edition, 'News', []);
    expect(read(text, 'updated').texts).toEqual([modified?.toISOString()]);
  });
});
