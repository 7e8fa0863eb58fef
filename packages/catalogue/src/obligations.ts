import type { Clause } from './clauses.ts';
import { clauseOf, leavesOf, textOfClause } from './clauses.ts';
import type { Curation } from './curation.ts';
import type { Draft } from './drafts.ts';
import { CatalogueError } from './errors.ts';
import { wordingOf } from './flow.ts';
import type { LocatedShall } from './register.ts';
import { provisionOf } from './register.ts';
import { sha256 } from './treaty-text.ts';
import type { Element, Obligation } from './types.ts';

/** The obligations and their elements, in the order of the treaty, with the words people wrote for them. */
export function makeObligations(entries: LocatedShall[], clauses: Clause[], drafts: Draft[], curation: Curation): Obligation[] {
  let elementOrdinal = 0;
  return entries
    .filter(({ obligation, code }) => obligation === code)
    .map((entry, i) => {
      const text = textOfObligation(entry.code, clauses, drafts, curation);
      const leaves = leavesOf(drafts, provisionOf(entry.code));
      const elements = leaves.map((leaf) => {
        elementOrdinal += 1;
        return leaves.length > 1
          ? elementAt(leaf, entry, wordingOf(drafts, leaf.code), elementOrdinal, curation)
          : wholeElement(entry, text, elementOrdinal, curation);
      });
      const words = elements.length > 1 ? curation.obligations[entry.code] : elements[0];
      if (!words) throw new CatalogueError(0, `No curated words for obligation ${entry.code} in data/curation/obligations.json.`);
      return {
        code: entry.code,
        article: entry.article,
        ordinal: i + 1,
        citation: entry.citation,
        title: words.title,
        text,
        plain: words.plain,
        modality: entry.role === 'deeming' ? 'shall be deemed' : 'shall',
        role: entry.role === 'deeming' ? 'deeming' : 'duty',
        conduct: entry.conduct,
        addressee: entry.addressee,
        qualifier: entry.qualifier,
        applicability: entry.applicability,
        rule: entry.rule,
        ...sectionOf(entry.printedSection),
        notes: curation.register.notes.filter(({ bearsOn }) => bearsOn.includes(entry.code) || bearsOn.includes('*')).map(({ code }) => code),
        elements,
      };
    });
}

function textOfObligation(code: string, clauses: Clause[], drafts: Draft[], curation: Curation): string {
  const stretches = curation.register.wordings[code];
  const provision = provisionOf(code);
  if (!stretches) {
    const limbs = clauses.filter(({ qualifies }) => qualifies === code);
    return [clauseOf(clauses, code)!, ...limbs].map((clause) => textOfClause(clause, clauses, drafts)).join(' ');
  }
  const whole = drafts.find((draft) => draft.code === provision)!.passage.text;
  const missing = stretches.find((stretch) => !whole.includes(stretch));
  if (missing) throw new CatalogueError(0, `The curated wording of ${code} is not in the treaty: “${missing}”.`);
  return stretches.join(' […] ');
}

const wholeElement = (entry: LocatedShall, text: string, ordinal: number, curation: Curation): Element =>
  element(entry.code, entry.citation, text, text, entry, ordinal, curation);

const elementAt = (leaf: Draft, entry: LocatedShall, wording: string, ordinal: number, curation: Curation): Element =>
  element(leaf.code, leaf.citation, wording, leaf.passage.text, entry, ordinal, curation);

function element(code: string, citation: string, wording: string, text: string, entry: LocatedShall, ordinal: number, curation: Curation): Element {
  const curated = curation.elements[code];
  if (!curated) throw new CatalogueError(0, `No curated words for element ${code} in data/curation/elements/.`);
  return {
    code,
    obligation: entry.code,
    article: entry.article,
    ordinal,
    citation,
    title: curated.title,
    wording,
    wordingSha256: sha256(wording),
    text,
    plain: curated.plain,
    questions: curated.questions,
    criteria: { law: curated.law, practice: curated.practice },
    typicalEvidence: curated.evidence,
    typicalBody: curated.body ?? entry.bodies,
    rule: entry.rule,
  };
}

/** The register prints the heading where it names the provision, and otherwise a section to file under. */
function sectionOf(printed: string): Pick<Obligation, 'section' | 'sectionNamed'> {
  const section = /^([IVX]+)\b/.exec(printed)?.[1] ?? /file under ([IVX]+)\b/.exec(printed)?.[1];
  if (!section) throw new CatalogueError(0, `The register files an obligation under “${printed}”; no section can be read from it.`);
  return { section, sectionNamed: /\(arts?\. /.test(printed) };
}
