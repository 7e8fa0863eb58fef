import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { largestFile } from '@servanda/contract';
import { PeopleModule } from './people/people.module.ts';
import type { Config } from './platform/config.ts';
import { Drain } from './platform/health/drain.ts';
import { compressAnswers } from './platform/http/compression.ts';
import { serveDocs } from './platform/http/docs/docs.ts';
import { guardTheEdge } from './platform/http/edge.ts';
import { readJson } from './platform/http/json-body.ts';
import { observeRequests } from './platform/http/observe.ts';
import { serverOptions } from './platform/http/server-options.ts';
import { cutSlowLines } from './platform/http/slow-lines.ts';
import { serveWeb } from './platform/http/web.ts';
import { Log } from './platform/logs/log.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { Telemetry } from './platform/telemetry/telemetry.ts';
import { servePortal } from './publications/portal/portal.ts';
import { words } from './words.ts';

@Module({})
class AppModule {
  static with(config: Config, log: Log): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, log), PeopleModule, ...words] };
  }
}

/** The whole API and, where `webDir` is set, the web app: one Nest application on Fastify, not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const log = new Log(config);
  const adapter = new FastifyAdapter(serverOptions(config));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, log), adapter, {
    logger: log,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  cutSlowLines(server.server, config.edge.lines);
  observeRequests(server, { log, telemetry: app.get(Telemetry), drain: app.get(Drain) });
  guardTheEdge(server, config);
  app.useBodyParser('application/json', {}, readJson(server));
  await compressAnswers(server);
  await server.register(cookie);
  await server.register(multipart, { limits: { files: 1, fields: 5, fileSize: largestFile + 1, parts: 6 }, throwFileSizeLimit: false });
  serveDocs(server);
  servePortal(server, app);
  await serveWeb(server, config.webDir);
  await app.init();
  await server.ready();
  return app;
}
