import { Controller, Inject, Req } from '@nestjs/common';
import { contract, type Returned } from '@servanda/contract';
import { Door } from '../http/door.decorator.ts';
import type { DoorRequest } from '../http/request.ts';
import { MailQueries } from './mail.queries.ts';

/** A name that another site has bent to this machine (DNS rebinding) is not the name of a local instance. */
const isLocal = (host: string | undefined) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');

@Controller()
export class OutboxController {
  constructor(@Inject(MailQueries) private readonly mail: MailQueries) {}

  @Door(contract.platform.outbox)
  async outbox(@Req() request: DoorRequest): Promise<Returned<typeof contract.platform.outbox>> {
    const letters = isLocal(request.headers.host) ? await this.mail.shownLetters() : null;
    return { isShown: letters !== null, letters: (letters ?? []).map((letter) => ({ ...letter, queuedAt: letter.queuedAt.toISOString() })) };
  }
}
