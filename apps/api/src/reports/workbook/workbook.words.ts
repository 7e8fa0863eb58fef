// What the workbook says in each of the six languages: what is written, and what is read again.
import type { DocumentLanguage, LawVerdict, PracticeVerdict, WorkbookField } from '@servanda/contract';
import { words as ar } from '../documents/words.ar.ts';
import { words as en, type Words } from '../documents/words.en.ts';
import { words as es } from '../documents/words.es.ts';
import { words as fr } from '../documents/words.fr.ts';
import { words as ru } from '../documents/words.ru.ts';
import { words as zh } from '../documents/words.zh.ts';

type Worded = Record<DocumentLanguage, string>;
/** Columns in the order in which they are written. Those that are no field are locked; `element` and `base` are the keys. */
export const columns = [
  ...['element', 'citation', 'title', 'wording', 'state'],
  ...['law', 'practice', 'asOf', 'periodFrom', 'periodTo', 'reasons', 'qualifierNote'],
  ...['evidence', 'base'],
] as const;
export type Column = (typeof columns)[number] | WorkbookField;

/** The fixed words of the documents, by language. */
export const wordsOf: Record<DocumentLanguage, Words> = { en, fr, es, ar, zh, ru };
const inEach = (of: (words: Words) => string): Worded => ({ en: of(en), fr: of(fr), es: of(es), ar: of(ar), zh: of(zh), ru: of(ru) });

/** The head of each column. */
export const heads: Record<Column, Worded> = {
  element: { en: 'Element', fr: 'Élément', ar: 'العنصر', es: 'Elemento', zh: '要素', ru: 'Элемент' },
  citation: { en: 'Treaty', fr: 'Traité', ar: 'المعاهدة', es: 'Tratado', zh: '条约', ru: 'Договор' },
  title: { en: 'Title', fr: 'Intitulé', ar: 'العنوان', es: 'Título', zh: '标题', ru: 'Название' },
  wording: { en: 'Wording', fr: 'Libellé', ar: 'النص', es: 'Texto', zh: '条文', ru: 'Формулировка' },
  state: { en: 'Review', fr: 'Examen', ar: 'المراجعة', es: 'Revisión', zh: '审查', ru: 'Проверка' },
  law: { en: 'In law', fr: 'En droit', ar: 'في القانون', es: 'En la legislación', zh: '法律', ru: 'В законодательстве' },
  practice: { en: 'In practice', fr: 'En pratique', ar: 'في الممارسة', es: 'En la práctica', zh: '实践', ru: 'На практике' },
  asOf: { en: 'As of', fr: 'Situation au', ar: 'حتى تاريخ', es: 'A fecha de', zh: '截至', ru: 'По состоянию на' },
  periodFrom: { en: 'Period, from', fr: 'Période, du', ar: 'الفترة، من', es: 'Período, desde', zh: '期间，自', ru: 'Период, с' },
  periodTo: { en: 'Period, until', fr: 'Période, au', ar: 'الفترة، إلى', es: 'Período, hasta', zh: '期间，至', ru: 'Период, по' },
  reasons: { en: 'Reasons', fr: 'Motifs', ar: 'الأسباب', es: 'Motivos', zh: '理由', ru: 'Обоснование' },
  qualifierNote: {
    en: 'Note on qualifiers',
    fr: 'Note sur les nuances',
    ar: 'ملاحظة على القيود',
    es: 'Nota sobre los matices',
    zh: '关于限定条件的说明',
    ru: 'Примечание об оговорках в тексте',
  },
  evidence: {
    en: 'Evidence cited',
    fr: 'Preuves citées',
    ar: 'الأدلة المستشهد بها',
    es: 'Pruebas citadas',
    zh: '引用的证据',
    ru: 'Приведенные доказательства',
  },
  base: { en: 'Base', fr: 'Base', ar: 'الأساس', es: 'Base', zh: '基准', ru: 'Основа' },
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
  checklist: { en: 'Checklist', fr: 'Liste', ar: 'القائمة', es: 'Lista', zh: '清单', ru: 'Перечень' },
  instructions: { en: 'Instructions', fr: 'Consignes', ar: 'التعليمات', es: 'Instrucciones', zh: '说明', ru: 'Инструкция' },
  words: { en: 'Words', fr: 'Mots', ar: 'الكلمات', es: 'Palabras', zh: '用语', ru: 'Слова' },
};

