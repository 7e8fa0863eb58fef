// What the workbook says in each language of the interface: what is written, and what is read again.
import type { LawVerdict, PracticeVerdict, WorkbookField, WorkbookLanguage } from '@servanda/contract';
import { words as ar } from '../documents/words.ar.ts';
import { words as en, type Words } from '../documents/words.en.ts';
import { words as fr } from '../documents/words.fr.ts';

type Worded = Record<WorkbookLanguage, string>;
/** Columns in the order in which they are written. Those that are no field are locked; `element` and `base` are the keys. */
export const columns = [
  ...['element', 'citation', 'title', 'wording', 'state'],
  ...['law', 'practice', 'asOf', 'periodFrom', 'periodTo', 'reasons', 'qualifierNote'],
  ...['evidence', 'base'],
] as const;
export type Column = (typeof columns)[number] | WorkbookField;

/** The fixed words of the documents, by language. */
export const wordsOf: Record<WorkbookLanguage, Words> = { en, fr, ar };
const inEach = (of: (words: Words) => string): Worded => ({ en: of(en), fr: of(fr), ar: of(ar) });

/** The head of each column. */
export const heads: Record<Column, Worded> = {
  element: { en: 'Element', fr: 'Élément', ar: 'العنصر' },
  citation: { en: 'Treaty', fr: 'Traité', ar: 'المعاهدة' },
  title: { en: 'Title', fr: 'Intitulé', ar: 'العنوان' },
  wording: { en: 'Wording', fr: 'Libellé', ar: 'النص' },
  state: { en: 'Review', fr: 'Examen', ar: 'المراجعة' },
  law: { en: 'In law', fr: 'En droit', ar: 'في القانون' },
  practice: { en: 'In practice', fr: 'En pratique', ar: 'في الممارسة' },
  asOf: { en: 'As of', fr: 'Situation au', ar: 'حتى تاريخ' },
  periodFrom: { en: 'Period, from', fr: 'Période, du', ar: 'الفترة، من' },
  periodTo: { en: 'Period, until', fr: 'Période, au', ar: 'الفترة، إلى' },
  reasons: { en: 'Reasons', fr: 'Motifs', ar: 'الأسباب' },
  qualifierNote: { en: 'Note on qualifiers', fr: 'Note sur les nuances', ar: 'ملاحظة على القيود' },
  evidence: { en: 'Evidence cited', fr: 'Preuves citées', ar: 'الأدلة المستشهد بها' },
  base: { en: 'Base', fr: 'Base', ar: 'الأساس' },
};

export const verdicts: { law: Record<LawVerdict, Worded>; practice: Record<PracticeVerdict, Worded> } = {
  law: {
    compliant: inEach((w) => w.law.compliant),
    largely_compliant: inEach((w) => w.law.largely_compliant),
    partially_compliant: inEach((w) => w.law.partially_compliant),
    non_compliant: inEach((w) => w.law.non_compliant),
  },
  practice: {
    effective: inEach((w) => w.practice.effective),
    substantial: inEach((w) => w.practice.substantial),
    limited: inEach((w) => w.practice.limited),
    none: inEach((w) => w.practice.none),
    no_data: inEach((w) => w.practice.no_data),
  },
};

/** Names of the sheets: letters alone, so that no program asks for quotes around them. */
export const sheetNames: Record<'checklist' | 'instructions' | 'words', Worded> = {
  checklist: { en: 'Checklist', fr: 'Liste', ar: 'القائمة' },
  instructions: { en: 'Instructions', fr: 'Consignes', ar: 'التعليمات' },
  words: { en: 'Words', fr: 'Mots', ar: 'الكلمات' },
};

export const hints: Record<'verdict' | 'day', Worded> = {
  verdict: { en: 'Choose one of the list, or leave it empty.', fr: 'Choisir dans la liste, ou laisser vide.', ar: 'اختر من القائمة أو اتركه فارغًا.' },
  day: { en: 'Write a day, such as 2026-03-31.', fr: 'Écrire une date, par exemple 2026-03-31.', ar: 'اكتب تاريخًا مثل 2026-03-31.' },
};

