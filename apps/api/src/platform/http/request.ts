import type { Span } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scope } from '../db/scope.ts';

/** What the gate and the input check leave on the request for the handler. `askAnew` is the gate's question once more, after a body that took its time. */
export type DoorRequest = FastifyRequest & { scope?: Scope; input?: unknown; session?: unknown; span?: Span; askAnew?: () => Promise<void> };
export type DoorReply = FastifyReply;
