import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import {
  AddEvidence,
  AddNationalProvision,
  AskEvidence,
  DossierFacts,
  FillCriminalisation,
  largestFile,
  OpenDossier,
  RecordAssessment,
  RequestStep,
  ReviseEvidence,
  ReviseNationalProvision,
} from '@servanda/contract';
import { AssessmentsService } from '../assessments/assessments.service.ts';
import { CriminalisationService } from '../assessments/criminalisation/criminalisation.service.ts';
import { AssignmentsService } from '../dossiers/assignments.service.ts';
import { CoalitionService } from '../dossiers/coalition.service.ts';
import { DossiersService } from '../dossiers/dossiers.service.ts';
import { EvidenceFiles } from '../evidence/evidence.files.ts';
import { EvidenceService } from '../evidence/evidence.service.ts';
import { EvidenceFigures } from '../evidence/figures/figures.service.ts';
import { NationalProvisionsQueries } from '../evidence/national-provisions/national-provisions.queries.ts';
import { NationalProvisionsService } from '../evidence/national-provisions/national-provisions.service.ts';
import { EvidenceRequests } from '../evidence/requests/requests.service.ts';
import { BodiesService } from '../people/organisations/bodies.service.ts';
import { Clock } from '../platform/clock.ts';
import type { Scope } from '../platform/db/scope.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { PublicationsQueries } from '../publications/publications.queries.ts';
import { Publications } from '../publications/publications.service.ts';
import { StatementsQueries } from '../publications/statements/statements.queries.ts';
import { Statements } from '../publications/statements/statements.service.ts';
import { asGuest } from './act-as.ts';
import { documentOf } from './documents.ts';
import { cellsOf } from './filling.ts';
import { publishAll } from './publishing.ts';
import type { Kept, Memory } from './recall.ts';
import { sayInPublic } from './saying.ts';
import type { Act } from './timeline.ts';
import type { Piece, Post, Requested } from './world/shapes.ts';
import { weighed } from './world/weight.ts';

type Doing<D extends Act['does']> = Extract<Act, { does: D }>;

const known = (kept: Kept, piece: Pick<Piece, 'title'>): string => {
  const id = kept.pieces.get(piece.title);
  if (!id) throw new Error(`“${piece.title}” is used before it is added.`);
  return id;
};
const unknownBody = (name: string): never => {
  throw new Error(`No body is called ${name}.`);
};
const pieceOf = ({ ledger }: Act, key: string): Piece => {
  const piece = ledger.evidence.find((p) => p.key === key);
  if (!piece) throw new Error(`No piece of evidence is called ${key}.`);
  return piece;
};

function judgementOf(act: Doing<'record'>, kept: Kept) {
  const { law, practice, asOf, period, reasons, qualifierNote, submitted, cites } = act.judgement;
  return RecordAssessment.parse({
    ...{ basedOn: act.number === 1 ? null : act.number - 1, law, practice, asOf, reasons, qualifierNote },
    ...{ periodFrom: period?.[0], periodTo: period?.[1], submit: submitted === 'at once' },
    citations: cites.map(([key, pinpoint, stance]) => ({ evidence: known(kept, pieceOf(act, key)), pinpoint, stance })),
  });
}

