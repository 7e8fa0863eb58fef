import { readdir, statfs } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import type { Answer, contract } from '@servanda/contract';
import { CONFIG, type Config } from '../config.ts';
import { Ping } from '../db/ping.ts';
import { Drain } from './drain.ts';

type Ready = Answer<typeof contract.platform.ready>;

const migrationsFolder = fileURLToPath(new URL('../../../../../prisma/migrations', import.meta.url));

/** Whether this process should be sent requests just now. */
@Injectable()
export class Readiness {
  #known: Promise<string[]> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Ping) private readonly ping: Ping,
    @Inject(Drain) private readonly drain: Drain,
  ) {}

  async state(): Promise<Ready> {
    const [database, disk] = await Promise.all([this.#database(), this.#disk()]);
    const isDraining = this.drain.isDraining;
    const serves = database === 'ok' && !isDraining;
    return { status: !serves ? 'not_ready' : disk === 'ok' ? 'ready' : 'degraded', database, disk, isDraining };
  }

  async #database(): Promise<Ready['database']> {
    const applied = await this.ping.migrations();
    if (!applied) return 'unreachable';
    this.#known ??= readdir(migrationsFolder).then((all) => all.filter((name) => /^\d{14}_/.test(name)));
    // A newer database is in order: while versions change, old and new serve side by side.
    return (await this.#known).every((name) => applied.has(name)) ? 'ok' : 'behind';
  }

  /** A disk that runs full takes no files; everything else goes on, so it does not stop the service. */
  async #disk(): Promise<Ready['disk']> {
    const disk = await statfs(this.config.filesDir).catch(() => null);
    if (!disk) return 'unreachable';
    return (disk.bavail / disk.blocks) * 100 < this.config.edge.diskReserve ? 'low' : 'ok';
  }
}
