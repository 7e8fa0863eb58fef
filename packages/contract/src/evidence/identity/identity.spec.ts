import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { identityIn, newlyIdentifying } from './identity.ts';

const told = (text: string) => identityIn(text).map(({ kind, at, length }) => [kind, text.slice(at, at + length)]);

test.each([
  ['The court heard A.B., a 12-year-old, in camera.', [['name_beside_age', 'A.B., a 12-year-old']]],
  ['Amina Diallo, aged 9, was placed in care.', [['name_beside_age', 'Amina Diallo, aged 9']]],
  ['The girl Amina Diallo was placed in care.', [['child_name', 'girl Amina Diallo']]],
  ['a boy named Karim was found', [['child_name', 'boy named Karim']]],
  ['The accused Peter Mora denied it.', [['suspect_name', 'accused Peter Mora']]],
  ['She was born on 3 May 2014.', [['birth_date', 'was born on 3']]],
  [
    'See Case No. 44/2021 and file number B-12.',
    [
      ['case_number', 'Case No. 44/2021'],
      ['case_number', 'file number B-12'],
    ],
  ],
  ['seen at 12 Green Hill Road', [['address', '12 Green Hill Road']]],
  ['a pupil of Green Hill Primary School', [['school', 'Green Hill Primary School']]],
  [
    'call +260 97 1234567 or write to a.b@example.org',
    [
      ['phone', '+260 97 1234567'],
      ['email', 'a.b@example.org'],
    ],
  ],
  ['A. B., âgée de 13 ans, a été entendue', [['name_beside_age', 'A. B., âgée de 13 ans']]],
  [
    'l’enfant prénommée Awa, née le 3 mai 2014',
    [
      ['child_name', 'enfant prénommée Awa'],
      ['birth_date', 'née le 3'],
    ],
  ],
  [
    'le prévenu Jean Mora, affaire n° 12/2024',
    [
      ['suspect_name', 'prévenu Jean Mora'],
      ['case_number', 'affaire n° 12/2024'],
    ],
  ],
  [
    'au 12 rue de la Paix, lycée Victor Hugo, tél. 01 23 45 67 89',
    [
      ['address', '12 rue de la Paix'],
      ['school', 'lycée Victor Hugo'],
      ['phone', 'tél. 01 23 45 67 89'],
    ],
  ],
  ['la niña llamada Lucía, de 12 años', [['child_name', 'niña llamada Lucía']]],
  [
    'nacida el 3 de mayo; expediente n.º 45/2023; calle Mayor 12',
    [
      ['birth_date', 'nacida el 3'],
      ['case_number', 'expediente n.º 45/2023'],
      ['address', 'calle Mayor 12'],
    ],
  ],
  [
    'الطفلة تدعى مريم، تاريخ الميلاد',
    [
      ['child_name', 'الطفلة تدعى مريم'],
      ['birth_date', 'تاريخ الميلاد'],
    ],
  ],
  [
    'القضية رقم ٤٥/٢٠٢٣، شارع الاستقلال ١٢',
    [
      ['case_number', 'القضية رقم ٤٥/٢٠٢٣'],
      ['address', 'شارع الاستقلال ١٢'],
    ],
  ],
  [
    'مدرسة النور الابتدائية، هاتف 0123456789',
    [
      ['school', 'مدرسة النور الابتدائية'],
      ['phone', 'هاتف 0123456789'],
    ],
  ],
  ['Потерпевшая Иванова Мария, 13 лет, была опрошена', [['name_beside_age', 'Потерпевшая Иванова Мария, 13 лет']]],
  ['12-летняя А. Б. была помещена в приют', [['name_beside_age', '12-летняя А. Б.']]],
  ['Мария Иванова, в возрасте 9 лет', [['name_beside_age', 'Мария Иванова, в возрасте 9 лет']]],
  ['девочка по имени Айша', [['child_name', 'девочка по имени Айша']]],
  [
    'обвиняемый Петров А.В., уголовное дело № 12-345/2023',
    [
      ['suspect_name', 'обвиняемый Петров А.В.'],
      ['case_number', 'дело № 12-345/2023'],
    ],
  ],
  [
    'родилась 3 мая 2014 года; ул. Зелёная, д. 12; школа № 45',
    [
      ['birth_date', 'родилась 3'],
      ['address', 'ул. Зелёная, д. 12'],
      ['school', 'школа № 45'],
    ],
  ],
  [
    'тел. 8 (912) 345-67-89, почта a.b@example.org',
    [
      ['phone', '8 (912) 345-67-89'],
      ['email', 'a.b@example.org'],
    ],
  ],
  ['李某，12岁，被解救。', [['name_beside_age', '李某，12岁']]],
  ['王小明（男，13岁）是该校学生。', [['name_beside_age', '王小明（男，13岁']]],
  ['十二岁的女孩张某某', [['name_beside_age', '十二岁的女孩张某某']]],
  ['被害人李某某在庭上陈述', [['child_name', '被害人李某某']]],
  ['犯罪嫌疑人王强，男。', [['suspect_name', '犯罪嫌疑人王强']]],
  ['出生日期：2012年5月3日', [['birth_date', '出生日期']]],
  [
    '生于2012年；2012年5月3日出生',
    [
      ['birth_date', '生于2'],
      ['birth_date', '2012年5月3日出生'],
    ],
  ],
  ['（2023）京01刑初45号判决', [['case_number', '（2023）京01刑初45号']]],
  [
    '家住人民路12号，就读于第三小学，电话：010-12345678，手机13912345678',
    [
      ['address', '家住人民路12号'],
      ['school', '第三小学'],
      ['phone', '电话：010-12345678'],
      ['phone', '手机13912345678'],
    ],
  ],
])('finds in: %s', (text, expected) => expect(told(text)).toEqual(expected));

