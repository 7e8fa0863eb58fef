const longest = 400;

/** What a statement does, without any value: literals and numbers become `?`. */
export const statementShape = (text: string): string =>
  text
    .slice(0, 4000)
    .replace(/'(?:[^']|'')*'?/g, '?')
    .replace(/\$\d+/g, '$?')
    .replace(/(?<![\w$?])\d+(?:\.\d+)?/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);

/** Its first word: SELECT, INSERT, BEGIN. */
export const statementKind = (text: string): string => /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'OTHER';
