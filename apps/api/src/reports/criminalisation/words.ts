// The words of the criminalisation matrix in documents, in the six languages; its acts and columns are named in assessments/criminalisation/names.ts.
import type { CriminalisationReport, CriminalisationValue, DocumentLanguage } from '@servanda/contract';

export interface MatrixWords {
  lead: string;
  /** What of it is in English all the same; empty where the document is. */
  asWritten: string;
  inherited: string;
  act: string;
  column: string;
  citation: string;
  force: string;
  forces: Record<CriminalisationReport['columns'][number]['force'], string>;
  values: Record<CriminalisationValue | 'none', string>;
  /** What stands in a cell that is too narrow for a word. */
  letters: Record<CriminalisationValue, string>;
  columns: string;
  sources: string;
  setFor: string;
  value: string;
  source: string;
  state: string;
  noSource: string;
  withdrawn: string;
  leftOut: string;
  bearing: string;
  bearingLead: string;
  element: string;
  against: string;
  reason: string;
  contradiction: string;
  nothing: string;
}

const en: MatrixWords = {
  lead: 'Of the {all} cells of the matrix, 22 acts of Article 3(1) by 29 columns, {yes} say yes, {partly} partly, {no} no, {not_applicable} not applicable and {unknown} unknown; of {none} nothing is said, which is never read as no.',
  asWritten: '',
  inherited: 'A value in bold was set for the act itself; any other holds for its group or the whole State.',
  act: 'Act',
  column: 'Column',
  citation: 'Source in the treaty',
  force: 'Force',
  forces: {
    mandatory: 'mandated by the text',
    qualified: 'subject to national law',
    conditional: 'on a condition',
    optional: 'optional',
    evidence: 'statistics',
  },
  values: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Not applicable', unknown: 'Unknown', none: 'Nothing said' },
  letters: { yes: 'Y', partly: 'P', no: 'N', not_applicable: 'n/a', unknown: '?' },
  columns: 'The columns',
  sources: 'What was set, and where it was read',
  setFor: 'Set for',
  value: 'Value',
  source: 'Source',
  state: 'The whole State',
  noSource: 'No source is named',
  withdrawn: 'withdrawn',
  leftOut: 'Sources in restricted pieces left out: {count}',
  bearing: 'What it means for the verdicts in law',
  bearingLead: 'A column that the text mandates and that says no makes “compliant” impossible on the elements it bears on, unless the judgement says why.',
  element: 'Element',
  against: 'Mandated columns that say no',
  reason: 'Reason given: {reason}',
  contradiction: 'Counts as compliant, and nobody has said why',
  nothing: 'none',
};
const fr: MatrixWords = {
  lead: 'Sur les {all} cases de la grille, 22 actes de l’article 3(1) selon 29 colonnes, {yes} indiquent oui, {partly} en partie, {no} non, {not_applicable} sans objet et {unknown} inconnu ; de {none} rien n’est dit, ce qui ne se lit jamais comme non.',
  asWritten: 'Les intitulés des éléments et quelques renvois figurent en anglais ; ce que des personnes ont écrit figure dans la langue où elles l’ont écrit.',
  inherited: 'Une valeur en gras a été fixée pour l’acte lui-même ; toute autre vaut pour son groupe ou pour tout l’État.',
  act: 'Acte',
  column: 'Colonne',
  citation: 'Source dans le traité',
  force: 'Portée',
  forces: {
    mandatory: 'exigé par le texte',
    qualified: 'sous réserve du droit national',
    conditional: 'sous condition',
    optional: 'facultatif',
    evidence: 'statistiques',
  },
  values: { yes: 'Oui', partly: 'En partie', no: 'Non', not_applicable: 'Sans objet', unknown: 'Inconnu', none: 'Rien n’est dit' },
  letters: { yes: 'O', partly: 'P', no: 'N', not_applicable: 's.o.', unknown: '?' },
  columns: 'Les colonnes',
  sources: 'Ce qui a été fixé, et où cela a été lu',
  setFor: 'Fixé pour',
  value: 'Valeur',
  source: 'Source',
  state: 'Tout l’État',
  noSource: 'Aucune source n’est indiquée',
  withdrawn: 'retirée',
  leftOut: 'Sources dans des pièces à diffusion restreinte, écartées : {count}',
  bearing: 'Ce qu’il en résulte pour les appréciations en droit',
  bearingLead:
    'Une colonne exigée par le texte qui indique non rend « conforme » impossible pour les éléments qu’elle concerne, à moins que l’appréciation ne dise pourquoi.',
  element: 'Élément',
  against: 'Colonnes exigées qui indiquent non',
  reason: 'Raison donnée : {reason}',
  contradiction: 'Compté comme conforme, et personne n’a dit pourquoi',
  nothing: 'aucune',
};
const es: MatrixWords = {
  lead: 'De las {all} casillas de la matriz, 22 actos del artículo 3(1) por 29 columnas, {yes} dicen sí, {partly} en parte, {no} no, {not_applicable} no procede y {unknown} se desconoce; de {none} no se dice nada, lo que nunca se lee como no.',
  asWritten: 'Los títulos de los elementos y algunas remisiones figuran en inglés; lo que escribieron las personas figura en el idioma en que lo escribieron.',
  inherited: 'Un valor en negrita se fijó para el propio acto; cualquier otro vale para su grupo o para todo el Estado.',
  act: 'Acto',
  column: 'Columna',
  citation: 'Fuente en el tratado',
  force: 'Alcance',
  forces: {
    mandatory: 'exigido por el texto',
    qualified: 'con sujeción al derecho nacional',
    conditional: 'con una condición',
    optional: 'facultativo',
    evidence: 'estadísticas',
  },
  values: { yes: 'Sí', partly: 'En parte', no: 'No', not_applicable: 'No procede', unknown: 'Se desconoce', none: 'No se dice nada' },
  letters: { yes: 'S', partly: 'P', no: 'N', not_applicable: 'n.p.', unknown: '?' },
  columns: 'Las columnas',
  sources: 'Qué se fijó y dónde se leyó',
  setFor: 'Fijado para',
  value: 'Valor',
  source: 'Fuente',
  state: 'Todo el Estado',
  noSource: 'No se indica ninguna fuente',
  withdrawn: 'retirada',
  leftOut: 'Fuentes en piezas de difusión restringida omitidas: {count}',
  bearing: 'Qué significa para los juicios en derecho',
  bearingLead: 'Una columna exigida por el texto que dice no hace imposible «conforme» en los elementos a los que atañe, salvo que el juicio diga por qué.',
  element: 'Elemento',
  against: 'Columnas exigidas que dicen no',
  reason: 'Razón indicada: {reason}',
  contradiction: 'Cuenta como conforme y nadie ha dicho por qué',
  nothing: 'ninguna',
};
const ar: MatrixWords = {
  lead: 'من خلايا المصفوفة البالغة {all} خلية، وهي 22 فعلًا في المادة 3(1) في 29 عمودًا، تقول {yes} نعم و{partly} جزئيًا و{no} لا و{not_applicable} لا ينطبق و{unknown} غير معروف؛ ولم يُقل شيء عن {none}، ولا يُقرأ ذلك أبدًا على أنه «لا».',
  asWritten: 'ترد عناوين العناصر وبعض الإحالات بالإنكليزية، ويرد ما كتبه الأشخاص باللغة التي كتبوه بها.',
  inherited: 'القيمة بالخط العريض حُدّدت للفعل نفسه؛ وما سواها يسري على مجموعته أو على الدولة كلها.',
  act: 'الفعل',
  column: 'العمود',
  citation: 'المصدر في المعاهدة',
  force: 'الإلزام',
  forces: { mandatory: 'يوجبه النص', qualified: 'رهنًا بالقانون الوطني', conditional: 'بشرط', optional: 'اختياري', evidence: 'إحصاءات' },
  values: { yes: 'نعم', partly: 'جزئيًا', no: 'لا', not_applicable: 'لا ينطبق', unknown: 'غير معروف', none: 'لم يُقل شيء' },
  letters: { yes: 'ن', partly: 'ج', no: 'ل', not_applicable: 'ط', unknown: '؟' },
  columns: 'الأعمدة',
  sources: 'ما حُدّد وأين قُرئ',
  setFor: 'محدّد لـ',
  value: 'القيمة',
  source: 'المصدر',
  state: 'الدولة كلها',
  noSource: 'لم يُذكر مصدر',
  withdrawn: 'مسحوب',
  leftOut: 'مصادر في أدلة مقيدة استُبعدت: {count}',
  bearing: 'ما تعنيه للأحكام في القانون',
  bearingLead: 'العمود الذي يوجبه النص ويقول «لا» يجعل «ممتثل» غير ممكن في العناصر التي يخصها، ما لم يبيّن التقييم السبب.',
  element: 'العنصر',
  against: 'أعمدة موجبة تقول «لا»',
  reason: 'السبب المذكور: {reason}',
  contradiction: 'يُحسب ممتثلًا ولم يقل أحد لماذا',
  nothing: 'لا شيء',
};
const zh: MatrixWords = {
  lead: '矩阵共 {all} 格，即第三条第1款的22种行为对29栏：{yes} 格为是，{partly} 格为部分，{no} 格为否，{not_applicable} 格为不适用，{unknown} 格为不详；{none} 格未作说明，绝不视为否。',
  asWritten: '各项要素的标题和若干出处为英文；人员所写内容保留其书写时所用的语文。',
  inherited: '粗体的值是就该行为本身填写的；其他值适用于其所属组别或整个国家。',
  act: '行为',
  column: '栏',
  citation: '条约出处',
  force: '效力',
  forces: { mandatory: '条文强制规定', qualified: '以国内法为限', conditional: '附条件', optional: '任择', evidence: '统计数据' },
  values: { yes: '是', partly: '部分', no: '否', not_applicable: '不适用', unknown: '不详', none: '未作说明' },
  letters: { yes: '是', partly: '部', no: '否', not_applicable: '—', unknown: '?' },
  columns: '各栏',
  sources: '填写的内容及其出处',
  setFor: '适用于',
  value: '值',
  source: '出处',
  state: '整个国家',
  noSource: '未注明出处',
  withdrawn: '已撤回',
  leftOut: '略去的限制级材料中的出处：{count}',
  bearing: '对法律方面判定的影响',
  bearingLead: '条文强制规定的栏为否时，除非判定说明理由，否则其所涉要素不得判为“符合”。',
  element: '要素',
  against: '为否的强制规定栏',
  reason: '所述理由：{reason}',
  contradiction: '计为符合，但无人说明理由',
  nothing: '无',
};
const ru: MatrixWords = {
  lead: 'Из {all} ячеек матрицы (22 деяния статьи 3(1) по 29 столбцам) {yes} содержат «да», {partly} «частично», {no} «нет», {not_applicable} «неприменимо» и {unknown} «неизвестно»; о {none} ничего не сказано, и это никогда не читается как «нет».',
  asWritten: 'Названия элементов и некоторые ссылки приводятся на английском языке; написанное людьми приводится на том языке, на котором оно написано.',
  inherited: 'Полужирным выделено значение, указанное для самого деяния; любое другое действует для его группы или для всего государства.',
  act: 'Деяние',
  column: 'Столбец',
  citation: 'Источник в договоре',
  force: 'Обязательность',
  forces: {
    mandatory: 'предписано текстом',
    qualified: 'с учётом национального права',
    conditional: 'при условии',
    optional: 'факультативно',
    evidence: 'статистика',
  },
  values: { yes: 'Да', partly: 'Частично', no: 'Нет', not_applicable: 'Неприменимо', unknown: 'Неизвестно', none: 'Ничего не сказано' },
  letters: { yes: 'Д', partly: 'Ч', no: 'Н', not_applicable: 'н/п', unknown: '?' },
  columns: 'Столбцы',
  sources: 'Что указано и где это прочитано',
  setFor: 'Указано для',
  value: 'Значение',
  source: 'Источник',
  state: 'Всё государство',
  noSource: 'Источник не указан',
  withdrawn: 'отозван',
  leftOut: 'Опущено источников в материалах ограниченного распространения: {count}',
  bearing: 'Что это значит для оценок в праве',
  bearingLead: 'Если предписанный текстом столбец содержит «нет», оценка «соответствует» невозможна для затронутых элементов, пока в ней не указана причина.',
  element: 'Элемент',
  against: 'Предписанные столбцы со значением «нет»',
  reason: 'Указанная причина: {reason}',
  contradiction: 'Считается соответствующим, и никто не указал почему',
  nothing: 'нет',
};
export const matrixWords: Record<DocumentLanguage, MatrixWords> = { en, fr, es, ar, zh, ru };