/** The sheet of instructions, line by line. `{title}`, `{organisation}` and `{day}` are filled in. */
export const instructions: Record<WorkbookLanguage, readonly string[]> = {
  en: [
    '{title} · {organisation} · taken on {day}',
    'Fill in the white cells of the sheet “Checklist”. Each row is one element of the treaty; each row that you change becomes a draft in your name.',
    'In law and in practice are judged apart. Choose a verdict from the list; leave a lane empty where it is not assessed.',
    'A row with a verdict needs the day as of which it holds, and reasons: say how you know.',
    'The grey columns are locked. “Element” and “Base” say which element a row is, and upon which judgement you wrote: leave them as they are.',
    'Columns may be moved, and columns of your own may be added: they are not read. Do not merge cells. Rows may be deleted: what they would say stays as it is.',
    'Values count, never formulas: of a formula, the value is read that it had when the workbook was saved.',
    'Keep the workbook for as long as you like. When you bring it in, every row is compared with what it was then and what it is now; nothing is written before you confirm, and where a colleague wrote meanwhile you decide row by row. Then take a fresh workbook to go on.',
    'Evidence is cited in the product, not here: a draft keeps the citations of the judgement before it.',
  ],
  fr: [
    '{title} · {organisation} · établi le {day}',
    'Remplir les cellules blanches de la feuille « Liste ». Chaque ligne est un élément du traité ; chaque ligne modifiée devient un brouillon à votre nom.',
    'Le droit et la pratique sont appréciés séparément. Choisir une appréciation dans la liste ; laisser vide ce qui n’est pas évalué.',
    'Une ligne qui porte une appréciation demande la date à laquelle elle vaut et des motifs : dire comment on le sait.',
    'Les colonnes grises sont verrouillées. « Élément » et « Base » disent de quel élément il s’agit et sur quelle appréciation vous avez travaillé : les laisser telles quelles.',
    'Les colonnes peuvent être déplacées et d’autres ajoutées : elles ne sont pas lues. Ne pas fusionner de cellules. Des lignes peuvent être supprimées : ce qu’elles diraient reste tel quel.',
    'Les valeurs comptent, jamais les formules : d’une formule est lue la valeur qu’elle avait à l’enregistrement.',
    'Gardez le classeur aussi longtemps que nécessaire. À l’import, chaque ligne est comparée avec ce qu’elle était alors et ce qu’elle est maintenant ; rien n’est écrit avant votre confirmation, et là où un collègue a écrit entre-temps vous décidez ligne par ligne. Prenez ensuite un nouveau classeur pour continuer.',
    'Les preuves se citent dans le produit, non ici : un brouillon garde les citations de l’appréciation précédente.',
  ],
  ar: [
    '{title} · {organisation} · أُخذ في \u200e{day}',
    'املأ الخلايا البيضاء في ورقة «القائمة». كل صف عنصر من عناصر المعاهدة، وكل صف تغيّره يصبح مسودة باسمك.',
    'يُحكم على القانون والممارسة كل على حدة. اختر حكمًا من القائمة، واترك ما لم يُقيَّم فارغًا.',
    'الصف الذي فيه حكم يحتاج إلى التاريخ الذي يصح فيه وإلى أسباب: قل كيف عرفت.',
    'الأعمدة الرمادية مقفلة. يدل «العنصر» و«الأساس» على العنصر وعلى الحكم الذي كتبت عليه: اتركهما كما هما.',
    'يمكن نقل الأعمدة وإضافة أعمدة أخرى: لا تُقرأ. لا تدمج الخلايا. يمكن حذف صفوف: يبقى ما كانت ستقوله على حاله.',
    'العبرة بالقيم لا بالصيغ: تُقرأ من الصيغة القيمة التي كانت لها عند الحفظ.',
    'احتفظ بالمصنف ما شئت. عند إدخاله يُقارن كل صف بما كان عليه حينها وبما هو عليه الآن؛ ولا يُكتب شيء قبل تأكيدك، وحيث كتب زميل في الأثناء تقرر صفًا صفًا. ثم خذ مصنفًا جديدًا لتواصل.',
    'يُستشهد بالأدلة في المنتج لا هنا: تحتفظ المسودة باستشهادات الحكم الذي قبلها.',
  ],
};