/** Returns what does one act through the same services as the doors, at its moment and in the scope of its person. */
export function actor(app: INestApplicationContext, scopeOf: (post: Post) => Scope, memory: Memory): (act: Act) => Promise<void> {
  const clock = app.get(Clock);
  const store = app.get(FileStore);
  const dossiers = app.get(DossiersService);
  const assignments = app.get(AssignmentsService);
  const coalition = app.get(CoalitionService);
  const bodies = app.get(BodiesService);
  const evidence = app.get(EvidenceService);
  const files = app.get(EvidenceFiles);
  const figures = app.get(EvidenceFigures);
  const assessments = app.get(AssessmentsService);
  const matrix = app.get(CriminalisationService);
  const provisions = app.get(NationalProvisionsService);
  const transposition = app.get(NationalProvisionsQueries);
  const requests = app.get(EvidenceRequests);
  const [publications, publicationsRead] = [app.get(Publications), app.get(PublicationsQueries)];
  const [statements, statementsRead] = [app.get(Statements), app.get(StatementsQueries)];
  const query = undefined;

  const askedOf = async (scope: Scope, of: Requested['of']) =>
    'post' in of
      ? { person: scopeOf(of.post).person }
      : { body: (await bodies.list(scope)).items.find(({ name }) => name === of.body)?.id ?? unknownBody(of.body) };

  async function entered(scope: Scope, id: string, law: string, article: string) {
    const sought = { law, q: article, state: 'standing' as const, limit: 1, offset: 0 };
    const [found] = (await transposition.list(scope, { params: { id }, query: sought, body: undefined })).items;
    if (!found) throw new Error(`${article} is used before it is entered.`);
    return found;
  }

  async function carryOut(act: Act, scope: Scope, kept: Kept): Promise<unknown> {
    const id = kept.dossier;
    switch (act.does) {
      case 'open':
        kept.dossier = (await dossiers.open(scope, OpenDossier.parse(act.ledger.dossier))).id;
        return;
      case 'revise facts':
        return dossiers.reviseFacts(scope, { params: { id }, query, body: { version: 1, facts: DossierFacts.parse(act.ledger.revised?.facts) } });
      case 'assign': {
        const { items } = await bodies.list(scope);
        const body = act.given.body ? (items.find(({ name }) => name === act.given.body)?.id ?? unknownBody(act.given.body)) : undefined;
        const person = act.given.post ? scopeOf(act.given.post).person : undefined;
        return assignments.assign(scope, { params: { id }, query, body: { elements: [...act.given.elements], body, person } });
      }
      case 'ask in':
        return coalition.invite(scope, { params: { id }, query, body: { organisation: act.organisation } });
      case 'join':
        return coalition.answer(scope, { params: { id }, query, body: { answer: 'accept' } });
      case 'add':
        kept.pieces.set(
          act.piece.title,
          (await evidence.add(scope, { params: { id }, query, body: { ...AddEvidence.parse(weighed(act.piece)), identityConfirmed: true } })).id,
        );
        return;
      case 'attach': {
        const { file } = act.piece;
        if (!file) return;
        const receive = async () => ({ name: file.name, received: await store.receive(Readable.from([documentOf(file)]), largestFile) });
        return files.addReceived(scope, { id, evidence: known(kept, act.piece) }, receive);
      }
      case 'count': {
        const params = { id, evidence: known(kept, act.piece) };
        return figures.record(scope, { params, query, body: { version: act.number - 1, rows: [...act.rows] } });
      }
      case 'revise': {
        const body = ReviseEvidence.parse({ ...weighed(act.piece), ...act.changes, version: 1 });
        return evidence.revise(scope, { params: { id, evidence: known(kept, act.piece) }, query, body });
      }
      case 'withdraw':
        return evidence.withdraw(scope, { params: { id, evidence: known(kept, act.piece) }, query, body: { version: 1, reason: act.reason } });
      case 'provide': {
        const body = AddNationalProvision.parse({ ...act.provision, law: known(kept, pieceOf(act, act.provision.law)) });
        return provisions.add(scope, { params: { id }, query, body: { ...body, identityConfirmed: true } });
      }
      case 'amend': {
        const law = known(kept, pieceOf(act, act.provision.law));
        const before = await entered(scope, id, law, act.provision.article);
        const body = ReviseNationalProvision.parse({ ...act.provision, ...act.changes, version: before.version, change: 'amended' });
        return provisions.revise(scope, { params: { id, provision: before.id }, query, body: { ...body, identityConfirmed: true } });
      }
      case 'ask': {
        const { element, wanted, dueOn, of } = act.request;
        return requests.ask(scope, { params: { id }, query, body: AskEvidence.parse({ element, wanted, dueOn, ...(await askedOf(scope, of)) }) });
      }
      case 'move': {
        const { element, wanted, steps } = act.request;
        const sought = { params: { id }, query: { show: 'all' as const, element, limit: 100, offset: 0 }, body: undefined };
        const request = (await requests.list(scope, sought)).items.find((one) => one.wanted === wanted)?.id;
        const step = steps[act.number - 1];
        if (!(request && step)) throw new Error(`“${wanted}” is moved before it is asked for.`);
        const evidence = step.evidence ? known(kept, pieceOf(act, step.evidence)) : null;
        const body = RequestStep.parse({ act: step.act, note: step.note, seen: act.number - 1, evidence });
        return requests.step(scope, { params: { id, request }, query, body });
      }
      case 'fill': {
        const ofPiece = (key: string) => known(kept, pieceOf(act, key));
        const cells = await cellsOf(act.filled.cells, {
          pieceOf: ofPiece,
          provisionOf: async (law, article) => (await entered(scope, id, ofPiece(law), article)).id,
        });
        return matrix.fill(scope, { params: { id }, query, body: FillCriminalisation.parse({ version: 0, cells }) });
      }
      case 'publish':
        return publishAll(publications, publicationsRead, scope, id, act.note);
      case 'say':
        return sayInPublic(statements, statementsRead, scope, id, act.saying, (key) => pieceOf(act, key).title);
      case 'record':
        return assessments.record(scope, { params: { id, code: act.element }, query, body: { ...judgementOf(act, kept), identityConfirmed: true } });
      case 'review':
        return assessments.review(scope, {
          params: { id, code: act.element, number: act.number },
          query,
          body: { act: act.act, reason: act.reason, identityConfirmed: true },
        });
    }
  }

  /** Whoever is of another organisation works in the dossier as its guest, once it has joined. */
  function scopeFor({ by, ledger, does }: Act, dossier: string): Scope {
    const [scope, host] = [scopeOf(by), scopeOf(ledger.by)];
    return scope.organisation === host.organisation || does === 'join' ? scope : asGuest(scope, host, dossier, ledger.coalition?.organisation ?? '');
  }

  return async (act) => {
    const kept = memory.get(act.ledger);
    if (!kept) throw new Error('The ledger was not recalled.');
    await clock
      .at(new Date(act.at), () => carryOut(act, scopeFor(act, kept.dossier), kept))
      .catch((cause: unknown) => {
        const what = act.does === 'record' || act.does === 'review' ? `${act.does} ${act.element} (${act.number})` : act.does;
        throw new Error(`The demonstration world cannot go on: ${act.by} at ${act.at}, ${what}`, { cause });
      });
  };
}
