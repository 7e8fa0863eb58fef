// How hard a password is to guess, as far as its own text tells; the same for the form that hints and the door that refuses.

/** Below this a password is refused; see `weightOf`. */
export const leastWeight = 8;

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertzuiop', 'yxcvbnm'];
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))];
const looks: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };
const longestWord = 32;

const folded = (text: string) => text.normalize('NFKC').toLowerCase();
const unmasked = (text: string) => text.replace(/[013457@$!]/g, (c) => looks[c] ?? c);
const isRun = (part: string) => part.length >= 3 && (/^(19|20)\d\d$/.test(part) || new Set(part).size === 1 || runs.some((run) => run.includes(part)));

/** The shortest piece whose repetition is the whole text, at least twice; else the text itself. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/** Words that somebody who knows the account would try first: its address and name, whole and in parts, and those of the product. */
export function wordsAround(...texts: string[]): string[] {
  const own = ['servanda', 'pacta', 'sunt', 'opsc', 'password', 'passwort', 'motdepasse', 'treaty', 'protocol'];
  const partsOf = (text: string) => [text, ...text.split('@'), ...text.split(/[^\p{L}\p{N}]+/u)];
  return [...new Set([...own, ...texts.flatMap((text) => partsOf(folded(text).trim()))].filter((word) => word.length >= 4))];
}

interface Known {
  /** Words around the account, from `wordsAround`. */
  around: readonly string[];
  /** Whether a text stands in a list of common passwords; a form that has no list says no. */
  isCommon?: (text: string) => boolean;
}

/**
 * The least number of guesswork steps that the text is made of: a character counts 1, a common password within it 3,
 * a run (`aaaa`, `4567`, `qwert`), a year or a word around the account 1, a repetition of a piece that piece and 1.
 */
export function weightOf(password: string, { around, isCommon = () => false }: Known): number {
  const text = folded(password);
  const unit = unitOf(text);
  const plain = unmasked(unit);
  const words = new Set(around);
  const long = around.filter((word) => word.length > longestWord);
  const least = [0];
  for (let end = 1; end <= unit.length; end++) {
    let best = (least[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - longestWord); start <= end - 3; start++) {
      const part = unit.slice(start, end);
      const clear = plain.slice(start, end);
      const cost = isRun(part) || words.has(part) || words.has(clear) ? 1 : part.length >= 4 && (isCommon(part) || isCommon(clear)) ? 3 : part.length;
      best = Math.min(best, (least[start] ?? 0) + cost);
    }
    for (const word of long) if (unit.endsWith(word, end)) best = Math.min(best, (least[end - word.length] ?? 0) + 1);
    least.push(best);
  }
  return (least[unit.length] ?? 0) + (unit === text ? 0 : 1);
}
