// Every letter in every language: told what it says it needs, it is whole, escaped and one-directional; told less, it fails at once.
import { describe, expect, test } from '@jest/globals';
import { postalAddress } from './address.ts';
import { compose } from './compose.ts';
import type { FactKind, MailLocale, Wording } from './letter.ts';
import { letters } from './letters.ts';

type Described = { facts: Record<string, FactKind>; words: Record<MailLocale, Wording<string>> };
const all = Object.entries<Described>(letters).flatMap(([name, described]) =>
  (['en', 'fr', 'ar'] as const).map((locale) => ({ name, locale, facts: described.facts, words: described.words[locale] })),
);
const sample = (kind: FactKind, words: Wording<string>, fact: string) =>
  ({
    text: `<b>"Ministry" & Söhne</b>`,
    moment: '2026-12-24T16:30:00Z',
    day: '2026-12-24',
    link: 'https://servanda.example/x#a=1&b=2',
    term: Object.keys(words.terms?.[fact] ?? {})[0] ?? '',
  })[kind];

describe.each(all)('$name in $locale', ({ locale, facts, words }) => {
  const values = Object.fromEntries(Object.entries(facts).map(([fact, kind]) => [fact, sample(kind, words, fact)]));
  const templates = [words.subject, ...words.says, ...(words.notes ?? []), words.ifNotYou, words.act?.label ?? ''];
  const named = new Set([...templates.join(' ').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).concat(words.act?.link ?? []));

  test('uses each fact, and no other', () => expect([...named].sort()).toEqual(Object.keys(facts).sort()));

  test('is written in text and HTML, with its language and direction, and nothing is loaded', () => {
    const { subject, text, html } = compose({ facts, words, locale, values });
    expect(subject).toMatch(/^[^\p{C}]{5,200}$/u);
    expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(`${subject}${text}${html}`).not.toMatch(/\{\w*\}|undefined|Invalid Date/);
    expect(html).not.toMatch(/<b>|<img|<script|<link|src=|url\(/);
    for (const [fact, kind] of Object.entries(facts)) {
      if (kind === 'text') expect(html).toContain('<bdi>&#60;b&#62;&#34;Ministry&#34; &#38; Söhne&#60;/b&#62;</bdi>');
      if (kind === 'link') expect([text.includes(values[fact] ?? ''), html.includes('href="https://servanda.example/x#a=1&#38;b=2"')]).toEqual([true, true]);
    }
  });

  test('is not written where a fact is missing', () => {
    for (const fact of Object.keys(facts)) {
      const { [fact]: _, ...fewer } = values;
      expect(() => compose({ facts, words, locale, values: fewer })).toThrow(`not told "${fact}"`);
    }
  });
});

describe('what people write into facts', () => {
  const { facts, words } = letters.invitation;
  const written = (inviter: string) =>
    compose({
      facts,
      words: words.en,
      locale: 'en',
      values: { inviter, organisation: 'O', role: 'lead', link: 'https://a.example/', until: '2026-12-24T16:30:00Z' },
    });

  test.each([
    'A\r\nBcc: all@example.org',
    'A\nBcc: all@example.org',
    'A\u2028Bcc: all@example.org',
    'A\u0000Bcc: all@example.org',
    'A\u202eBcc: all@example.org',
  ])('stays in its line of the subject: %j', (name) => expect(written(name).subject).toBe('A Bcc: all@example.org invites you to O on Servanda'));
  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user@a.example/', 'not a link'])('is no link: %s', (link) =>
    expect(() =>
      compose({ facts, words: words.en, locale: 'en', values: { inviter: 'A', organisation: 'O', role: 'lead', link, until: '2026-12-24T16:30:00Z' } }),
    ).toThrow(),
  );
});

describe('an address', () => {
  test.each([
    ['lead@government.example', 'lead@government.example'],
    ['lead@bücher.example', 'lead@xn--bcher-kva.example'],
    ['جهة@مثال.إختبار', 'جهة@xn--mgbh0fb.xn--kgbechtv'],
    ['a+b@Example.ORG', 'a+b@example.org'],
  ])('%s is posted to %s', (typed, posted) => expect(postalAddress(typed)).toBe(posted));

  // The look-alike keeps its own name: it can never be taken for the Latin one.
  test('with Cyrillic letters is another address', () => expect(postalAddress('lead@gоvernment.example')).toBe('lead@xn--gvernment-02h.example'));

  test.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    '<a@b.example>',
    'A <a@b.example>',
    'a@b@c.example',
    'a b@c.example',
    '"a b"@c.example',
    '@b.example',
    'a@',
    'a@localhost',
    'a\u0000@b.example',
    'a\u202e@b.example',
    'a@b.example\u2028',
    'a@[127.0.0.1]',
  ])('%j is not one plain address', (address) => expect(() => postalAddress(address)).toThrow());
});
