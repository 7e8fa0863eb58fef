import { CannotClean, type Found, type MetadataKind } from './found.ts';

/** Destinations that tell of people and their work, and what they are shown as (Rich Text Format 1.9). */
const destinations: Record<string, MetadataKind | null> = {
  ...{
    info: null,
    author: 'author',
    operator: 'last_saved_by',
    company: 'organisation',
    manager: 'organisation',
    title: 'description',
    subject: 'description',
  },
  ...{ keywords: 'description', comment: 'description', doccomm: 'description', category: 'description', hlinkbase: 'computer', creatim: 'moments' },
  ...{ revtim: 'moments', printim: 'moments', userprops: 'custom', docvar: 'custom', rsidtbl: 'revision_id', revtbl: 'author', template: 'computer' },
  ...{
    generator: 'application',
    annotation: 'comment',
    atnauthor: 'author',
    atnid: 'author',
    atnicn: null,
    atndate: null,
    atnref: null,
    atnparent: null,
    atntime: null,
  },
  ...{
    atrfstart: null,
    atrfend: null,
    datastore: 'custom',
    xmlnstbl: null,
    themedata: null,
    colorschememapping: null,
    passwordhash: null,
    filetbl: 'computer',
  },
};
const pictures = /^(?:pict|nonshppict)$/;
const word = /^\\([a-z]{1,32})(-?\d{1,10})? ?/i;
const idWords = /^(?:insrsid|delrsid|charrsid|pararsid|styrsid|sectrsid|tblrsid|rsid|revauth|revauthdel|revdttm|revdttmdel|crauth|crdate|version|vern|edmins)$/;

/** Where the group that opens at `at` ends. */
function endOf(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const c = source[i];
    if (c === '\\') {
      const bin = /^\\bin(\d{1,9}) ?/.exec(source.slice(i, i + 16));
      i += bin ? bin[0].length - 1 + Number(bin[1]) : 1;
    } else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  throw new CannotClean('damaged');
}
const plain = (group: string) => group.replace(/\\'[0-9a-f]{2}/gi, '·').replace(/\\[a-z]+-?\d* ?|[{}]|\\\*/gi, '');

/** The RTF without the groups whose destination is one of these; `onGroup` hears of each. */
function withoutGroups(source: string, isLeftOut: (destination: string) => boolean, onGroup?: (group: string) => void): string {
  let out = '';
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i, i + 64);
    const destination = /^\{\s*(?:\\\*\s*)?\\([a-z]+)/i.exec(rest)?.[1]?.toLowerCase();
    if (destination && isLeftOut(destination)) {
      const end = endOf(source, i);
      onGroup?.(source.slice(i, end));
      // A control word before the group does not grow together with the text behind it.
      if (/[a-z0-9]/i.test(source[i - 1] ?? '')) out += '{}';
      i = end;
      continue;
    }
    const bin = /^\\bin(\d{1,9}) ?/.exec(rest);
    const length = bin ? bin[0].length + Number(bin[1]) : source[i] === '\\' ? 2 : 1;
    out += source.slice(i, i + length);
    i += length;
  }
  return out;
}

/** The RTF with what it says alone: no information, comments, or pictures, which are letters and figures to a reader of text. */
export const withoutAsides = (source: string): string => withoutGroups(source, (name) => Object.hasOwn(destinations, name) || pictures.test(name));

/** Tells what a group holds that is left out. */
function tell(group: string, found: Found): void {
  for (const [, name = ''] of group.matchAll(/\{\s*(?:\\\*\s*)?\\([a-z]+)/gi)) {
    const kind = destinations[name.toLowerCase()];
    if (!kind) continue;
    const at = group.search(new RegExp(`\\{\\s*(?:\\\\\\*\\s*)?\\\\${name}(?![a-z])`));
    found.add(kind, kind === 'moments' || kind === 'revision_id' ? '' : plain(group.slice(at, endOf(group, at))));
  }
}

/** The RTF without author, company, comments and marks of revisions. Deleted text that still stands in it cannot be told from the rest. */
export function cleanRtf(original: string, found: Found): string {
  if (/\\deleted(?![a-z0-9])/.test(original)) throw new CannotClean('tracked_changes');
  const source = withoutGroups(
    original,
    (name) => Object.hasOwn(destinations, name),
    (group) => tell(group, found),
  );
  let out = '';
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i, i + 64);
    const control = word.exec(rest);
    if (control?.[1] === 'bin') {
      const length = control[0].length + Number(control[2] ?? 0);
      out += source.slice(i, i + length);
      i += length;
    } else if (control) {
      const name = control[1] ?? '';
      if (!idWords.test(name)) out += name === 'revised' ? '' : control[0];
      else if (name.includes('rsid')) found.add('revision_id');
      if (name === 'revised') found.add('tracked_change');
      i += control[0].length;
    } else {
      const length = source[i] === '\\' ? 2 : 1;
      out += source.slice(i, i + length);
      i += length;
    }
  }
  return out;
}