test.each([
  'Penal Code, Article 174, as amended by Law No. 12 of 2019',
  'Children aged 10 to 14 received legal aid in 212 cases.',
  'No child under 18 years of age may be recruited.',
  'Training of 120 judges over 12 years in the Northern Province',
  'Plan national sur 5 ans',
  'Committee on the Rights of the Child, report of the U.N. Special Rapporteur',
  'Ministry of Education, School Feeding Programme 2020-2025',
  'Constitución Política, artículo 12; plan de 5 años',
  'قانون العقوبات رقم 12 لسنة 2019، المادة 3',
  'Section 24 of the Child Protection Act entitles each child victim; Victim Support Service, Annual Return',
  'Aruna Child Rights Watch, Child Labour Unit; the Accused Persons (Rights) Act; Offender Rehabilitation Programme',
  'Наказывается лишением свободы на срок от 5 до 12 лет, Уголовный Кодекс Республики',
  'Дети в возрасте до 18 лет; Конвенция о правах ребёнка; Комитет по правам ребёнка',
  'несовершеннолетний потерпевший имеет право на защиту; Закон № 12 от 2019 года',
  '奸淫不满十四周岁的幼女的，以强奸论，从重处罚。',
  '已满十四周岁不满十六周岁的人；18岁以下儿童；14岁以下的未成年人',
  '被害人及其法定代理人有权提出申诉。被害人方面，犯罪嫌疑人何时到案',
  '中华人民共和国主席令第12号，国发〔2021〕16号；事故发生于2012年',
  '全国中小学和幼儿园；农村小学；未成年人保护法',
  '2012年5月3日生效',
  '',
])('is silent on: %s', (text) => expect(told(text)).toEqual([]));

test('is silent on the treaty itself', () => {
  const treaty = readFileSync(new URL('../../../../catalogue/data/treaty.txt', import.meta.url), 'utf8');
  expect([treaty.length > 20_000, told(treaty)]).toEqual([true, []]);
});

test('is quick on a long text made to be slow', () => {
  const began = performance.now();
  for (const part of ['A.', '0', '+1 ', 'Aa ', 'a@a', 'aged 1 ', 'مدرسة ', 'Потерпевшая А', 'ул. Аа ', '李某', '市小', '1岁', '被害人'])
    identityIn(part.repeat(5000 / part.length));
  expect(performance.now() - began).toBeLessThan(1500);
});

const piece = {
  title: 'Survey',
  citation: 'Case No. 44/2021',
  originator: 'Institute',
  collector: '',
  territory: '',
  population: '',
  summary: '',
  confidentiality: 'public',
};
test('asks of a piece only for what it newly makes public', () => {
  expect(newlyIdentifying(null, piece)).toEqual([]);
  const named = { ...piece, summary: 'The girl Amina Diallo' };
  const finding = [{ field: 'summary', kind: 'child_name', at: 4, length: 17 }];
  expect(newlyIdentifying(null, named)).toEqual(finding);
  expect(newlyIdentifying(null, { ...named, confidentiality: 'internal' })).toEqual([]);
  expect(newlyIdentifying(named, { ...named, title: 'Survey of 2025' })).toEqual([]);
  expect(newlyIdentifying({ ...named, confidentiality: 'internal' }, named)).toEqual(finding);
});
