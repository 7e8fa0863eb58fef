// What is there already is said before it is there twice: the same file by its SHA-256, a title that says the same.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { csv } from './lists.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let base: string;
const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
const opened = async (title: string): Promise<string> =>
  `/api/dossiers/${(await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title }).expect(201)).body.id}`;
const add = async (title: string, to = base): Promise<string> =>
  (await served.http().post(`${to}/evidence`).set('cookie', cookie).send({ kind: 'law', title, originator: 'Parliament' }).expect(201)).body.id;
const upload = (piece: string, text: string, to = base) =>
  served.http().post(`${to}/evidence/${piece}/files`).set('cookie', cookie).attach('file', Buffer.from(text), { filename: 'note.txt' });
const ask = (pieces: object[], as = cookie) => served.http().post(`${base}/evidence/alike`).set('cookie', as).send({ pieces });
const found = (items: { title: string; because: string }[][]) => items.map((likes) => likes.map(({ title, because }) => [title, because]));
const twins = async (piece: string) => (await served.http().get(`${base}/evidence/${piece}/alike`).set('cookie', cookie).expect(200)).body.items;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  base = await opened('Alike');
});
afterAll(() => served.stop());

describe('likeness does', () => {
  test('find a title written otherwise, and nearly the same; not one of another year, nor a withdrawn one', async () => {
    await add('Penal Code, Chapter XII');
    await add('Budget 2025 of the Ministry');
    await add('Loi relative à la protection de l’enfance');
    const gone = await add('Repealed act on adoption');
    await served.http().post(`${base}/evidence/${gone}/withdrawal`).set('cookie', cookie).send({ version: 1, reason: 'x' }).expect(200);
    const titles = [
      'penal code – CHAPTER xii',
      'Budget 2026 of the Ministry',
      'LOI RELATIVE A LA PROTECTION DE L ENFANCE',
      'Penal Code, Chaptre XII',
      'Repealed act on adoption',
      '',
      'Something else',
    ];
    const { items } = (await ask(titles.map((title) => ({ title }))).expect(200)).body;
    expect(found(items)).toEqual([
      [['Penal Code, Chapter XII', 'same_title']],
      [],
      [['Loi relative à la protection de l’enfance', 'same_title']],
      [['Penal Code, Chapter XII', 'like_title']],
      [],
      [],
      [],
    ]);
  });

  test('find the same file in any dossier of the organisation; it does not once it was taken out of its piece', async () => {
    const elsewhere = await opened('Another');
    const piece = await add('Elsewhere', elsewhere);
    const file = (await upload(piece, 'The same words.', elsewhere).expect(201)).body;
    const asked = [{ sha256: [createHash('sha256').update('The same words.').digest('hex')] }];
    const { items } = (await ask(asked).expect(200)).body;
    expect(items).toMatchObject([[{ evidence: piece, dossierTitle: 'Another', because: 'same_file' }]]);
    const revised = { kind: 'law', title: 'Elsewhere', originator: 'Parliament', version: 1, removeFiles: [file.id] };
    await served.http().put(`${elsewhere}/evidence/${piece}`).set('cookie', cookie).send(revised).expect(200);
    expect((await ask(asked).expect(200)).body.items).toEqual([[]]);
  });

  test('two identical uploads at once to two pieces are both kept, and each piece shows the other; to one piece they are one file', async () => {
    const [one, other] = [await add('First'), await add('Second')];
    const answers = await Promise.all([upload(one, 'Sent twice.'), upload(other, 'Sent twice.')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await twins(one)).toMatchObject([{ evidence: other, title: 'Second', because: 'same_file' }]);
    expect(await twins(other)).toMatchObject([{ evidence: one, title: 'First', because: 'same_file' }]);
    const [first, second] = await Promise.all([upload(one, 'Sent twice to one.'), upload(one, 'Sent twice to one.')]);
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect((await served.http().get(`${base}/evidence/${one}`).set('cookie', cookie).expect(200)).body.files).toHaveLength(2);
  });

  test('a list is told of it before it comes in', async () => {
    const list = csv([
      ['External reference', 'Kind', 'Title', 'Originator'],
      ['D-1', 'Law', 'PENAL CODE chapter XII', 'Parliament'],
    ]);
    const seen = await served.http().post(`${base}/evidence/import/preview`).set('cookie', cookie).attach('file', list, { filename: 'list.csv' }).expect(200);
    expect(seen.body.rows).toMatchObject([{ outcome: 'new', alike: [{ title: 'Penal Code, Chapter XII', because: 'same_title' }] }]);
  });
});

describe('likeness refuses', () => {
  test('nothing asked, too much at once, what is no hash, a piece that is not here', async () => {
    for (const pieces of [[], Array.from({ length: 101 }, () => ({})), [{ sha256: ['x'] }]])
      expect((await ask(pieces).expect(400)).body.code).toBe('invalid_input');
    await served.http().get(`${base}/evidence/${unknown}/alike`).set('cookie', cookie).expect(404);
  });
});

describe('likeness keeps apart', () => {
  test('roles and tenants: a viewer asks; another organisation hears of nothing, neither here nor in a dossier of its own', async () => {
    await ask([{ title: 'Penal Code, Chapter XII' }], await signIn(served, 'viewer@government.example')).expect(200);
    const ngo = await signIn(served, 'lead@ngo.example');
    await ask([{ title: 'Penal Code, Chapter XII' }], ngo).expect(404);
    const own = (await served.http().post('/api/dossiers').set('cookie', ngo).send({ iso3: 'XAA', title: 'Audit' }).expect(201)).body.id;
    const sha256 = [createHash('sha256').update('Sent twice.').digest('hex')];
    const answer = await served
      .http()
      .post(`/api/dossiers/${own}/evidence/alike`)
      .set('cookie', ngo)
      .send({ pieces: [{ title: 'Penal Code, Chapter XII', sha256 }] })
      .expect(200);
    expect(answer.body.items).toEqual([[]]);
  });
});
