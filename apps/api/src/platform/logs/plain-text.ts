// What goes into a log line: no character that could begin another line, colour a terminal or turn the direction of writing; no secret or person.

const strange = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const longest = 500;
const masks: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/@]+@/gi, '[credentials]@'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]'],
  [/\b[\w-]{32,}\b/g, '[long word]'],
];

/** One line of at most 500 characters, strange characters escaped. */
export const oneLine = (text: string): string =>
  text.slice(0, longest).replace(strange, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`);

/** The same without addresses, credentials and anything as long as a token. */
export const masked = (text: string): string => oneLine(masks.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text.slice(0, 4 * longest)));
