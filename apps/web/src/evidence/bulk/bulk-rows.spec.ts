import { expect, test } from '@jest/globals';
import { Refused } from '../../platform/api.ts';
import { BulkRows, isReady, type Said } from './bulk-rows.ts';

const said: Said = { kind: 'law', originator: 'Parliament', datedOn: '', language: 'en', confidentiality: 'internal' };
const file = (name: string, text = 'text') => new File([text], name);

/** Rows whose ways note what they are asked, and fail where told. */
function rowsThat(fails: { add?: string[]; send?: string[] } = {}) {
  const asked: string[] = [];
  let keys = 0;
  const rows = new BulkRows(
    {
      add: async ({ title }, key) => {
        asked.push(`add ${title} ${key}`);
        if (fails.add?.includes(title)) throw new Error(`no ${title}`);
        return `id of ${title}`;
      },
      send: async (evidence) => {
        asked.push(`send ${evidence}`);
        if (fails.send?.includes(evidence)) throw new Error('no file');
      },
    },
    () => `key ${++keys}`,
  );
  return { rows, asked, states: () => rows.rows().map(({ title, state }) => [title, state]) };
}

test('each file becomes a piece with its title; what is no document is refused before anything is made', async () => {
  const { rows, asked, states } = rowsThat();
  rows.add([file('penal_code.pdf'), file('photo.png'), file('empty.pdf', '')], said);
  await rows.bring();
  expect(states()).toEqual([
    ['Penal code', 'kept'],
    ['Photo', 'refused'],
    ['Empty', 'refused'],
  ]);
  expect(asked).toEqual(['add Penal code key 1', 'send id of Penal code']);
});

test('what failed goes again, and only that: the same act by the same key, a file whose piece is there without a second piece', async () => {
  const fails = { add: ['Two'], send: ['id of Three'] };
  const { rows, asked, states } = rowsThat(fails);
  rows.add(
    ['one.pdf', 'two.pdf', 'three.pdf'].map((name) => file(name)),
    said,
  );
  await rows.bring();
  expect(states()).toEqual([
    ['One', 'kept'],
    ['Two', 'refused'],
    ['Three', 'refused'],
  ]);
  asked.length = 0;
  Object.assign(fails, { add: [], send: [] });
  await rows.bring();
  expect(asked).toEqual(['add Two key 2', 'send id of Two', 'send id of Three']);
  expect(states().every(([, state]) => state === 'kept')).toBe(true);
});

test('a row that is written anew after its refusal is another act', async () => {
  const fails = { add: ['Two'] };
  const { rows, asked } = rowsThat(fails);
  const [row] = rows.add([file('two.pdf')], said);
  await rows.bring();
  rows.say(row?.key ?? 0, { title: 'Second' });
  await rows.bring();
  expect(asked).toEqual(['add Two key 1', 'add Second key 2', 'send id of Second']);
});

test('what is said of all chosen rows is said of those still open; one that lacks something waits', async () => {
  const { rows, states } = rowsThat();
  const [one, two] = rows.add([file('one.pdf'), file('two.pdf')], { ...said, kind: '', originator: '' });
  rows.choose([two?.key ?? 0], false);
  rows.sayOfChosen({ kind: 'report', originator: 'Office' });
  expect(rows.rows().map((row) => [row.kind, isReady(row)])).toEqual([
    ['report', true],
    ['', false],
  ]);
  await rows.bring();
  rows.choose([one?.key ?? 0, two?.key ?? 0], true);
  rows.sayOfChosen({ kind: 'law', originator: 'Parliament' });
  expect(rows.rows().map(({ kind }) => kind)).toEqual(['report', 'law']);
  await rows.bring();
  expect(states().map(([, state]) => state)).toEqual(['kept', 'kept']);
});

test('the same file twice among those dropped is pointed out', () => {
  const { rows } = rowsThat();
  const [one, two] = rows.add([file('one.pdf'), file('copy.pdf')], said);
  rows.learn(one?.key ?? 0, { sha256: 'a'.repeat(64) });
  rows.learn(two?.key ?? 0, { sha256: 'a'.repeat(64) });
  expect(rows.rows().map(({ sameAs }) => sameAs)).toEqual([null, 'one.pdf']);
});

test('a file that the service refused for good is not chosen again, not by all either; the rest goes on', async () => {
  const problem = { type: 'about:blank', title: '', status: 422, detail: '', code: 'file_active' as const, requestId: '1' };
  const rows = new BulkRows({
    add: async ({ title }) => title,
    send: async (evidence) => {
      if (evidence === 'Two') throw new Refused(problem);
    },
  });
  rows.add([file('one.pdf'), file('two.pdf')], said);
  await rows.bring();
  const all = rows.rows().map(({ key }) => key);
  rows.choose(all, true);
  expect(rows.rows().map((row) => [row.state, row.isChosen, isReady(row)])).toEqual([
    ['kept', false, false],
    ['refused', false, false],
  ]);
});

test('a language that was read is taken where nobody said one, and is no reading any more once somebody does', () => {
  const { rows } = rowsThat();
  const [one, two] = rows.add([file('one.txt'), file('two.txt')], { ...said, language: '' }).map(({ key }) => key);
  expect(rows.rows().map(isReady)).toEqual([false, false]);
  rows.say(two ?? 0, { language: 'fr' });
  for (const key of [one, two]) rows.read(key ?? 0, 'zh');
  const read = () => rows.rows().map(({ language, isRead }) => [language, isRead]);
  expect(read()).toEqual([
    ['zh', true],
    ['fr', false],
  ]);
  rows.say(one ?? 0, { title: 'Law' });
  expect(read()[0]).toEqual(['zh', true]);
  rows.say(one ?? 0, { language: 'ja' });
  expect(read()[0]).toEqual(['ja', false]);
});
