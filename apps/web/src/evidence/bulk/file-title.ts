/** What a file's name says of the document: a title to begin with, and its day where the name begins or ends with one. */
export interface NamedSo {
  title: string;
  datedOn: string;
}

const day = /(?:^|[\s_.-])((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?=$|[\s_.-])/;
const isDay = (text: string) => {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

/** "2024-03-01_penal_code-(final).pdf" → "Penal code (final)", 2024-03-01. */
export function namedSo(name: string): NamedSo {
  const stem = name.replace(/\.[^.]{1,5}$/, '');
  const found = day.exec(stem);
  const datedOn = found && isDay(`${found[1]}-${found[2]}-${found[3]}`) ? `${found[1]}-${found[2]}-${found[3]}` : '';
  const rest = datedOn && found ? `${stem.slice(0, found.index)} ${stem.slice(found.index + found[0].length)}` : stem;
  // A hyphen between letters without spaces is part of a word only where the name has spaces of its own.
  const spaced = /\s/.test(rest.trim()) ? rest.replace(/_+/g, ' ') : rest.replace(/[_-]+|(?<=\p{L})\.(?=\p{L})/gu, ' ');
  const title = (spaced.replace(/\s+/g, ' ').replace(/^[\s.,;-]+|[\s.,;-]+$/g, '') || stem || name).slice(0, 300);
  return { title: title.charAt(0).toLocaleUpperCase() + title.slice(1), datedOn };
}