export const hints: Record<'verdict' | 'day', Worded> = {
  verdict: {
    en: 'Choose one of the list, or leave it empty.',
    fr: 'Choisir dans la liste, ou laisser vide.',
    ar: 'اختر من القائمة أو اتركه فارغًا.',
    es: 'Elija un valor de la lista o deje la celda vacía.',
    zh: '请从列表中选择，或留空。',
    ru: 'Выберите значение из списка или оставьте ячейку пустой.',
  },
  day: {
    en: 'Write a day, such as 2026-03-31.',
    fr: 'Écrire une date, par exemple 2026-03-31.',
    ar: 'اكتب تاريخًا مثل 2026-03-31.',
    es: 'Escriba una fecha, por ejemplo 2026-03-31.',
    zh: '请填写日期，例如2026-03-31。',
    ru: 'Введите дату, например 2026-03-31.',
  },
};

/** The sheet of instructions, line by line. `{title}`, `{organisation}` and `{day}` are filled in. */
export const instructions: Record<DocumentLanguage, readonly string[]> = {
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
  es: [
    '{title} · {organisation} · extraído el {day}',
    'Rellene las celdas blancas de la hoja «Lista». Cada fila es un elemento del tratado; cada fila que modifique pasa a ser un borrador a su nombre.',
    'La legislación y la práctica se valoran por separado. Elija una valoración de la lista; deje vacío lo que no se haya evaluado.',
    'Una fila con una valoración necesita la fecha a la que corresponde y los motivos: indique cómo lo sabe.',
    'Las columnas grises están bloqueadas. «Elemento» y «Base» indican de qué elemento se trata y sobre qué valoración se ha trabajado: déjelas como están.',
    'Las columnas pueden moverse y pueden añadirse otras: no se leen. No combine celdas. Pueden eliminarse filas: lo que dirían queda como está.',
    'Cuentan los valores, nunca las fórmulas: de una fórmula se lee el valor que tenía al guardar el libro.',
    'Conserve el libro el tiempo que necesite. Al incorporarlo, cada fila se compara con lo que era entonces y con lo que es ahora; nada se escribe antes de que usted lo confirme y, donde un colega haya escrito entretanto, usted decide fila por fila. Para continuar, tome después un libro nuevo.',
    'Las pruebas se citan en el sistema, no aquí: un borrador conserva las citas de la valoración anterior.',
  ],
  zh: [
    '{title} · {organisation} · 提取日期：{day}',
    '请填写“清单”工作表中的白色单元格。每一行是条约的一项要素；您修改的每一行将以您的名义成为草稿。',
    '法律与实践分别评定。请从列表中选择评定结果；未评估的方面请留空。',
    '填有评定结果的行须注明其截至日期和理由：请说明依据。',
    '灰色列已锁定。“要素”和“基准”表明该行是哪一项要素、以哪一次评定为基础：请勿改动。',
    '各列可以移动，也可以增加自己的列：增加的列不会读取。请勿合并单元格。可以删除行：其内容保持原状。',
    '以数值为准，不以公式为准：对于公式，读取工作簿保存时的数值。',
    '工作簿可以保留任意长的时间。导入时，每一行都会与当时和现在的内容相比较；在您确认之前不会写入任何内容；如果同事其间已有改动，由您逐行决定。此后请提取新的工作簿继续填写。',
    '证据在系统中引用，而不在此处：草稿沿用前一次评定所引用的证据。',
  ],
  ru: [
    '{title} · {organisation} · получено {day}',
    'Заполните белые ячейки листа «Перечень». Каждая строка – элемент договора; каждая измененная вами строка становится черновиком от вашего имени.',
    'Законодательство и практика оцениваются отдельно. Выберите оценку из списка; то, что не оценено, оставьте пустым.',
    'Строка с оценкой требует даты, на которую она верна, и обоснования: укажите, откуда это известно.',
    'Серые столбцы заблокированы. «Элемент» и «Основа» показывают, о каком элементе идет речь и на основе какой оценки вы работали: оставьте их без изменений.',
    'Столбцы можно перемещать и добавлять свои: они не читаются. Не объединяйте ячейки. Строки можно удалять: то, что в них говорилось бы, остается без изменений.',
    'Учитываются значения, а не формулы: для формулы читается значение, которое она имела при сохранении книги.',
    'Храните книгу сколько угодно. При загрузке каждая строка сравнивается с тем, что было тогда, и с тем, что есть сейчас; до вашего подтверждения ничего не записывается, а там, где тем временем внес изменения коллега, вы принимаете решение по каждой строке. Затем возьмите новую книгу, чтобы продолжить.',
    'Доказательства приводятся в системе, а не здесь: черновик сохраняет ссылки предыдущей оценки.',
  ],
};
