// What tells who somebody is in Russian and Chinese: parts of the expressions in patterns.ts, kept by script. Chinese is written without spaces, so that
// its expressions know no beginning and end of a word.

/** Words that name a child or a victim, and one who is suspected, in any case and gender. */
export const russian = {
  child:
    'девочк[аиуе]|девочкой|мальчик[а-яё]*|реб[её]н(?:ок|ка|ку|ком|ке)|дети|детей|несовершеннолетн[а-яё]+|малолетн[а-яё]+|потерпевш[а-яё]+|жертв[а-яё]+|учени(?:к|ц)[а-яё]*|школьни[кц][а-яё]*|подрост(?:ок|ка|ку|ком|ке)',
  suspect: 'подозреваем[а-яё]+|обвиняем[а-яё]+|подсудим[а-яё]+|осужд[её]нн[а-яё]+|преступник[а-яё]*',
  called: 'по\\s+имени|по\\s+фамилии',
} as const;

/** Terms of imprisonment are years too: an age is told by its form, never by years alone. */
export const russianAge = (years: string) => [
  `${years}[\\s-]+летн(?:ий|яя|его|ей|юю|ему|им|ем)`,
  `в\\s+возрасте\\s+${years}\\s+(?:лет|года)`,
  `(?<=[,(]\\s?)${years}\\s+(?:лет|года)(?=[,)])`,
  `исполнилось\\s+${years}\\s+(?:лет|года)`,
];

// Frequent family names that are no frequent word: 何 (what), 曾 (once), 许 (allow), 程 and 余 are left out.
const family = '[王李张刘陈杨黄赵吴周徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭肖董袁潘蒋蔡杜叶苏魏吕丁沈姚卢傅钟崔谭廖范汪陆戴贾韦邱侯]';
const ended = '(?=[\\s，,。、；;：:（()）]|$)';
/** A name as courts blot it out (李某, 张某某), or as it is (王小明) where it ends there. */
const chineseName = `(?:\\p{Script=Han}某{1,2}[甲乙丙丁]?|${family}\\p{Script=Han}{1,2}${ended})`;
const chineseYears = '(?:1[0-7]|[1-9]|１[０-７]|[１-９]|十[一二三四五六七]?|[一二三四五六七八九])\\s*周?岁';
/** An age that is somebody's, not the one of a rule: 未满十四周岁, 14岁以下. */
const chineseAge = `(?<![满滿\\d十至到])${chineseYears}(?!\\s*(?:以上|以下|以内|以后|及|至|到|或|-))`;

export const chinese = {
  child: `(?:女童|男童|女孩|男孩|幼女|受害人|被害人|受害儿童|未成年人|学生)(?:名叫|叫|姓名为|姓名[:：])?${chineseName}`,
  suspect: `(?:犯罪嫌疑人|嫌疑人|被告人|被告|罪犯)${chineseName}`,
  beside: [
    `${chineseName}[，,、（(]?\\s*(?:[男女]性?[，,、]?)?\\s*(?:现年|年仅|年龄|时年|今年)?\\s*${chineseAge}`,
    `${chineseAge}的?(?:男孩|女孩|男童|女童|少年|少女|儿童|学生|孩子)?${chineseName}`,
  ],
  birth: ['出生日期', '出生年月', '(?<!发)生于\\s*\\d', '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?(?:出生|生(?!效|产|活))'],
  caseNumber: ['[（(]\\d{4}[）)]\\p{Script=Han}{0,4}\\d{0,6}(?:刑|民|行|执|少|知)\\p{Script=Han}{0,3}\\d{1,6}号', '案号\\s*[:：]?\\s*[（(]?[\\p{N}A-Za-z]'],
  address: ['\\p{Script=Han}{2,8}(?:路|街|大道|巷|弄|胡同)\\s*\\p{N}{1,5}\\s*号'],
  school: [
    '第\\s*(?:[一二三四五六七八九十百]+|\\d+)(?:小学|中学|幼儿园)',
    '\\p{Script=Han}{2,3}(?:市|县|镇|村)(?:(?![的和及各与])\\p{Script=Han}){1,6}(?:小学|中学|幼儿园)',
  ],
} as const;
