import { Controller, Inject, Res, StreamableFile } from '@nestjs/common';
import { contract, type Received, type Returned } from '@servanda/contract';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { refuse } from '../../platform/http/refusal.ts';
import type { DoorReply } from '../../platform/http/request.ts';
import { journalAlone } from '../../platform/journal/journal.ts';
import { AnchorsService } from './anchors.service.ts';
import { JournalExport } from './journal.export.ts';
import { JournalQueries } from './journal.queries.ts';
import { VerificationQueries } from './verification.queries.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class JournalController {
  constructor(
    @Inject(JournalQueries) private readonly queries: JournalQueries,
    @Inject(VerificationQueries) private readonly verification: VerificationQueries,
    @Inject(JournalExport) private readonly file: JournalExport,
    @Inject(AnchorsService) private readonly anchoring: AnchorsService,
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Door(doors.journal)
  journal(@Asker() scope: Scope, @Input() input: Received<Doors['journal']>) {
    return this.queries.list(scope, input);
  }

  @Door(doors.journalExport)
  async journalExport(@Asker() scope: Scope, @Res({ passthrough: true }) reply: DoorReply) {
    const { name, stream } = await this.file.open(scope);
    reply.headers({ 'content-type': doors.journalExport.media, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' });
    return new StreamableFile(stream);
  }

  @Door(doors.journalVerification)
  journalVerification(@Asker() scope: Scope) {
    return this.verification.verify(scope);
  }

  @Door(doors.journalAnchors)
  journalAnchors(@Asker() scope: Scope) {
    return this.verification.anchors(scope);
  }

  @Door(doors.journalKey)
  async journalKey(): Promise<Returned<Doors['journalKey']>> {
    return { keys: await this.verification.keys() };
  }

  @Door(doors.anchorNow)
  async anchorNow(@Asker() scope: Scope): Promise<Returned<Doors['anchorNow']>> {
    if (!this.config.journalKey) refuse('unavailable', { detail: 'No anchor was made: this instance has no JOURNAL_KEY.' });
    await journalAlone(this.db, scope, { act: 'journal.anchored', subject: 'journal', subjectId: scope.organisation });
    return { anchored: await this.anchoring.anchor(0) };
  }
}
