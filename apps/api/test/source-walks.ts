// How the doors of sources are come through, for the suites that walk every writing door, and rows for the suite of isolation.
import { contract, type Door, type JournalAct } from '@servanda/contract';
import type pg from 'pg';
import type supertest from 'supertest';
import type { Scope } from '../src/platform/db/scope.ts';
import { bodies } from './door-bodies.ts';
import type { Served } from './server.ts';

type Come = (door: Door, who: string, ids?: Record<string, string | number>) => supertest.Test;
const doors = contract.evidence;

/** `piece` adds a piece to the dossier and leaves its own entry; `colleague` is an active member. */
export function sourceWalks(of: { come: Come; piece: () => Promise<{ id: string; evidence: string }>; colleague: () => Promise<string> }) {
  let at: { id: string; evidence: string; source: string };
  let person: string;
  const walks: Record<string, { acts: JournalAct[]; walk: () => PromiseLike<unknown> }> = {
    'evidence.addSource': {
      acts: ['evidence.added', 'source.added'],
      walk: async () => {
        const piece = await of.piece();
        const added = await of.come(doors.addSource, 'lead', piece).send(bodies['evidence.addSource']).expect(201);
        at = { ...piece, source: added.body.id };
      },
    },
    'evidence.openSource': { acts: ['source.opened'], walk: () => of.come(doors.openSource, 'lead', at).send({ version: null }).expect(200) },
    'evidence.reviseSource': {
      acts: ['source.revised'],
      walk: () => of.come(doors.reviseSource, 'lead', at).send(bodies['evidence.reviseSource']).expect(201),
    },
    'evidence.nameSourceReader': {
      acts: ['source.reader_named'],
      walk: async () => {
        person = await of.colleague();
        await of.come(doors.nameSourceReader, 'lead', at).send({ person }).expect(200);
      },
    },
    'evidence.unnameSourceReader': {
      acts: ['source.reader_unnamed'],
      walk: () => of.come(doors.unnameSourceReader, 'lead', { ...at, person }).expect(204),
    },
    'evidence.eraseSource': { acts: ['source.erased'], walk: () => of.come(doors.eraseSource, 'lead', at).send({ because: 'asked' }).expect(200) },
  };
  return walks;
}
/** Writing doors whose entry is proven elsewhere. */
export const sourceExempt: Record<string, string> = {
  'evidence.eraseUnreadSources': 'needs somebody who was removed; proven in sources.spec.ts',
};

/** A source of the lead's with its revision; its reader follows from it. */
export async function plantSource(superuser: pg.Client, { organisation, person }: Scope, evidence: string): Promise<void> {
  await superuser.query('INSERT INTO source (organisation_id, id, evidence_id, added_by, added_at) VALUES ($1, $2, $2, $3, now())', [
    organisation,
    evidence,
    person,
  ]);
  await superuser.query("INSERT INTO source_revision VALUES ($1, $2, 1, decode(repeat('00', 1056), 'hex'), $3, now())", [organisation, evidence, person]);
}

/** Writes a source down behind the first piece of somebody's first dossier, through the doors; answers its id. */
export async function addedSource(served: Served, cookie: string, name: string): Promise<string> {
  const get = async (path: string) => (await served.http().get(path).set('cookie', cookie).expect(200)).body.items[0].id;
  const id = await get('/api/dossiers');
  const evidence = await get(`/api/dossiers/${id}/evidence`);
  const sent = served.http().post(`/api/dossiers/${id}/evidence/${evidence}/sources`).set('cookie', cookie);
  return (await sent.send({ name, risk: 'grave' }).expect(201)).body.id;
}
