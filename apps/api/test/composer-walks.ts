// How the composer's doors are come through with success, for journal-doors.spec.
import { contract, type Door, type JournalAct, richOf } from '@servanda/contract';
import type supertest from 'supertest';

type Come = (door: Door, role: string, ids?: Record<string, string>) => supertest.Test;
type Walk = { acts: JournalAct[]; walk: () => PromiseLike<unknown> };
const { reports } = contract;

export function composerWalks(come: Come, dossier: () => string): Record<string, Walk> {
  let report = '';
  let paragraph = '';
  const ids = () => ({ id: dossier(), report, paragraph });
  return {
    'reports.startReport': {
      acts: ['composed.started'],
      walk: async () => {
        report = (await come(reports.startReport, 'lead', ids()).send({ kind: 'alternative', language: 'en', title: 'Walked' }).expect(201)).body.id;
      },
    },
    'reports.reviseReport': {
      acts: ['composed.revised'],
      walk: async () => {
        const { sections } = (await come(reports.working, 'lead', ids()).expect(200)).body;
        await come(reports.reviseReport, 'lead', ids()).send({ version: 1, title: 'Walked anew', wordLimit: 500, sections }).expect(200);
      },
    },
    'reports.addParagraph': {
      acts: ['composed.paragraph_added'],
      walk: async () => {
        paragraph = (
          await come(reports.addParagraph, 'lead', ids())
            .send({ section: 'V', body: richOf(['So']) })
            .expect(201)
        ).body.id;
      },
    },
    'reports.writeParagraph': {
      acts: ['composed.paragraph_written'],
      walk: () =>
        come(reports.writeParagraph, 'lead', ids())
          .send({ version: 1, body: richOf(['So it is']) })
          .expect(200),
    },
    'reports.placeParagraph': {
      acts: ['composed.paragraph_placed'],
      walk: () => come(reports.placeParagraph, 'lead', ids()).send({ place: 1, state: 'agreed' }).expect(200),
    },
    'reports.commentParagraph': {
      acts: ['composed.commented', 'composed.comment_settled'],
      walk: async () => {
        const { id } = (await come(reports.commentParagraph, 'lead', ids()).send({ text: 'Why?' }).expect(201)).body;
        await come(reports.commentParagraph, 'lead', ids()).send({ settles: id }).expect(201);
      },
    },
    'reports.freeze': {
      acts: ['composed.frozen'],
      walk: async () => {
        const { fingerprint } = (await come(reports.working, 'lead', ids()).expect(200)).body;
        await come(reports.freeze, 'lead', ids()).send({ fingerprint }).expect(201);
      },
    },
  };
}
