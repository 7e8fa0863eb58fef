import { doorsWithoutRow } from './doors.mjs';
import { looseWords } from './interface-words.mjs';
import { badNames, forbiddenText, tooLong } from './shape.mjs';
import { againstTheOrder, strangeFolders } from './words.mjs';

const file = (path, text) => [{ path, text }];

test('a word that imports a later word is named', () => {
  expect(againstTheOrder(file('apps/api/src/dossiers/x.ts', "import { y } from '../reports/y.ts';"))).toHaveLength(1);
  expect(againstTheOrder(file('apps/api/src/reports/x.ts', "import { y } from '../dossiers/y.ts';"))).toEqual([]);
  expect(againstTheOrder(file('apps/web/src/platform/x.tsx', "const p = import('../people/y.tsx');"))).toHaveLength(1);
});
test('a folder that is no word is named', () => {
  expect(strangeFolders(file('apps/web/src/components/x.tsx', ''))).toHaveLength(1);
});
test('long files, empty names and forbidden text are named', () => {
  expect(tooLong(file('apps/api/src/gaps/x.ts', '\n'.repeat(301)))).toHaveLength(1);
  expect(badNames(file('apps/web/src/gaps/gaps-utils.ts', ''))).toHaveLength(1);
  expect(forbiddenText(file('apps/web/src/gaps/x.css', 'a { margin-left: 1px }'))).toHaveLength(1);
  expect(forbiddenText(file('apps/api/src/gaps/x.ts', 'const now = new Date();'))).toHaveLength(1);
});
test('a word of the interface outside the catalogues is named', () => {
  expect(looseWords(file('apps/web/src/gaps/x.tsx', '<Text>Not assessed</Text>'))).toHaveLength(1);
  expect(looseWords(file('apps/web/src/gaps/x.tsx', "<Text>{t('x')}</Text>"))).toEqual([]);
});
test('a door without a row in the matrix is named', () => {
  const contract = { path: 'packages/contract/src/gaps/gaps.ts', text: "const door = doorsOf('gaps');\nexport const gaps = { list: door('list', {}) };" };
  const rows = (text) => ({ path: 'apps/api/test/matrix/rows.ts', text });
  expect(doorsWithoutRow([contract, rows("'gaps.list': {},")])).toEqual([]);
  expect(doorsWithoutRow([contract, rows("'gaps.coverage': {},")])).toHaveLength(1);
});
