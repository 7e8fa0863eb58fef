// How the doors of leaving are come through, for the suites that walk every writing door, and a row for the suite of isolation.
import { contract, type JournalAct } from '@servanda/contract';
import type pg from 'pg';
import type { Scope } from '../src/platform/db/scope.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

const path = contract.people.askLeaving.path;

export const leavingWalks = (served: () => Served): Record<string, { acts: JournalAct[]; walk: () => PromiseLike<unknown> }> => ({
  'people.askLeaving': {
    acts: ['session.opened', 'organisation.leaving_asked'],
    walk: async () => {
      const cookie = await signIn(served(), 'lead@government.example');
      const { organisation } = (await served().http().get(path).set('cookie', cookie).expect(200)).body;
      await served().http().post(path).set('cookie', cookie).send({ name: organisation.name }).expect(201);
    },
  },
  'people.takeBackLeaving': {
    acts: ['session.opened', 'organisation.leaving_taken_back'],
    walk: async () =>
      served()
        .http()
        .delete(path)
        .set('cookie', await signIn(served(), 'lead@government.example'))
        .expect(200),
  },
});

/** Writing doors that leave no entry, each with its reason. */
export const leavingSteps: Record<string, string> = { 'people.exportContents': 'counts and changes nothing; the archive itself is noted when it is fetched' };

export async function plantLeaving(superuser: pg.Client, { organisation, person }: Scope): Promise<void> {
  await superuser.query("INSERT INTO organisation_leaving (organisation_id, id, asked_by, due_at) VALUES ($1, $2, $2, now() + interval '30 days')", [
    organisation,
    person,
  ]);
}
