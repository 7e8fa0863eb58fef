import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { accountControllers, accountProviders } from './accounts/accounts.parts.ts';
import { factorControllers, factorProviders } from './factors/factors.parts.ts';
import { JournalModule } from './journal/journal.module.ts';
import { keyControllers, keyProviders } from './keys/keys.parts.ts';
import { LeavingModule } from './leaving/leaving.module.ts';
import { operatorControllers, operatorProviders } from './operator/operator.parts.ts';
import { OrganisationsModule } from './organisations/organisations.module.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleQueries } from './people.queries.ts';
import { PeopleService } from './people.service.ts';
import { SessionGate } from './session.gate.ts';
import { Sessions } from './sessions.ts';
import { signOnControllers, signOnProviders } from './sign-on/sign-on.parts.ts';
import { Digests } from './watching/digests.service.ts';
import { News } from './watching/news.service.ts';
import { watchingControllers, watchingProviders } from './watching/watching.parts.ts';

@Module({
  imports: [JournalModule, LeavingModule, OrganisationsModule],
  controllers: [
    PeopleController,
    ...accountControllers,
    ...factorControllers,
    ...signOnControllers,
    ...keyControllers,
    ...operatorControllers,
    ...watchingControllers,
  ],
  providers: [
    ...[
      PeopleQueries,
      PeopleService,
      Sessions,
      ...accountProviders,
      ...factorProviders,
      ...signOnProviders,
      ...keyProviders,
      ...operatorProviders,
      ...watchingProviders,
    ],
    { provide: APP_GUARD, useClass: SessionGate },
  ],
  exports: [PeopleQueries, PeopleService, Sessions, OrganisationsModule, News, Digests],
})
export class PeopleModule {}
