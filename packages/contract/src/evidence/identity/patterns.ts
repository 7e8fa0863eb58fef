// What in a text may tell who a child or a suspect is: English, French, Spanish, Arabic, Russian and Chinese. Found too often rather than too seldom; people decide.
import { chinese, russian, russianAge } from './words-of-scripts.ts';

// \b knows ASCII letters only; these ends work for any script.
const begins = '(?<![\\p{L}\\p{N}])';
const ends = '(?![\\p{L}\\p{N}])';
const oneOf = (flags: string, ...forms: string[]) => new RegExp(`${begins}(?:${forms.join('|')})${ends}`, flags);
/** The same, and expressions of a script without spaces between words. */
const oneOfAlso = (flags: string, joined: readonly string[], ...forms: string[]) =>
  new RegExp(`${begins}(?:${forms.join('|')})${ends}|${joined.join('|')}`, flags);
const arabic = '\\p{Script=Arabic}{2,}';
const proper = "\\p{Lu}[\\p{Ll}'’-]+";

/** An age under 18, in figures of either kind. */
const underage = '(?:1[0-7]|[1-9]|١[٠-٧]|[١-٩])';
export const age = oneOf(
  'giu',
  `aged\\s+${underage}(?!\\s*(?:-|–|to|and|or))`,
  `${underage}[\\s-]years?[\\s-]old`,
  `âgée?\\s+de\\s+${underage}\\s+ans`,
  `${underage}\\s+ans`,
  `(?:tiene|tenía|,\\s*de)\\s+${underage}\\s+años|${underage}\\s+años\\s+de\\s+edad`,
  ...russianAge(underage),
  `(?:عمره|عمرها|العمر|البالغ(?:ة)?(?:\\s+من\\s+العمر)?)\\s+${underage}`,
);
/** Initials as courts print them: "A.B.", "X. Y. Z." */
export const initials = oneOf('gu', '(?:\\p{Lu}\\.[\\s-]?){2,4}(?<=\\.)');
/** Chinese names stand right beside the age. */
export const besideAge = new RegExp(chinese.beside.join('|'), 'gu');
/** Two capitalised words, or an Arabic name that is said to be one; a name only where an age stands beside it. */
export const capitalised = oneOf('gu', `${proper}\\s+${proper}`, `(?:اسمه|اسمها|يدعى|تدعى|المدعوة?)\\s+${arabic}`);

