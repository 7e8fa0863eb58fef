// What the journal knows: every writing door leaves an entry, and so do exports, restricted downloads and refusals of dangerous acts.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contract, type Door, doors, JournalAct } from '@servanda/contract';
import pg from 'pg';
import type supertest from 'supertest';
import type { Scope } from '../src/platform/db/scope.ts';
import { baseKey } from '../src/reports/workbook/row-key.ts';
import { accountWalks, linkDoors } from './account-walks.ts';
import { composerWalks } from './composer-walks.ts';
import { png } from './corpus/documents.ts';
import { bodies } from './door-bodies.ts';
import { factorSteps, factorWalks } from './factor-walks.ts';
import { leavingSteps, leavingWalks } from './leaving-walks.ts';
import { openedDossier } from './ledger.ts';
import { csv, workbook } from './lists.ts';
import { organisationExempt, organisationWalks } from './organisation-walks.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { publicationExempt, publicationWalks } from './publication-walks.ts';
import { type Served, serve } from './server.ts';
import { signOnSteps, signOnWalks } from './sign-on-walks.ts';
import { sourceExempt, sourceWalks } from './source-walks.ts';
import { p, template as templateOf } from './templates.ts';
import { watchingExempt } from './watching-walks.ts';

let served: Served;
let superuser: pg.Client;
let government: Scope;
let dossier: string;
let run: string;
let template: string;
const cookies: Record<string, string> = {};

interface Entry {
  act: string;
  organisation_id: string;
  person_id: string | null;
  role: string | null;
  session_id: string | null;
  subject: string;
  subject_id: string;
  data: Record<string, unknown>;
}
const count = async () => Number((await superuser.query('SELECT count(*) FROM journal_entry')).rows[0].count);
const newest = async (number: number): Promise<Entry[]> =>
  (await superuser.query<Entry>('SELECT * FROM journal_entry ORDER BY at_us DESC LIMIT $1', [number])).rows.reverse();
/** What `work` leaves in all the journals, oldest first. */
async function left(work: () => PromiseLike<unknown>): Promise<Entry[]> {
  const before = await count();
  await work();
  const after = await count();
  return after > before ? newest(after - before) : [];
}
const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
const come = (door: Door, who: string, ids: Record<string, string | number> = {}): supertest.Test =>
  served
    .http()
    [verbs[door.method]](door.path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name])))
    .set('cookie', cookies[who] ?? '');

