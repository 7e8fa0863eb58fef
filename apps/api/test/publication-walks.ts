// How the doors of publications are come through with success, for journal-doors.spec.
import { contract, type Door, type JournalAct } from '@servanda/contract';
import type supertest from 'supertest';
import { everything } from './plant-publication.ts';

type Come = (door: Door, role: string, ids?: Record<string, string>) => supertest.Test;
const { publications } = contract;

export function publicationWalks(come: Come, dossier: () => string): Record<string, { acts: JournalAct[]; walk: () => PromiseLike<unknown> }> {
  let publication = '';
  return {
    'publications.publish': {
      acts: ['publication.published'],
      walk: async () => {
        const ids = { id: dossier() };
        const { findings } = (await come(publications.preview, 'lead', ids).send(everything).expect(200)).body;
        const choice = { ...everything, decisions: findings.map(({ key }: { key: string }) => ({ key, decision: 'publish' })) };
        const { sha256 } = (await come(publications.preview, 'lead', ids).send(choice).expect(200)).body;
        publication = (await come(publications.publish, 'lead', ids).send({ choice, preview: sha256 }).expect(201)).body.id;
      },
    },
    'publications.withdraw': {
      acts: ['publication.withdrawn'],
      walk: () => come(publications.withdraw, 'lead', { id: dossier(), publication }).send({ reason: 'A figure was wrong' }).expect(200),
    },
  };
}

/** Writing doors that leave no entry, each with its reason. */
export const publicationExempt: Record<string, string> = { 'publications.preview': 'writes nothing: it shows what would be published' };
