import { Controller, Inject } from '@nestjs/common';
import { contract, type Received } from '@servanda/contract';
import type { Scope } from '../../platform/db/scope.ts';
import { Asker, Door, Input } from '../../platform/http/door.decorator.ts';
import { Digests } from './digests.service.ts';
import { Follows } from './follows.service.ts';
import { News } from './news.service.ts';

const doors = contract.people;
type Doors = typeof doors;

@Controller()
export class WatchingController {
  constructor(
    @Inject(Follows) private readonly follows: Follows,
    @Inject(News) private readonly inbox: News,
    @Inject(Digests) private readonly digests: Digests,
  ) {}

  @Door(doors.following)
  following(@Asker() scope: Scope) {
    return this.follows.list(scope);
  }

  @Door(doors.follow)
  follow(@Asker() scope: Scope, @Input() input: Received<Doors['follow']>) {
    return this.follows.follow(scope, input);
  }

  @Door(doors.unfollow)
  unfollow(@Asker() scope: Scope, @Input() input: Received<Doors['unfollow']>) {
    return this.follows.unfollow(scope, input);
  }

  @Door(doors.unreadNews)
  unreadNews(@Asker() scope: Scope) {
    return this.inbox.unread(scope);
  }

  @Door(doors.news)
  news(@Asker() scope: Scope, @Input() input: Received<Doors['news']>) {
    return this.inbox.list(scope, input);
  }

  @Door(doors.markNews)
  markNews(@Asker() scope: Scope, @Input() input: Received<Doors['markNews']>) {
    return this.inbox.mark(scope, input);
  }

  @Door(doors.reviseDigest)
  reviseDigest(@Asker() scope: Scope, @Input() input: Received<Doors['reviseDigest']>) {
    return this.digests.choose(scope, input);
  }

  @Door(doors.stopDigest)
  stopDigest(@Input() input: Received<Doors['stopDigest']>) {
    return this.digests.stop(input);
  }
}
