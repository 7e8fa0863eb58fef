// Texts for the bench of search: in five languages, with words as frequent as words are (a few everywhere, most of them rare). The same each time.

/** A stream of numbers in [0, 1) from a seed. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
const frequent = {
  en: 'the of and to in a is for law that children child shall be State by or as protection article sale victims offence measures national prosecution trafficking party court services report with on this any person penal code ministry prostitution act section jurisdiction extradition penalty imprisonment years support police training budget data',
  fr: 'la de et les des le à en une un du est pour loi que enfants enfant par ou vente protection victimes infraction mesures nationale poursuites traite État tribunal services rapport avec sur cette toute personne pénal code ministère prostitution article compétence extradition peine prison années soutien police formation législation répression',
  es: 'la de y los las el en una un del es para ley que niños niño por o venta protección víctimas delito medidas nacional trata Estado tribunal servicios informe con sobre esta toda persona penal código ministerio prostitución artículo jurisdicción extradición pena prisión años apoyo policía formación legislación explotación',
  ru: 'и в на с по для закон что детей ребёнка или торговля защита жертв преступление меры национальный преследование государство суд услуги доклад об это лицо уголовный кодекс министерство проституция статья юрисдикция выдача наказание лишение лет поддержка полиция обучение законодательство эксплуатация',
  ar: 'في من على إلى أن القانون الأطفال الطفل الدولة حماية المادة بيع ضحايا جريمة تدابير وطنية ملاحقة الاتجار محكمة خدمات تقرير مع هذا كل شخص العقوبات قانون وزارة بغاء اختصاص تسليم عقوبة السجن سنوات دعم الشرطة تدريب ميزانية بيانات والأطفال بالأطفال للأطفال',
  zh: '的 儿童 国家 法律 和 在 保护 买卖 条 规定 犯罪 措施 被害人 法院 服务 报告 任何 人 刑法 部 卖淫 管辖权 引渡 处罚 监禁 年 支持 警察 培训 数据 权利 未成年人 应当 公约 缔约国',
};
const letters = {
  en: ['b br c d f g l m n p pr r s st t tr v'.split(' '), 'a e i o u ea ou'.split(' '), 'n r l s t nd nt st '.split(' ')],
  fr: ['b br ch d f g j l m n p r s t v'.split(' '), 'a e é i o ou eau è'.split(' '), 'n r l s t x nt '.split(' ')],
  es: ['b c ch d f g l m n ñ p r s t'.split(' '), 'a e i o u ía ó'.split(' '), 'n r l s z ción '.split(' ')],
  ru: ['б в г д ж з к л м н п р с т ч ш'.split(' '), 'а е и о у ы я'.split(' '), 'л н р т сть ный '.split(' ')],
  ar: ['ب ت ج ح د ر س ش ص ط ع ف ق ك ل م ن ه'.split(' '), 'ا ي و  '.split(' '), 'ة ات ين ون م ر '.split(' ')],
};
const own = 40_000;
/** The words of a language, the most frequent first. */
export function wordsOf(language) {
  const first = frequent[language].split(' ');
  const next = numbers(first.length * 7919);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const seen = new Set(first);
  while (seen.size < own) {
    if (language === 'zh')
      seen.add(Array.from({ length: 1 + Math.floor(next() * 3) }, () => String.fromCharCode(0x4e00 + Math.floor(next() ** 2 * 3000))).join(''));
    else {
      const [onset, vowel, end] = letters[language];
      const syllables = Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(onset) + pick(vowel)).join('');
      seen.add((language === 'ar' && next() < 0.3 ? pick(['ال', 'و', 'وال', 'بال', 'لل']) : '') + syllables + pick(end));
    }
  }
  return [...seen];
}
export const languages = { en: 0.4, fr: 0.15, es: 0.15, ru: 0.1, ar: 0.1, zh: 0.1 };

/** Makes texts of about `bytes` bytes in a language: the n-th most frequent word about 1/n as often as the first. */
export function writer(language, words, next) {
  const top = Math.log(words.length);
  const glue = language === 'zh' ? '' : ' ';
  return (bytes) => {
    const parts = [];
    for (let size = 0, n = 1; size < bytes; n++) {
      // Every 600th place holds a phrase that is looked for as one.
      const word = language === 'en' && n % 600 === 0 && next() < 0.5 ? 'sale of children' : words[Math.floor(Math.exp(next() * top)) - 1];
      const end = n % 14 === 0 ? (language === 'zh' ? '。' : '. ') : n % 14 === 7 && language === 'zh' ? '，' : glue;
      parts.push(word + end);
      size += Buffer.byteLength(word) + Buffer.byteLength(end);
    }
    return parts.join('');
  };
}
