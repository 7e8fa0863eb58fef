// What the law threatens, as a language says it: its numbers, its plurals and what is open at either end.
import type { DocumentLanguage, KeptPenalty } from '@servanda/contract';
import { code, type Line, own } from './model.ts';
import { filled, typed } from './said.ts';
import type { Words } from './words.en.ts';
import { tagOf } from './words.ts';

const measured: Partial<Record<KeptPenalty['unit'], string>> = { days: 'day', months: 'month', years: 'year' };

/** A penalty in one line: its kind and range, the currency of a fine, and what was noted of it in the words of who noted it. */
export function penaltyIn(penalty: KeptPenalty, words: Words, lang: DocumentLanguage): Line {
  const { currency, note } = penalty;
  const said = penalty.toLife ? lifeOf(penalty, words, lang) : namedOf(penalty, words, lang);
  const parts: Line[] = [...(said === '' ? [] : [[own(said)]]), ...(currency ? [[code(currency)]] : []), ...(note === '' ? [] : [[typed(lang)(note)]])];
  return parts.flatMap((part, at) => (at === 0 ? part : [own(' '), ...part]));
}

function numbersIn(lang: DocumentLanguage, unit?: KeptPenalty['unit']): Intl.NumberFormat {
  const measure = unit && measured[unit];
  const common = { numberingSystem: 'latn', maximumFractionDigits: 2 };
  return new Intl.NumberFormat(tagOf[lang], measure ? { ...common, style: 'unit', unit: measure, unitDisplay: 'long' } : common);
}

function lifeOf({ unit, minimum }: KeptPenalty, words: Words, lang: DocumentLanguage): string {
  if (!minimum || unit === 'life') return words.unit.life;
  return filled(words.toLife, { least: numbersIn(lang, unit).format(minimum), life: words.unit.life });
}

/** An amount of time says its unit itself; a fine is named before its amount. */
function namedOf(penalty: KeptPenalty, words: Words, lang: DocumentLanguage): string {
  const name = words.unit[penalty.unit];
  const amount = amountOf(penalty, words, lang);
  if (amount === '' || name === '') return `${name}${amount}`;
  return measured[penalty.unit] ? amount : `${name}${words.colon}${amount}`;
}

function amountOf({ unit, minimum, maximum }: KeptPenalty, words: Words, lang: DocumentLanguage): string {
  const numbers = numbersIn(lang, unit);
  if (maximum === null) return minimum === null ? '' : filled(words.atLeast, { amount: numbers.format(minimum) });
  // Nothing at the lower end says no more than that there is an upper one.
  if (!minimum) return filled(words.upTo, { amount: numbers.format(maximum) });
  if (minimum === maximum) return numbers.format(maximum);
  return filled(words.range, { least: numbersIn(lang).format(minimum), most: numbers.format(maximum) });
}
