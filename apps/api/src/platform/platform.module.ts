import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Database } from './db/database.ts';
import { FileStore } from './files/file-store.ts';
import { HealthController } from './health.controller.ts';
import { DoorInterceptor } from './http/door.interceptor.ts';
import { DoorCheck } from './http/door-check.ts';
import { OpenApiController } from './http/openapi.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { RefusedActs } from './journal/refused-acts.ts';
import { MailDelivery } from './mail/delivery.ts';
import { MailQueries } from './mail/mail.queries.ts';
import { OutboxController } from './mail/outbox.controller.ts';
import { ForgetRepeats } from './repeats/forget.ts';

/** What could serve any product: settings, clock, database, files, and the edge of HTTP. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, OpenApiController, OutboxController],
      providers: [
        { provide: CONFIG, useValue: config },
        Clock,
        Database,
        FileStore,
        DoorCheck,
        ForgetRepeats,
        RefusedActs,
        MailDelivery,
        MailQueries,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: DoorInterceptor },
      ],
      exports: [CONFIG, Clock, Database, FileStore, MailDelivery, MailQueries],
    };
  }
}
