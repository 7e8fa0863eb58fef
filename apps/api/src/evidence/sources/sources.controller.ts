import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { EvidenceSources } from './sources.service.ts';

const doors = contract.evidence;
type Doors = typeof doors;

@Controller()
export class SourcesController {
  constructor(@Inject(EvidenceSources) private readonly sources: EvidenceSources) {}

  @Door(doors.sources)
  list(@Asker() scope: Scope, @Input() input: Received<Doors['sources']>) {
    return this.sources.list(scope, input);
  }

  @Door(doors.addSource)
  add(@Asker() scope: Scope, @Input() input: Received<Doors['addSource']>) {
    return this.sources.add(scope, input);
  }

  @Door(doors.openSource)
  open(@Asker() scope: Scope, @Input() input: Received<Doors['openSource']>) {
    return this.sources.open(scope, input);
  }

  @Door(doors.reviseSource)
  revise(@Asker() scope: Scope, @Input() input: Received<Doors['reviseSource']>) {
    return this.sources.revise(scope, input);
  }

  @Door(doors.nameSourceReader)
  nameReader(@Asker() scope: Scope, @Input() input: Received<Doors['nameSourceReader']>) {
    return this.sources.nameReader(scope, input);
  }

  @Door(doors.unnameSourceReader)
  unnameReader(@Asker() scope: Scope, @Input() input: Received<Doors['unnameSourceReader']>) {
    return this.sources.unnameReader(scope, input);
  }

  @Door(doors.eraseSource)
  erase(@Asker() scope: Scope, @Input() input: Received<Doors['eraseSource']>) {
    return this.sources.erase(scope, input);
  }

  @Door(doors.unreadSources)
  unread(@Asker() scope: Scope) {
    return this.sources.unread(scope);
  }

  @Door(doors.eraseUnreadSources)
  eraseUnread(@Asker() scope: Scope) {
    return this.sources.eraseUnread(scope);
  }
}
