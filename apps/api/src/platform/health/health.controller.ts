import { Controller, Inject, Res } from '@nestjs/common';
import { contract, type Returned } from '@servanda/contract';
import { Database } from '../db/database.ts';
import { FileStore } from '../files/file-store.ts';
import { Door } from '../http/door.decorator.ts';
import type { DoorReply } from '../http/request.ts';
import { Readiness } from './readiness.ts';

@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  /** The process answers: nothing else is asked, so that a slow database restarts nobody. */
  @Door(contract.platform.live)
  live(): Returned<typeof contract.platform.live> {
    return { status: 'live' };
  }

  @Door(contract.platform.ready)
  async ready(@Res({ passthrough: true }) reply: DoorReply): Promise<Returned<typeof contract.platform.ready>> {
    const state = await this.readiness.state();
    if (state.status === 'not_ready') reply.status(503).header('retry-after', '2');
    return state;
  }

  /** 200 when the database and the file store answer, else 503 with the part that does not. */
  @Door(contract.platform.health)
  async health(@Res({ passthrough: true }) reply: DoorReply): Promise<Returned<typeof contract.platform.health>> {
    const [database, fileStore] = await Promise.all([
      this.db.unscoped('SELECT 1').then(
        () => 'ok' as const,
        () => 'unreachable' as const,
      ),
      this.files.state(),
    ]);
    const status = database === 'ok' && fileStore === 'ok' ? 'ok' : 'unavailable';
    if (status !== 'ok') reply.status(503);
    return { status, database, fileStore, version: '0.1.0' };
  }
}
