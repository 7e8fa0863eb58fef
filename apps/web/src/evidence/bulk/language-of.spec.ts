import { expect, test } from '@jest/globals';
import { languageOf } from './language-of.ts';

test.each([
  ['en', 'The Penal Code, section 181, makes the sale of a child an offence punishable by imprisonment. The court may order the seizure of the proceeds.'],
  ['fr', "Le code pénal punit la vente d'enfants de dix ans d'emprisonnement et de cent cinquante mille euros d'amende."],
  [
    'es',
    'El Código Penal castiga la venta de niños con penas de prisión de cinco a diez años. El juez o tribunal impondrá además la pena de inhabilitación especial para cualquier profesión u oficio que conlleve contacto regular y directo con personas menores de edad.',
  ],
  ['ar', 'يعاقب القانون على بيع الأطفال بالسجن مدة لا تقل عن خمس سنوات'],
  ['fa', 'قانون حمایت از اطفال و نوجوانان برای فروش کودکان مجازات حبس تعیین می‌کند'],
  ['zh', '中华人民共和国未成年人保护法规定国家保护未成年人的权利'],
  ['ja', '児童の売買は刑法により処罰される。'],
  ['ru', 'Уголовный кодекс устанавливает наказание за торговлю детьми'],
  // Not sure: too little, too near to a neighbour, figures.
  ['', 'Penal code'],
  ['', '儿童'],
  ['', 'annual-report-2026'],
  ['', 'Year;Region;Count\n2026;North;41\n2026;South;57'],
  ['', 'O Código Penal pune a venda de crianças com pena de prisão.'],
  ['', 'Brottsbalken straffar försäljning av barn med fängelse i högst tio år.'],
  ['', '12 34 56'],
  ['', ''],
])('%j: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});
