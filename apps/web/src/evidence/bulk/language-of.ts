import { francAll } from 'franc';

// Languages on offer, by the code that the guess answers in (ISO 639-3). Scots is English to a counter of letters.
const codes: Readonly<Record<string, string>> = {
  ...{ arb: 'ar', bul: 'bg', ben: 'bn', ces: 'cs', dan: 'da', deu: 'de', ell: 'el', eng: 'en', sco: 'en', spa: 'es', ekk: 'et', pes: 'fa', prs: 'fa' },
  ...{ fin: 'fi', fra: 'fr', heb: 'he', hin: 'hi', hrv: 'hr', hun: 'hu', hye: 'hy', ind: 'id', ita: 'it', jpn: 'ja', kat: 'ka', kaz: 'kk', khm: 'km' },
  ...{ kor: 'ko', lao: 'lo', lit: 'lt', lvs: 'lv', mkd: 'mk', khk: 'mn', zlm: 'ms', mya: 'my', npi: 'ne', nld: 'nl', nob: 'no', nno: 'no', pol: 'pl' },
  ...{ pbu: 'ps', por: 'pt', ron: 'ro', rus: 'ru', sin: 'si', slk: 'sk', slv: 'sl', als: 'sq', srp: 'sr', swe: 'sv', swh: 'sw', tam: 'ta', tgk: 'tg' },
  ...{ tha: 'th', tur: 'tr', ukr: 'uk', urd: 'ur', uzn: 'uz', vie: 'vi', cmn: 'zh' },
};
const letters = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
/** Letters that are looked at, and those below which nothing is said: a script of one language needs fewer. */
const [most, fewest, fewestOfScript] = [4000, 30, 10];
/** By how much the likeliest must lead the next, of 1: more where there is little text. */
const lead = (count: number) => (count < 200 ? 0.1 : 0.05);

/** The language of a text among those on offer; empty where that is not sure, for then the writer is asked. */
export function languageOf(text: string): string {
  const read = text.slice(0, most);
  const count = letters(read);
  if (count < fewestOfScript) return '';
  const [first, ...others] = francAll(read, { minLength: fewestOfScript });
  const language = codes[first?.[0] ?? ''];
  if (!language) return '';
  if (others.length === 0) return language;
  const next = others.find(([code]) => codes[code] !== language);
  return count >= fewest && 1 - (next?.[1] ?? 0) >= lead(count) ? language : '';
}
