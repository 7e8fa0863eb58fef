import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors, whoMayUse } from '@servanda/contract';
import { type Served, serve } from './server.ts';

let served: Served;
let text: string;
beforeAll(async () => {
  served = await serve();
  text = (await served.http().get('/api/docs').expect(200).expect('content-type', 'text/html; charset=utf-8')).text;
});
afterAll(() => served.stop());
const attributes = (name: string) => [...text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

describe('the readable page of the API', () => {
  test('shows every door under a heading of its own', () => {
    const headings = attributes('id');
    for (const door of doors) expect(headings).toContain(door.name);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('says of every door who may use it', () => {
    const shown = (name: string) => text.split(`<h3 id="${name}">`)[1]?.split('</article>')[0] ?? '';
    for (const door of doors) expect([door.name, shown(door.name).includes(whoMayUse(door))]).toEqual([door.name, true]);
  });

  test('every link within it leads somewhere', () => {
    const ids = new Set(attributes('id'));
    expect(attributes('href').filter((href) => href.startsWith('#') && !ids.has(href.slice(1)))).toEqual([]);
  });

  test('runs no script and takes no style but its own', async () => {
    expect(text).not.toMatch(/<script|<style| style="| on\w+="/);
    const { headers } = await served.http().get('/api/docs');
    expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
    await served
      .http()
      .get('/api/docs/page.css')
      .expect(200)
      .expect('content-type', /^text\/css/);
    await served.http().get('/api/docs').set('if-none-match', String(headers['etag'])).expect(304);
  });

  test('opens and closes every element', () => {
    const open: string[] = [];
    for (const [, end, name] of text.replace('<!doctype html>', '').matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (['meta', 'link'].includes(name ?? '')) continue;
      if (end) expect(open.pop()).toBe(name);
      else open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  test('goes down one heading at a time', () => {
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => void expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  });
});
