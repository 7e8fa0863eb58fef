// How the doors of publications are come through with success, for journal-doors.spec.
import { contract, type Door, type JournalAct } from '@servanda/contract';
import type supertest from 'supertest';
import { everything } from './plant-publication.ts';

type Come = (door: Door, role: string, ids?: Record<string, string>) => supertest.Test;
const { publications } = contract;

export function publicationWalks(come: Come, dossier: () => string): Record<string, { acts: JournalAct[]; walk: () => PromiseLike<unknown> }> {
  let publication = '';
  let proposal = '';
  const ready = async (note: string) => {
    const ids = { id: dossier() };
    const { findings } = (
      await come(publications.preview, 'lead', ids)
        .send({ ...everything, note })
        .expect(200)
    ).body;
    const choice = { ...everything, note, decisions: findings.map(({ key }: { key: string }) => ({ key, decision: 'publish' })) };
    return { choice, preview: (await come(publications.preview, 'lead', ids).send(choice).expect(200)).body.sha256 };
  };
  return {
    'publications.propose': {
      acts: ['publication.proposed'],
      walk: async () => {
        proposal = (
          await come(publications.propose, 'lead', { id: dossier() })
            .send(await ready('Proposed'))
            .expect(201)
        ).body.id;
      },
    },
    'publications.confirm': {
      acts: ['publication.published'],
      walk: async () => {
        const ids = { id: dossier(), proposal };
        const { sha256 } = (await come(publications.proposal, 'reviewer', ids).expect(200)).body;
        await come(publications.confirm, 'reviewer', ids).send({ preview: sha256 }).expect(201);
      },
    },
    'publications.drop': {
      acts: ['publication.proposed', 'publication.dropped'],
      walk: async () => {
        const { id } = (
          await come(publications.propose, 'lead', { id: dossier() })
            .send(await ready('Dropped'))
            .expect(201)
        ).body;
        await come(publications.drop, 'reviewer', { id: dossier(), proposal: id }).expect(204);
      },
    },
    'publications.reviseRule': {
      acts: ['publication_rule.revised'],
      walk: () => come(publications.reviseRule, 'lead').send({ version: 0, secondPerson: false }).expect(200),
    },
    'publications.publish': {
      acts: ['publication.published'],
      walk: async () => {
        publication = (
          await come(publications.publish, 'lead', { id: dossier() })
            .send(await ready('Published'))
            .expect(201)
        ).body.id;
      },
    },
    'publications.withdraw': {
      acts: ['publication.withdrawn'],
      walk: () => come(publications.withdraw, 'lead', { id: dossier(), publication }).send({ reason: 'A figure was wrong' }).expect(200),
    },
  };
}

/** Writing doors that leave no entry, each with its reason. */
const needsAnother = 'needs a release of another organisation; its entry is proven in statements.spec.ts';
export const publicationExempt: Record<string, string> = {
  'publications.preview': 'writes nothing: it shows what would be published',
  'publications.say': needsAnother,
  'publications.confirmSaying': needsAnother,
  'publications.dropSaying': needsAnother,
  'publications.withdrawSaying': needsAnother,
};
