import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Database } from './db/database.ts';
import { Ping } from './db/ping.ts';
import { PublicDatabase } from './db/public-database.ts';
import { FileStore } from './files/file-store.ts';
import { BLOBS, openBlobs } from './files/open-blobs.ts';
import { Scanner } from './files/scanner.ts';
import { Drain } from './health/drain.ts';
import { HealthController } from './health/health.controller.ts';
import { Readiness } from './health/readiness.ts';
import { DoorInterceptor } from './http/door.interceptor.ts';
import { DoorCheck } from './http/door-check.ts';
import { OpenApiController } from './http/openapi.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { Rates } from './http/rates.ts';
import { Jobs } from './jobs/jobs.ts';
import { RefusedActs } from './journal/refused-acts.ts';
import { Log } from './logs/log.ts';
import { MailDelivery } from './mail/delivery.ts';
import { MailQueries } from './mail/mail.queries.ts';
import { OutboxController } from './mail/outbox.controller.ts';
import { ForgetRepeats } from './repeats/forget.ts';
import { Seal } from './seal.ts';
import { SourceSeal } from './source-seal.ts';
import { Telemetry } from './telemetry/telemetry.ts';
import { WatchOutbox } from './telemetry/watch-outbox.ts';

/** What could serve any product: settings, clock, database, files, and the edge of HTTP. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Log): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, OpenApiController, OutboxController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Log, useValue: log },
        Drain,
        Ping,
        Readiness,
        Telemetry,
        WatchOutbox,
        Clock,
        Database,
        PublicDatabase,
        { provide: BLOBS, useFactory: () => openBlobs(config.filesDir, config.s3) },
        FileStore,
        Scanner,
        Jobs,
        DoorCheck,
        ForgetRepeats,
        Seal,
        SourceSeal,
        Rates,
        RefusedActs,
        MailDelivery,
        MailQueries,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: DoorInterceptor },
      ],
      exports: [
        Readiness,
        CONFIG,
        Log,
        Drain,
        Telemetry,
        Clock,
        Database,
        PublicDatabase,
        FileStore,
        Scanner,
        Jobs,
        Seal,
        SourceSeal,
        Rates,
        MailDelivery,
        MailQueries,
      ],
    };
  }
}
