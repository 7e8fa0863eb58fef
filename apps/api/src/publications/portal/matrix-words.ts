// The words of the criminalisation matrix on the public pages; its acts and columns are named in assessments/criminalisation/names.ts.
import type { CriminalisationValue } from '@servanda/contract';
import type { Language } from './edition.ts';

export interface MatrixWords {
  title: string;
  /** Title of the page of a State. */
  of: string;
  description: string;
  lead: string;
  rule: string;
  ruleWords: string;
  act: string;
  values: Record<CriminalisationValue | 'none', string>;
  mandated: string;
  differs: string;
  dossiers: string;
  /** What stands in a cell, for those who hear it. */
  said: string;
  differences: string;
  differencesLead: string;
  agree: string;
  one: string;
  none: string;
  link: string;
  sources: string;
  row: string;
  column: string;
  value: string;
  source: string;
  state: string;
  unpublished: string;
  reasons: string;
}

const en: MatrixWords = {
  title: 'Criminalisation matrix',
  of: 'Criminalisation matrix: {state}',
  description: 'Which of the 22 acts of Article 3(1) are offences in the law of {state}, as each published dossier says.',
  lead: 'The 22 acts of Article 3(1) by 29 columns, as each published dossier fills them in, beside one another.',
  rule: 'How to read it',
  ruleWords:
    'Each cell holds one mark for each dossier, in the order of the list. A value that is set for the whole State or for a group of acts holds for each act that says nothing of its own. An outline: the dossier says nothing; that is never read as no.',
  act: 'Act',
  values: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable', unknown: 'Unknown', none: 'Nothing said' },
  mandated: 'Double rule under a column: mandated by the text',
  differs: 'Framed cell: the dossiers differ',
  dossiers: 'Dossiers, in the order of the marks',
  said: '{n}: {value}',
  differences: 'Where they differ',
  differencesLead: 'Column by column, for which acts which dossier says what. Silence is no difference.',
  agree: 'No cell in which two dossiers differ.',
  one: 'One dossier alone has published its matrix; there is nothing to set beside it yet.',
  none: 'No dossier has published its criminalisation matrix.',
  link: 'The criminalisation matrix, side by side',
  sources: 'What was set, and where it was read',
  row: 'Set for',
  column: 'Column',
  value: 'Value',
  source: 'Source',
  state: 'The whole State',
  unpublished: 'Source not published',
  reasons: 'Why the law counts as compliant although the matrix says no',
};
const fr: MatrixWords = {
  title: 'Grille d’incrimination',
  of: 'Grille d’incrimination : {state}',
  description: 'Lesquels des 22 actes de l’article 3(1) sont des infractions dans le droit de {state}, selon chaque dossier publié.',
  lead: 'Les 22 actes de l’article 3(1) selon 29 colonnes, tels que chaque dossier publié les renseigne, côte à côte.',
  rule: 'Comment la lire',
  ruleWords:
    'Chaque case porte une marque par dossier, dans l’ordre de la liste. Une valeur fixée pour tout l’État ou pour un groupe d’actes vaut pour chaque acte qui ne dit rien lui-même. Un contour : le dossier ne dit rien ; cela ne se lit jamais comme non.',
  act: 'Acte',
  values: { yes: 'Oui', partly: 'En partie', no: 'Non', not_applicable: 'Sans objet', unknown: 'Inconnu', none: 'Rien n’est dit' },
  mandated: 'Double filet sous une colonne : exigé par le texte',
  differs: 'Case encadrée : les dossiers divergent',
  dossiers: 'Dossiers, dans l’ordre des marques',
  said: '{n}\u00a0: {value}',
  differences: 'Où ils divergent',
  differencesLead: 'Colonne par colonne, pour quels actes quel dossier dit quoi. Le silence n’est pas une divergence.',
  agree: 'Aucune case où deux dossiers divergent.',
  one: 'Un seul dossier a publié sa grille ; il n’y a encore rien à mettre à côté.',
  none: 'Aucun dossier n’a publié sa grille d’incrimination.',
  link: 'La grille d’incrimination, côte à côte',
  sources: 'Ce qui a été fixé, et où cela a été lu',
  row: 'Fixé pour',
  column: 'Colonne',
  value: 'Valeur',
  source: 'Source',
  state: 'Tout l’État',
  unpublished: 'Source non publiée',
  reasons: 'Pourquoi le droit compte comme conforme bien que la grille indique non',
};
const ar: MatrixWords = {
  title: 'مصفوفة التجريم',
  of: 'مصفوفة التجريم: {state}',
  description: 'أيّ الأفعال الاثنين والعشرين في المادة 3(1) جرائم في قانون {state}، كما يقول كل ملف منشور.',
  lead: 'الأفعال الاثنان والعشرون في المادة 3(1) في 29 عمودًا، كما يملؤها كل ملف منشور، جنبًا إلى جنب.',
  rule: 'كيف تُقرأ',
  ruleWords:
    'في كل خلية علامة لكل ملف بترتيب القائمة. القيمة المحدّدة للدولة كلها أو لمجموعة أفعال تسري على كل فعل لا يقول شيئًا عن نفسه. الإطار الفارغ: الملف لا يقول شيئًا، ولا يُقرأ ذلك أبدًا على أنه «لا».',
  act: 'الفعل',
  values: { yes: 'نعم', partly: 'جزئيًا', no: 'لا', not_applicable: 'لا ينطبق', unknown: 'غير معروف', none: 'لم يُقل شيء' },
  mandated: 'خط مزدوج تحت العمود: يوجبه النص',
  differs: 'خلية مؤطّرة: الملفات تختلف',
  dossiers: 'الملفات بترتيب العلامات',
  said: '{n}: {value}',
  differences: 'أين تختلف',
  differencesLead: 'عمودًا عمودًا، لأي الأفعال يقول أي ملف ماذا. والصمت ليس اختلافًا.',
  agree: 'لا خلية يختلف فيها ملفان.',
  one: 'ملف واحد وحده نشر مصفوفته، وليس بجانبه شيء بعد.',
  none: 'لم ينشر أي ملف مصفوفة التجريم.',
  link: 'مصفوفة التجريم جنبًا إلى جنب',
  sources: 'ما حُدّد وأين قُرئ',
  row: 'محدّد لـ',
  column: 'العمود',
  value: 'القيمة',
  source: 'المصدر',
  state: 'الدولة كلها',
  unpublished: 'مصدر غير منشور',
  reasons: 'لماذا يُحسب القانون ممتثلًا مع أن المصفوفة تقول «لا»',
};
const words: Record<Language, MatrixWords> = { en, fr, ar };
export const matrixWords = (lang: Language): MatrixWords => words[lang];
