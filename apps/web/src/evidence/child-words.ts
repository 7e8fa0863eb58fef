// Reminds a writer of words that could tell who a child is. It never blocks: it finds little, and people decide.

/** A run of text that together with what stands near it could identify a child. */
export interface ChildWords {
  excerpt: string;
  /** Offset of the excerpt in the text. */
  at: number;
}

// \b knows ASCII letters only; these ends work for any script.
const begins = '(?<![\\p{L}\\p{N}])';
const ends = '(?![\\p{L}\\p{N}])';
const any = (flags: string, ...forms: string[]) => new RegExp(`${begins}(?:${forms.join('|')})${ends}`, flags);

/** An age under 18: "aged 12", "12-year-old", "âgée de 9 ans", "12 ans", "عمره 12". */
const underage = '(?:1[0-7]|[1-9])';
const age = any(
  'giu',
  `aged\\s+${underage}(?!\\s*(?:-|–|to|and|or))`,
  `${underage}[\\s-]year[s]?[\\s-]old`,
  `âgée?\\s+de\\s+${underage}\\s+ans`,
  `${underage}\\s+ans`,
  `(?:عمره|عمرها|العمر)\\s+${underage}`,
);
/** Initials as courts print them: "A.B.", "X. Y. Z.", "A. B." */
const initials = any('gu', '(?:\\p{Lu}\\.[\\s-]?){2,4}(?<=\\.)');
/** A child's word and then what looks like a name: "the girl Amina Diallo", "victime nommée Awa". */
const named = any(
  'gu',
  '(?:[Gg]irl|[Bb]oy|[Cc]hild|[Mm]inor|[Vv]ictim|[Pp]upil|[Ff]ille|[Gg]arçon|[Ee]nfant|[Mm]ineure?|[Vv]ictime|[Éé]lève)s?,?\\s+(?:(?:named|called|nommée?|prénommée?|appelée?)\\s+\\p{Lu}\\p{Ll}+|\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+)(?:\\s+\\p{Lu}\\p{Ll}+)?',
);
/** Two capitalised words; a name only where an age stands beside it. */
const capitalised = any('gu', '\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\p{Ll}+');
const birth = any(
  'giu',
  '(?:was\\s+)?born\\s+on\\s+\\d',
  'date\\s+of\\s+birth',
  'd\\.o\\.b\\.?',
  'née?\\s+le\\s+\\d',
  'date\\s+de\\s+naissance',
  'تاريخ\\s+الميلاد',
);

/** Characters between an age and a name that still read together. */
const near = 60;
const found = (pattern: RegExp, text: string): ChildWords[] => [...text.matchAll(pattern)].map((match) => ({ excerpt: match[0].trim(), at: match.index }));
const isNear = (a: ChildWords, b: ChildWords) => b.at <= a.at + a.excerpt.length + near && a.at <= b.at + b.excerpt.length + near;

/** What in the text could identify a child, in reading order: names of children, dates of birth, and ages under 18 beside initials or a name. */
export function childWordsIn(text: string): ChildWords[] {
  const people = [...found(initials, text), ...found(capitalised, text)];
  const pairs = found(age, text).flatMap((years) => {
    const person = people.find((one) => isNear(years, one));
    return person ? [joined(text, years, person)] : [];
  });
  const all = [...found(named, text), ...found(birth, text), ...pairs].sort((a, b) => a.at - b.at);
  return all.filter((one, i) => !all.slice(0, i).some((before) => one.at < before.at + before.excerpt.length));
}

function joined(text: string, a: ChildWords, b: ChildWords): ChildWords {
  const at = Math.min(a.at, b.at);
  return { at, excerpt: text.slice(at, Math.max(a.at + a.excerpt.length, b.at + b.excerpt.length)) };
}
