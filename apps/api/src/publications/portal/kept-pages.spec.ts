import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { encodingFor, KeptPage, KeptPages } from './kept-pages.ts';

const page = (text: string) => new KeptPage({ status: 200, type: 'text/html', text });

test('what is kept is bounded, and the longest unread goes first', () => {
  const kept = new KeptPages(800);
  for (const name of ['a', 'b', 'c', 'd']) kept.keep(name, page(name.repeat(100)));
  expect(kept.size).toBe(800);
  kept.get('a');
  kept.keep('e', page('e'.repeat(100)));
  expect(['a', 'b', 'c', 'd', 'e'].filter((name) => kept.get(name))).toEqual(['a', 'c', 'd', 'e']);
  kept.keep('a', page('A'.repeat(50)));
  expect([kept.size, kept.get('a')?.made.text[0]]).toEqual([700, 'A']);
  kept.keep('huge', page('x'.repeat(101)));
  expect(kept.get('huge')).toBeUndefined();
  kept.clear();
  expect([kept.size, kept.get('a')]).toEqual([0, undefined]);
});

test('the tag is of the bytes, whatever they are packed in', async () => {
  const [one, same, other] = [page('a'.repeat(5000)), page('a'.repeat(5000)), page('b')];
  expect(one.etag).toBe(same.etag);
  expect(one.etag).not.toBe(other.etag);
  expect(gunzipSync(await one.bytes('gzip')).toString()).toBe(one.made.text);
  expect(await one.bytes('br')).toBe(await one.bytes('br'));
});

test.each([
  [undefined, 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['br;q=0.0,gzip;q=0', 'identity'],
  ['brotli', 'identity'],
  ['br;q=0.5', 'br'],
])('of %s it sends %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
