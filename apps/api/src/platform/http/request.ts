import type { Span } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scope } from '../db/scope.ts';

/** What the gate and the input check leave on the request for the handler. */
export type DoorRequest = FastifyRequest & { scope?: Scope; input?: unknown; session?: unknown; span?: Span };
export type DoorReply = FastifyReply;
