// Words and facts become a subject, a text and an HTML page. No picture, no tracker, nothing is loaded.
import type { FactKind, MailLocale, Wording } from './letter.ts';

const footers: Record<MailLocale, string> = {
  en: 'Sent by Servanda. Nobody reads answers to this address.',
  fr: 'Envoyé par Servanda. Personne ne lit les réponses à cette adresse.',
  ar: 'أُرسلت من Servanda. لا يقرأ أحد الردود على هذا العنوان.',
};
/** Western figures and the Gregorian calendar in Arabic too, as on the screen. */
const tags: Record<MailLocale, string> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn-ca-gregory' };

/** One line, without control or direction marks, of a length that a subject bears. */
const plain = (value: string) =>
  value
    .replace(/[\p{Cc}\p{Cs}\p{Co}\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, 200);
const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

interface Told {
  facts: Readonly<Record<string, FactKind>>;
  words: Wording<string>;
  locale: MailLocale;
  values: Readonly<Record<string, string>>;
  /** Told one by one after what the letter says, each with its link. */
  lines?: readonly Line[] | undefined;
}
export interface Line {
  text: string;
  link: string;
}

function wordingOf({ facts, words, locale, values }: Told, name: string): string {
  const value = values[name];
  const kind = facts[name];
  if (value === undefined || kind === undefined) throw new Error(`The letter was not told "${name}"`);
  if (kind === 'term') {
    const term = words.terms?.[name]?.[value];
    if (!term) throw new Error(`The letter has no word for ${name} "${value}"`);
    return term;
  }
  if (kind === 'moment')
    return `${new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(value))} UTC`;
  if (kind === 'day') return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
  if (kind === 'link') return linkOf(value);
  return plain(value);
}

function linkOf(value: string): string {
  const url = new URL(value);
  if (!['http:', 'https:'].includes(url.protocol) || url.username) throw new Error('A letter’s link is not an address of the web');
  return url.href;
}

const fill = (template: string, put: (name: string) => string) => template.replace(/\{(\w+)\}/g, (_, name: string) => put(name));

/** Each fact stands alone in its own direction, so that a Latin name does not turn an Arabic sentence round. */
const isolated = (text: string) => `\u2068${text}\u2069`;

export function compose(told: Told): { subject: string; text: string; html: string } {
  const { words, locale } = told;
  const dir = locale === 'ar' ? 'rtl' : 'ltr';
  const inText = (template: string) => fill(template, (name) => (dir === 'rtl' ? isolated(wordingOf(told, name)) : wordingOf(told, name)));
  const inHtml = (template: string) =>
    fill(escaped(template), (name) => {
      const word = escaped(wordingOf(told, name));
      return told.facts[name] === 'link' ? `<a href="${word}" dir="ltr" style="word-break:break-all">${word}</a>` : `<bdi>${word}</bdi>`;
    });
  const lines = (told.lines ?? []).map((line) => ({ text: plain(line.text), link: linkOf(line.link) }));
  const link = words.act ? wordingOf(told, words.act.link) : null;
  const subject = plain(fill(words.subject, (name) => wordingOf(told, name)));
  const text = [
    ...words.says.map(inText),
    ...lines.map((line) => `${line.text}\n${line.link}`),
    ...(words.act ? [`${inText(words.act.label)}:\n${link}`] : []),
    ...(words.notes ?? []).map(inText),
    inText(words.ifNotYou),
    `-- \n${footers[locale]}`,
  ].join('\n\n');
  const paragraph = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  const act =
    words.act && link
      ? [
          paragraph(
            `<a href="${escaped(link)}" style="display:inline-block;padding:10px 18px;background:#1d4f73;color:#ffffff;border-radius:4px;text-decoration:none;font-weight:600">${inHtml(words.act.label)}</a>`,
          ),
          paragraph(`<span dir="ltr" style="color:#555555;font-size:13px;word-break:break-all">${escaped(link)}</span>`),
        ]
      : [];
  const lineInHtml = ({ text, link }: Line) => paragraph(`<a href="${escaped(link)}" style="color:#1d4f73"><bdi>${escaped(text)}</bdi></a>`);
  const html = `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 16px">
<div lang="${locale}" dir="${dir}" style="max-width:560px;margin:0 auto;font:16px/1.5 Georgia,'Times New Roman',serif;text-align:start">
${[...words.says.map((p) => paragraph(inHtml(p))), ...lines.map(lineInHtml), ...act, ...(words.notes ?? []).map((p) => paragraph(inHtml(p))), paragraph(inHtml(words.ifNotYou))].join('\n')}
<hr style="border:0;border-top:1px solid #bbbbbb;margin:24px 0 12px">
${paragraph(escaped(footers[locale]), 'font-size:13px;color:#666666')}
</div>
</body>
</html>`;
  return { subject, text, html };
}