const child = `(?:(?:girl|boy|child|minor|victim|pupil|fille|garçon|enfant|mineure?|victime|élève|niñ[oa]|menor|víctima|alumn[oa])s?|${russian.child})`;
const suspect = `(?:suspect|accused|defendant|perpetrator|offender|prévenue?|accusée?|suspecte?|mise?\\s+en\\s+cause|acusad[oa]|imputad[oa]|sospechos[oa]|condenad[oa]|${russian.suspect})`;
const called = `(?:named|called|nommée?|prénommée?|appelée?|llamad[oa]|de\\s+nombre|${russian.called})`;
/** The words of the trade are known with a capital or without; names only with one. */
const either = (words: string) => words.replace(/(?<=[(|])\p{Ll}/gu, (c) => `[${c}${c.toUpperCase()}]`);
/** Titles of laws and names of bodies begin like a name: Child Protection Act, Victim Support Service. */
const institution =
  '(?:Acts?|Bill|Code|Law|Laws|Rights?|Protection|Support|Services?|Watch|Welfare|Convention|Courts?|Justice|Labou?r|Care|Helpline|Hotline|Committee|Council|Commission|Commissioner|Ombudsperson|Agency|Authority|Policy|Programmes?|Fund|Unit|Cent(?:re|er)|Foundation|Association|Network|Advocate|Assistance|Compensation|Participation|Safety|Trafficking|Protocol|Charter|Loi|Droits?|Aide|Service|Tribunal|Ley|Código|Derechos|Protección|Tribunal|Закон|Кодекс|Суд)';
const nameAfter = (who: string) =>
  `${either(who)},?\\s+(?!(?:${proper}\\s+){0,2}${institution}(?![\\p{L}\\p{N}]))(?:${called}\\s+${proper}|(?:Mr\\.?\\s+|M\\.\\s+|Mme\\s+|Sr\\.?a?\\s+)?(?:${proper}\\s+(?:${proper}|(?:\\p{Lu}\\.\\s?){1,2})|(?:\\p{Lu}\\.\\s?){1,2}${proper}))(?:\\s+${proper})?`;

export const patterns = {
  child_name: oneOfAlso(
    'gu',
    [chinese.child],
    nameAfter(child),
    `(?:الطفلة?|القاصر|الضحية|التلميذة?)\\s+(?:اسمه|اسمها|يدعى|تدعى|المدعوة?)\\s+${arabic}(?:\\s+${arabic})?`,
  ),
  suspect_name: oneOfAlso(
    'gu',
    [chinese.suspect],
    nameAfter(suspect),
    `(?:المتهمة?|المشتبه\\s+(?:به|بها)|الجاني)\\s+(?:المدعوة?|ويدعى|يدعى)?\\s*${arabic}\\s+${arabic}`,
  ),
  birth_date: oneOfAlso(
    'giu',
    chinese.birth,
    'родил(?:ся|ась)\\s+\\d',
    'дата\\s+рождения',
    '\\d{4}\\s*(?:г\\.|года)\\s*р(?:\\.|ождения)',
    '(?:was\\s+)?born\\s+on\\s+\\d',
    'date\\s+of\\s+birth',
    'd\\.o\\.b\\.?',
    'née?\\s+le\\s+\\d',
    'date\\s+de\\s+naissance',
    'nacid[oa]\\s+el\\s+\\d',
    'fecha\\s+de\\s+nacimiento',
    'تاريخ\\s+(?:الميلاد|الولادة)',
    'من\\s+مواليد',
  ),
  case_number: oneOfAlso(
    'giu',
    chinese.caseNumber,
    'дел[оауе]м?\\s+№\\s*[\\p{L}\\d-]*\\d(?:[\\p{L}\\d/.-]*[\\p{L}\\d])?',
    '(?:case|file|docket)\\s+(?:no\\.?|number|nr\\.?|n°|#)\\s*[\\p{L}\\d-]*\\d(?:[\\p{L}\\d/.-]*[\\p{L}\\d])?',
    '(?:dossier|affaire)\\s+(?:n°|no\\.?|numéro)\\s*[\\p{L}\\d-]*\\d(?:[\\p{L}\\d/.-]*[\\p{L}\\d])?',
    '(?:caso|expediente|causa)\\s+(?:n\\.?º|n°|no\\.?|núm\\.?|número)\\s*[\\p{L}\\d-]*\\d(?:[\\p{L}\\d/.-]*[\\p{L}\\d])?',
    '(?:القضية|الملف|الدعوى)\\s+رقم\\s*[\\p{N}/.-]+',
  ),
  address: oneOfAlso(
    'gu',
    chinese.address,
    `(?:[Уу]л\\.|[Уу]лиц[аеы]|[Пп]роспекте?|[Пп]ер\\.|[Пп]ереулке?|[Бб]ульваре?)\\s+(?:${proper}\\s*){1,3},?\\s*(?:д\\.|дом)?\\s*\\d{1,4}`,
    `\\d{1,4}[a-z]?,?\\s+(?:${proper}\\s+){1,3}(?:Street|Road|Avenue|Lane|Square|Boulevard)`,
    `\\d{1,4}(?:\\s+bis)?,?\\s+(?:rue|avenue|boulevard|place|impasse|chemin|allée)\\s+(?:(?:de|du|des|la|le|l’|l')\\s*)*${proper}`,
    `(?:[Cc]alle|[Aa]venida|[Pp]laza)\\s+(?:(?:de|del|la|el|los)\\s+)*${proper}(?:\\s+${proper})?,?\\s+(?:n\\.?º\\s*)?\\d{1,4}`,
    `شارع\\s+${arabic}(?:\\s+${arabic})?[\\s،,]+(?:رقم\\s*)?\\p{N}{1,4}`,
  ),
  school: oneOfAlso(
    'gu',
    chinese.school,
    '(?:[Шш]кол[аеыу]|[Шш]колой|[Гг]имнази[яиюей]+|[Лл]ице[йяеюм]+|[Дд]етск[а-яё]+\\s+сад[а-яё]*)\\s+№\\s*\\d+',
    `${proper}(?:\\s+${proper})?\\s+(?:Primary|Secondary|Elementary|High|Middle|Public|Community|Boarding)\\s+School`,
    `(?:[Éé]cole|[Ll]ycée|[Cc]ollège)\\s+(?:(?:primaire|maternelle|publique|de|du|des|la|le|l’|l')\\s*)*${proper}(?:\\s+${proper})?`,
    `(?:[Ee]scuela|[Cc]olegio|[Ii]nstituto)\\s+(?:(?:primaria|secundaria|de|del|la|el)\\s+)*${proper}\\s+${proper}`,
    `مدرسة\\s+${arabic}(?:\\s+${arabic})?\\s+(?:الابتدائية|الإعدادية|المتوسطة|الثانوية)`,
  ),
  phone:
    /(?<![\p{N}+])(?:\+|00)[1-9](?:[\s().-]?\d){7,14}(?!\p{N})|(?:[Tt]el(?:ephone)?|[Pp]hone|[Tt]él(?:éphone)?|[Mm]obile|[Tt]eléfono|[Mm]óvil|[Тт]ел(?:ефон)?|[Мм]об|电话|手机|هاتف|جوال)[\s.:：°n]{0,6}(?:\p{N}[\s().-]?){6,15}|(?<!\p{N})0[1-9](?:[\s.-]\d{2}){4}(?!\p{N})|(?<![\p{N}+])8[\s-]?\(?9\d{2}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\p{N})|(?<![\p{N}.])1[3-9]\d{9}(?!\p{N})/gu,
  email: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63})+/gu,
} as const;
