// Somebody with a dossier, its library and pieces that take files; for the suites of the file store.
import { createHash } from 'node:crypto';
import { pdf } from './corpus/documents.ts';
import { signIn } from './people.ts';
import type { Served } from './server.ts';

export interface Library {
  cookie: string;
  dossier: string;
  /** Adds a piece; answers its address. */
  piece: (confidentiality?: string) => Promise<string>;
  send: (piece: string, bytes: Buffer, name?: string) => ReturnType<ReturnType<Served['http']>['post']>;
}

export async function libraryOf(served: Served, email = 'lead@government.example'): Promise<Library> {
  const cookie = await signIn(served, email);
  const opened = await served.http().post('/api/dossiers').set('cookie', cookie).send({ iso3: 'XAA', title: 'Files' }).expect(201);
  const dossier = `/api/dossiers/${opened.body.id}`;
  return {
    cookie,
    dossier,
    piece: async (confidentiality = 'internal') => {
      const body = { kind: 'law', title: 'Penal Code', originator: 'Parliament', confidentiality };
      const piece = await served.http().post(`${dossier}/evidence`).set('cookie', cookie).send(body).expect(201);
      return `${dossier}/evidence/${piece.body.id}`;
    },
    send: (piece, bytes, name = 'law.pdf') => served.http().post(`${piece}/files`).set('cookie', cookie).attach('file', bytes, { filename: name }),
  };
}

export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
let made = 0;
/** A PDF that no other is equal to. */
export const another = () => pdf(`/Lang (en) /Number ${++made}`);
