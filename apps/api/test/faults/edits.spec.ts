// R7: so many people edit one record, each with the version they saw.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seat } from '../people.ts';
import { type Served, serve } from '../server.ts';
import { report, within } from './figures.ts';
import { gatherWriters, type Writer } from './writers.ts';

let served: Served;
let writer: Writer;
beforeAll(async () => {
  served = await serve({ LOG_LEVEL: 'silent', DATABASE_POOL: '12' });
  await seat(served);
  const [first] = await gatherWriters(served, 1);
  if (!first) throw new Error('no writer');
  writer = first;
});
afterAll(() => served.stop());

test.each([2, 10, 50])(
  '%d people at one record, four edits each: every edit counts once or is refused with the newer text',
  async (people) => {
    const piece = await served
      .http()
      .post(`/api/dossiers/${writer.dossier}/evidence`)
      .set('cookie', writer.cookie)
      .send({ kind: 'law', title: 'First words', originator: 'Parliament' })
      .expect(201);
    const path = `/api/dossiers/${writer.dossier}/evidence/${piece.body.id}`;
    const accepted: { version: number; title: string }[] = [];
    let refused = 0;
    const person = async (name: number) => {
      for (let edit = 0; edit < 4; edit++) {
        const { version } = (await served.http().get(path).set('cookie', writer.cookie).expect(200)).body;
        const title = `Person ${name}, edit ${edit}`;
        const answer = await served.http().put(path).set('cookie', writer.cookie).send({ kind: 'law', title, originator: 'Parliament', version });
        if (answer.status === 200) accepted.push({ version: answer.body.version, title: answer.body.title });
        else {
          refused++;
          expect([answer.status, answer.body.code]).toEqual([409, 'stale_version']);
          expect(answer.body.current.version).toBeGreaterThan(version);
        }
      }
    };
    await Promise.all(Array.from({ length: people }, (_, name) => person(name)));
    const { version, title } = (await served.http().get(path).set('cookie', writer.cookie).expect(200)).body;
    expect(accepted.length + refused).toBe(people * 4);
    expect(version - 1).toBe(accepted.length);
    // Each accepted edit has a version of its own, and the last of them is what stands.
    expect(accepted.map((one) => one.version).sort((a, b) => a - b)).toEqual(Array.from({ length: accepted.length }, (_, i) => i + 2));
    expect(accepted.find((one) => one.version === version)?.title).toBe(title);
    report(`R7 concurrent edits, ${people} people`, { edits: people * 4, accepted: accepted.length, 'refused as stale': refused, 'lost updates': 0 });
  },
  within(30, 60),
);