beforeAll(async () => {
  served = await serve({ JOURNAL_KEY: 'x'.repeat(43) });
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  government = await scopeFor(served, 'lead@government.example');
  dossier = await openedDossier(served, government);
  for (const who of ['lead', 'reviewer', 'contributor', 'viewer']) cookies[who] = await signIn(served, `${who}@government.example`);
  cookies['operator'] = await signIn(served, 'operator@servanda.example');
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const fact = { answer: null, basis: '' };
const facts = { extraditionConditionalOnTreaty: fact, laterExtraditionTreaty: fact, inPositionToAssist: fact };
const piece = { kind: 'law', title: 'Penal Code', originator: 'Parliament' };
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.', submit: true };
let evidence: string;
let request: string;
let provision: string;
const addPiece = async (more: object = {}): Promise<string> =>
  (
    await come(contract.evidence.add, 'lead', { id: dossier })
      .send({ ...piece, ...more })
      .expect(201)
  ).body.id;

/**
 * How each writing door is come through with success, and the acts that must be in the journal afterwards.
 * A new writing door needs a row here; a door that writes nothing of an organisation's stands below with its reason.
 */
const walks: Record<string, { acts: JournalAct[]; isOperators?: boolean; walk: () => PromiseLike<unknown> }> = {
  'people.signIn': { acts: ['session.opened'], walk: () => signIn(served, 'viewer@government.example') },
  'people.signOut': {
    acts: ['session.opened', 'session.ended'],
    walk: async () =>
      come(contract.people.signOut, '')
        .set('cookie', await signIn(served, 'viewer@government.example'))
        .expect(204),
  },
  ...accountWalks(() => served),
  ...factorWalks(() => served),
  ...leavingWalks(() => served),
  ...composerWalks(
    (door, role, ids) => come(door, role, ids),
    () => dossier,
  ),
  ...publicationWalks(
    (door, role, ids) => come(door, role, ids),
    () => dossier,
  ),
  ...signOnWalks(
    () => served,
    () => government.organisation,
  ),
  'people.anchorNow': {
    acts: ['journal.anchored'],
    isOperators: true,
    walk: () => come(contract.people.anchorNow, 'operator').expect(200),
  },
  'dossiers.open': { acts: ['dossier.opened'], walk: () => come(contract.dossiers.open, 'lead').send({ iso3: 'XAA', title: 'Walked' }).expect(201) },
  'dossiers.reviseFacts': {
    acts: ['dossier.facts_revised'],
    walk: () => come(contract.dossiers.reviseFacts, 'lead', { id: dossier }).send({ version: 1, facts }).expect(200),
  },
  'evidence.add': {
    acts: ['evidence.added'],
    walk: async () => {
      evidence = await addPiece();
    },
  },
  'evidence.revise': {
    acts: ['evidence.revised'],
    walk: () =>
      come(contract.evidence.revise, 'lead', { id: dossier, evidence })
        .send({ ...piece, title: 'Penal Code, revised', version: 1 })
        .expect(200),
  },
  'evidence.addFile': {
    acts: ['evidence.file_added'],
    walk: () => come(contract.evidence.addFile, 'lead', { id: dossier, evidence }).attach('file', Buffer.from('A text.'), 'note.txt').expect(201),
  },
  'evidence.open': {
    acts: ['evidence.added', 'evidence.opened'],
    walk: async () =>
      come(contract.evidence.open, 'lead', { id: dossier, evidence: await addPiece({ confidentiality: 'restricted' }) })
        .send({ purpose: 'To check a figure' })
        .expect(201),
  },
  'evidence.withdraw': {
    acts: ['evidence.withdrawn'],
    walk: () => come(contract.evidence.withdraw, 'lead', { id: dossier, evidence }).send({ version: 2, reason: 'Twice' }).expect(200),
  },
  'evidence.erase': {
    acts: ['evidence.erased'],
    walk: () => come(contract.evidence.erase, 'lead', { id: dossier, evidence }).send({ version: 3, reason: 'Asked' }).expect(200),
  },
  'evidence.recordFigures': {
    acts: ['evidence.added', 'evidence.figures_recorded'],
    walk: async () => {
      const counted = await addPiece({ kind: 'statistics', title: 'Cases of 2025' });
      await come(contract.evidence.recordFigures, 'lead', { id: dossier, evidence: counted }).send(bodies['evidence.recordFigures']).expect(200);
    },
  },
  'evidence.addNationalProvision': {
    acts: ['evidence.added', 'national_provision.added'],
    walk: async () => {
      const sent = { ...bodies['evidence.addNationalProvision'], law: await addPiece({ title: 'Adoption Act' }) };
      provision = (await come(contract.evidence.addNationalProvision, 'lead', { id: dossier }).send(sent).expect(201)).body.id;
    },
  },
  'evidence.reviseNationalProvision': {
    acts: ['national_provision.amended'],
    walk: () =>
      come(contract.evidence.reviseNationalProvision, 'lead', { id: dossier, provision })
        .send({ ...bodies['evidence.reviseNationalProvision'], change: 'amended', inForceFrom: '2026-01-01' })
        .expect(200),
  },
  'evidence.withdrawNationalProvision': {
    acts: ['national_provision.withdrawn'],
    walk: () => come(contract.evidence.withdrawNationalProvision, 'lead', { id: dossier, provision }).send({ version: 2, reason: 'Twice' }).expect(200),
  },
  'evidence.ask': {
    acts: ['body.added', 'request.asked'],
    walk: async () => {
      const body = (await come(contract.people.addBody, 'lead').send({ name: 'Office of Requests' }).expect(201)).body.id;
      const sent = { element: '3.2', wanted: 'The circular', dueOn: '2099-01-01', body };
      request = (await come(contract.evidence.ask, 'lead', { id: dossier }).send(sent).expect(201)).body.id;
    },
  },
  'evidence.stepRequest': {
    acts: ['request.moved'],
    walk: () => come(contract.evidence.stepRequest, 'lead', { id: dossier, request }).send({ act: 'close', seen: 0 }).expect(201),
  },
  'reports.order': {
    acts: ['report.ordered'],
    walk: async () => {
      run = (await come(contract.reports.order, 'lead', { id: dossier }).send({ kind: 'gaps', format: 'html' }).expect(201)).body.id;
    },
  },
  'reports.cancelRun': { acts: ['report.cancelled'], walk: () => come(contract.reports.cancelRun, 'lead', { id: dossier, run }).expect(200) },
  'reports.retryRun': { acts: ['report.retried'], walk: () => come(contract.reports.retryRun, 'lead', { id: dossier, run }).expect(200) },
  'evidence.importList': {
    acts: ['evidence.list_brought_in'],
    walk: async () => {
      const list = csv([
        ['External reference', 'Kind', 'Title', 'Originator'],
        ['L-1', 'Law', 'Listed', 'Parliament'],
      ]);
      const seen = await come(contract.evidence.previewImport, 'lead', { id: dossier }).attach('file', list, 'list.csv').expect(200);
      await come(contract.evidence.importList, 'lead', { id: dossier }).query({ basis: seen.body.basis }).attach('file', list, 'list.csv').expect(200);
    },
  },
  'reports.bringWorkbook': {
    acts: ['assessment.workbook_brought_in'],
    walk: async () => {
      const head = ['Element', 'Base', 'In law', 'As of', 'Reasons'];
      const sheet = workbook([head, ['8.1.e', baseKey(dossier, '8.1.e', 0), 'Compliant', '2026-01-31', 'The Penal Code']]);
      const seen = await come(contract.reports.previewWorkbook, 'lead', { id: dossier }).attach('file', sheet, 'list.xlsx').expect(200);
      const confirm = come(contract.reports.bringWorkbook, 'lead', { id: dossier }).query({ basis: seen.body.basis });
      await confirm.attach('file', sheet, 'list.xlsx').expect(200);
    },
  },
  'reports.reviseHouseStyle': {
    acts: ['house_style.revised'],
    walk: () => come(contract.reports.reviseHouseStyle, 'lead').send({ number: 0, colour: '#12355b', paper: 'a4' }).expect(200),
  },
  'reports.putLogo': { acts: ['house_style.revised'], walk: () => come(contract.reports.putLogo, 'lead').attach('file', png, 'logo.png').expect(201) },
  'reports.addTemplate': {
    acts: ['template.added'],
    walk: async () => {
      template = (
        await come(contract.reports.addTemplate, 'lead')
          .attach('file', templateOf(p('{state}')), 'letter.docx')
          .expect(201)
      ).body.id;
    },
  },
  'reports.withdrawTemplate': { acts: ['template.withdrawn'], walk: () => come(contract.reports.withdrawTemplate, 'lead', { template }).expect(204) },
  ...sourceWalks({
    come,
    piece: async () => ({ id: dossier, evidence: await addPiece() }),
    colleague: async () => (await come(contract.people.members, 'lead').expect(200)).body.items.find((m: { isMe: boolean }) => !m.isMe).person,
  }),
  'dossiers.reviseShelfLife': {
    acts: ['dossier.shelf_life_revised'],
    walk: () =>
      come(contract.dossiers.reviseShelfLife, 'lead', { id: dossier })
        .send({ version: 2, shelfLife: { budget: 1 } })
        .expect(200),
  },
  'assessments.record': {
    acts: ['assessment.recorded_and_submitted'],
    walk: () => come(contract.assessments.record, 'contributor', { id: dossier, code: '3.2' }).send(judgement).expect(201),
  },
  'assessments.fillCriminalisation': {
    acts: ['criminalisation.filled'],
    walk: () => come(contract.assessments.fillCriminalisation, 'contributor', { id: dossier }).send(bodies['assessments.fillCriminalisation']).expect(200),
  },
  'assessments.review': {
    acts: ['assessment.accepted'],
    walk: () => come(contract.assessments.review, 'reviewer', { id: dossier, code: '3.2', number: 1 }).send({ act: 'accept' }).expect(201),
  },
  ...organisationWalks({ come, enter: (email) => signIn(served, email), dossier: () => dossier, superuser: () => superuser }),
};
/** Writing doors that leave no entry, each with its reason. */
const exempt: Record<string, string> = {
  'evidence.previewImport': 'writes nothing: it shows what an import would do',
  'reports.previewWorkbook': 'writes nothing: it shows what a workbook would do',
  'reports.checkTemplate': 'writes nothing: it shows what is wrong in a template',
  'evidence.alike': 'a question with a body; it changes nothing',
  'evidence.decideIdentity': 'needs a file whose text was read; its entry is proven in file-identity.spec.ts',
  'evidence.readText': 'needs a file whose reading failed; its entry is proven in text.spec.ts',
  ...factorSteps,
  ...leavingSteps,
  ...signOnSteps,
  ...linkDoors,
  ...organisationExempt,
  ...publicationExempt,
  ...sourceExempt,
  ...watchingExempt,
  'people.setUp': 'works once, before there is an organisation; its session is the first entry of the operator, proven in sign-in tests',
};
const writing = doors.filter((door) => door.method !== 'GET');

describe('every writing door', () => {
  test.each(writing.map((door) => [door.name]))('%s has its walk here, or the reason why it leaves no entry', (name) => {
    expect(Object.keys({ ...walks, ...exempt })).toContain(name);
  });

  test.each(Object.entries(walks))('%s leaves its act, with who did it and from which session', async (_, { acts, isOperators, walk }) => {
    const entries = await left(walk);
    expect(entries.map((entry) => entry.act)).toEqual(acts);
    for (const entry of entries) {
      if (!isOperators) expect(entry.organisation_id).toBe(government.organisation);
      expect(entry).toMatchObject({ person_id: expect.any(String), session_id: expect.any(String) });
      expect(entry.role).toMatch(/^(lead|reviewer|contributor|viewer)$/);
    }
  });
});

describe('what leaves the organisation', () => {
  test('every door that answers with a file is looked at here, or where its entry is proven', () => {
    const files = doors.filter((door) => door.method === 'GET' && door.access === 'session' && door.media).map((door) => door.name);
    // journal.exported is proven in journal-tampering.spec, organisation.exported in leaving.spec, the brief in brief.spec.
    const known = [
      'reports.statusJson',
      'reports.statusCsv',
      'evidence.file',
      'evidence.table',
      'people.journalExport',
      'people.exportOrganisation',
      'reports.briefJson',
      'reports.briefCsv',
      // The correlation table: national-provisions.spec.
      'reports.correlationJson',
      'reports.correlationCsv',
      // The criminalisation matrix: criminalisation.spec.
      'reports.criminalisationJson',
      'reports.criminalisationCsv',
      // The statistical annex: figures.spec.
      'reports.statisticsJson',
      // The status report as a document: documents.spec.
      'reports.document',
      'reports.runFile',
      'reports.statusPdf',
      'reports.statusDocx',
      // The report under article 12: composer.spec.
      'reports.article12Pdf',
      'reports.article12Docx',
      // Workbooks and OSCAL: workbook.spec.
      'reports.statusXlsx',
      'reports.statusOscal',
      'reports.workbook',
      // The report in a template: templates.spec; a template itself holds no record.
      'reports.fromTemplate',
      'reports.houseLogo',
      'reports.templateFile',
      'reports.starterTemplate',
    ];
    expect(files.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('a report is in the journal with its format and hash', async () => {
    let hash = '';
    const entries = await left(async () => {
      hash = (await come(contract.reports.statusJson, 'viewer', { id: dossier }).expect(200)).body.sha256;
      await come(contract.reports.statusCsv, 'viewer', { id: dossier }).expect(200);
    });
    expect(entries).toMatchObject([
      { act: 'report.exported', role: 'viewer', subject_id: dossier, data: { format: 'json', sha256: hash } },
      { act: 'report.exported', role: 'viewer', subject_id: dossier, data: { format: 'csv', sha256: hash } },
    ]);
  });

  test('a list of evidence is in the journal, an empty template is not', async () => {
    const entries = await left(async () => {
      await come(contract.evidence.table, 'viewer', { id: dossier }).query({ format: 'csv' }).expect(200);
      await come(contract.evidence.table, 'viewer', { id: dossier }).query({ of: 'template' }).expect(200);
    });
    expect(entries).toMatchObject([
      { act: 'evidence.list_exported', role: 'viewer', subject_id: dossier, data: { format: 'csv', pieces: expect.any(Number) } },
    ]);
    expect(entries).toHaveLength(1);
  });

  test('a brief is in the journal with its format and of whom it is', async () => {
    const entries = await left(async () => {
      await come(contract.reports.briefJson, 'lead').expect(200);
      await come(contract.reports.briefCsv, 'lead').expect(200);
    });
    expect(entries).toMatchObject([
      { act: 'report.exported', role: 'lead', data: { report: 'brief', format: 'json' } },
      { act: 'report.exported', role: 'lead', data: { report: 'brief', format: 'csv' } },
    ]);
  });

  test('a restricted document is, an ordinary one is not', async () => {
    for (const confidentiality of ['restricted', 'internal']) {
      const id = await addPiece({ confidentiality });
      const upload = come(contract.evidence.addFile, 'lead', { id: dossier, evidence: id }).attach('file', Buffer.from('A text.'), 'note.txt');
      const file = (await upload.expect(201)).body.id;
      const get = (held = '') => come(contract.evidence.file, 'viewer', { id: dossier, evidence: id, file }).set('if-none-match', held);
      if (confidentiality === 'restricted') {
        expect((await get('*').expect(403)).body.code).toBe('purpose_required');
        await come(contract.evidence.open, 'viewer', { id: dossier, evidence: id }).send({ purpose: 'To check a figure' }).expect(201);
      }
      const entries = await left(() => get().expect(200));
      // Nothing leaves, so that there is nothing to tell.
      expect(await left(() => get('*').expect(304))).toEqual([]);
      const noted = [{ act: 'evidence.file_downloaded', subject_id: id, role: 'viewer', data: { dossier, file, name: 'note.txt' } }];
      expect(entries).toMatchObject(confidentiality === 'restricted' ? noted : []);
      expect(entries).toHaveLength(confidentiality === 'restricted' ? 1 : 0);
    }
  });

  test('a look at a page is not: reading stays reading', async () => {
    const entries = await left(async () => {
      await come(contract.dossiers.get, 'viewer', { id: dossier }).expect(200);
      await come(contract.evidence.list, 'viewer', { id: dossier }).expect(200);
      await come(contract.gaps.list, 'viewer', { id: dossier }).expect(200);
    });
    expect(entries).toEqual([]);
  });
});

describe('a refused dangerous act', () => {
  test('is in the journal, with the door, the code and who tried; nothing else of it is', async () => {
    const entries = await left(async () => {
      await come(contract.dossiers.open, 'viewer').send({ iso3: 'XAA', title: 'Not mine to open' }).expect(403);
      await come(contract.assessments.review, 'contributor', { id: dossier, code: '3.2', number: 1 }).send({ act: 'return', reason: 'No.' }).expect(403);
      await come(contract.assessments.review, 'reviewer', { id: dossier, code: '3.2', number: 1 }).send({ act: 'accept' }).expect(409);
    });
    const at = { id: dossier, code: '3.2', number: '1' };
    expect(entries).toMatchObject([
      { act: 'act.refused', role: 'viewer', subject: 'door', subject_id: 'dossiers.open', data: { code: 'forbidden', at: {} } },
      { act: 'act.refused', role: 'contributor', subject_id: 'assessments.review', data: { code: 'forbidden', at } },
      { act: 'act.refused', role: 'reviewer', subject_id: 'assessments.review', data: { code: 'wrong_state', at } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Not mine to open');
  });

  test('an ordinary refusal is not: bad input, an unknown thing, a foreign site', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
    const entries = await left(async () => {
      await come(contract.dossiers.open, 'lead').send({ iso3: 'XAA' }).expect(400);
      await come(contract.dossiers.reviseFacts, 'lead', { id: unknown }).send({ version: 1, facts }).expect(404);
      await come(contract.dossiers.open, 'lead').set('sec-fetch-site', 'cross-site').send({ iso3: 'XAA', title: 'x' }).expect(403);
      await come(contract.evidence.add, 'viewer', { id: dossier }).send(piece).expect(403);
    });
    expect(entries).toEqual([]);
  });
});

test('no entry holds the address of a person, whatever was sent', async () => {
  const email = 'somebody@government.example';
  const added = await come(contract.people.addBody, 'lead').send({ name: 'Office of Addresses', email }).expect(201);
  const changed = { version: 1, name: 'Office of Addresses', email: `other.${email}` };
  await come(contract.people.reviseBody, 'lead', { body: added.body.id }).send(changed).expect(200);
  await come(contract.people.invite, 'lead')
    .send({ invitations: [{ email: `new.${email}`, role: 'viewer' }] })
    .expect(201);
  const { rows } = await superuser.query("SELECT act, data FROM journal_entry WHERE data::text LIKE '%@%' OR subject_id LIKE '%@%'");
  expect(rows).toEqual([]);
});
