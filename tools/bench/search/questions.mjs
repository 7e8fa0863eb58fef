// What is asked of a hundred thousand pieces, kind by kind.
import { wordsOf } from './texts.mjs';

const place = (language, ...at) => at.map((n) => wordsOf(language)[n]);
const plain = (list) => list.map((q) => ({ q }));

export const questions = {
  'rare word': plain([...place('en', 20_000, 25_000, 30_011, 35_007), ...place('fr', 20_000, 30_007), ...place('ru', 20_003)]),
  'common word': plain(['children', 'law', 'protection', 'victims', 'enfants', 'niños', 'детей']),
  // Within quotes nothing is completed: what the beginnings of the last word cost is the difference.
  'common word, whole': plain(['"children"', '"law"', '"protection"', '"victims"', '"enfants"', '"niños"', '"детей"']),
  'several words': plain([
    'children trafficking penalty',
    'law sale prosecution',
    'penal code jurisdiction extradition',
    'enfants traite tribunal',
    'the sale of children',
  ]),
  phrase: plain([
    '"sale of children"',
    '"children law"',
    '"de la loi"',
    '"sale of children" penalty',
    '"penal code"',
    '"the law"',
    '"по закон"',
    '"حماية الطفل"',
    '"儿童权利"',
    '"children of the"',
  ]),
  beginning: plain(['prosecut*', 'exploit*', 'legisla*', 'traff* child*', 'pro*']),
  'as one types': plain(['prosec', 'exploitat', 'legisl', 'children traff', 'pro', 'con', 'law', 'sale of chil', 'protec', 'эксплуат']),
  'inside Arabic': plain(['أطفال', 'الطفل', 'قوانين', 'حق', 'قانون', 'محكمة', 'الاتجار بالأطفال', ...place('ar', 15_000)]),
  'inside Chinese': plain(['儿童', '保护', '管辖权', '未成年人', '儿童权利', '法']),
  'near miss': plain([
    'prosecuton',
    'traffiking',
    'extraditoin children',
    'législaton',
    'юрисдикцыя',
    'protecton law',
    'enfnats',
    'jurisdction',
    'childern victms',
    'prsion',
    'traffciking',
    'chlid',
  ]),
  filtered: [
    { q: 'children', kind: 'budget' },
    { q: 'protection', language: 'fr' },
    { q: 'law', from: '2020-01-01', to: '2020-03-31' },
    { q: 'victims', confidentiality: 'public', originatorKind: 'court' },
    { q: 'детей', kind: 'law,judgment' },
    { q: 'children', offset: '100' },
    { q: 'children', language: 'fr' },
    { q: 'children', confidentiality: 'internal' },
    { q: 'enfants', language: 'en', kind: 'law' },
    { q: 'protection', confidentiality: 'public' },
    { q: 'children', originator: 'Ministry 3' },
    { q: 'law', originator: 'Ministry 3', kind: 'law' },
  ],
};
