// How the writing doors of organisations, bodies, keys and hand-over are come through with success, for the suite of the journal.
import { contract, type Door, type JournalAct } from '@servanda/contract';
import type pg from 'pg';
import type supertest from 'supertest';

interface Walker {
  come: (door: Door, who: string, ids?: Record<string, string>) => supertest.Test;
  /** Signs in as somebody of the government; the cookie. */
  enter: (email: string) => Promise<string>;
  dossier: () => string;
  superuser: () => pg.Client;
}
type Walks = Record<string, { acts: JournalAct[]; walk: () => PromiseLike<unknown> }>;

const { people, dossiers } = contract;
const police = 'police@government.example';

export function organisationWalks({ come, enter, dossier, superuser }: Walker): Walks {
  const kept = { body: '', invitation: '', key: '' };
  const member = async (email: string): Promise<{ person: string; version: number }> =>
    (await come(people.members, 'lead').expect(200)).body.items.find((one: { email: string }) => one.email === email);
  const officer = () => member(police);
  return {
    'people.addBody': {
      acts: ['body.added'],
      walk: async () => {
        kept.body = (await come(people.addBody, 'lead').send({ name: 'Office of Statistics' }).expect(201)).body.id;
      },
    },
    'people.reviseBody': {
      acts: ['body.revised'],
      walk: () => come(people.reviseBody, 'lead', { body: kept.body }).send({ version: 1, name: 'Statistics' }).expect(200),
    },
    'dossiers.assign': {
      acts: ['elements.assigned'],
      walk: () =>
        come(dossiers.assign, 'lead', { id: dossier() })
          .send({ elements: ['4.1'], body: kept.body })
          .expect(200),
    },
    'people.invite': {
      acts: ['member.invited'],
      walk: async () => {
        const invitations = [{ email: 'walked@government.example', role: 'viewer' }];
        kept.invitation = (await come(people.invite, 'lead').send({ invitations }).expect(201)).body.results[0].invitation;
      },
    },
    'people.inviteAgain': { acts: ['member.invited_again'], walk: () => come(people.inviteAgain, 'lead', kept).expect(201) },
    'people.withdrawInvitation': { acts: ['member.invitation_withdrawn'], walk: () => come(people.withdrawInvitation, 'lead', kept).expect(204) },
    'people.reviseMember': {
      acts: ['member.revised'],
      walk: async () => {
        const { person, version } = await officer();
        await come(people.reviseMember, 'lead', { person }).send({ version, role: 'viewer', body: null }).expect(200);
      },
    },
    'people.suspendMember': {
      // The suite's walk of second factors has left a session of this officer.
      acts: ['session.ended', 'member.suspended'],
      walk: async () => {
        const { person, version } = await officer();
        await come(people.suspendMember, 'lead', { person }).send({ version }).expect(200);
      },
    },
    'people.reinstateMember': {
      acts: ['member.reinstated'],
      walk: async () => {
        const { person, version } = await officer();
        await come(people.reinstateMember, 'lead', { person }).send({ version }).expect(200);
      },
    },
    'dossiers.leave': {
      acts: ['session.opened', 'session.ended', 'member.left'],
      walk: async () => {
        const { version } = await officer();
        await come(dossiers.leave, '')
          .set('cookie', await enter(police))
          .send({ version })
          .expect(200);
      },
    },
    'dossiers.removeMember': {
      acts: ['member.removed'],
      walk: async () => {
        const { person, version } = await officer();
        await superuser().query("UPDATE membership SET status = 'active', ended_at = NULL WHERE person_id = $1", [person]);
        await come(dossiers.removeMember, 'lead', { person }).send({ version }).expect(200);
      },
    },
    'people.reviseOrganisation': {
      acts: ['organisation.revised'],
      walk: () => come(people.reviseOrganisation, 'lead').send({ version: 1, name: 'Government of Aruna', locale: 'fr' }).expect(200),
    },
    'people.addKey': {
      acts: ['key.added'],
      walk: async () => {
        const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
        kept.key = (await come(people.addKey, 'lead').send({ name: 'Program', right: 'read', expiresOn }).expect(201)).body.key.id;
      },
    },
    'people.revokeKey': { acts: ['key.revoked'], walk: () => come(people.revokeKey, 'lead', kept).expect(204) },
  };
}

const operators = 'stands in the journals of the operator and of the organisation it is done to, proven in operator.spec';
/** Doors whose entries stand in other journals than that of the walk. */
export const organisationExempt: Record<string, string> = {
  'dossiers.inviteToCoalition': 'of NGOs and NHRIs alone; its entries are proven in coalition.spec.ts',
  'dossiers.endInCoalition': 'of NGOs and NHRIs alone; its entries are proven in coalition.spec.ts',
  'dossiers.answerCoalition': 'of NGOs and NHRIs alone; its entries are proven in coalition.spec.ts',
  'people.chooseOrganisation': 'leaves session.left in one journal and session.entered in another, proven in hand-over.spec',
  'people.foundOrganisation': operators,
  'people.renameOrganisation': operators,
  'people.inviteLead': operators,
  'people.suspendOrganisation': operators,
  'people.reinstateOrganisation': operators,
};
