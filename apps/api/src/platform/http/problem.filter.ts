import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type Problem, type RefusalCode, refusals } from '@servanda/contract';
import { RefusedActs } from '../journal/refused-acts.ts';
import { Log } from '../logs/log.ts';
import { codesOf } from './error-codes.ts';
import { Refusal } from './refusal.ts';
import type { DoorReply, DoorRequest } from './request.ts';

/** PostgreSQL and driver errors that mean "not reachable just now", or too busy, or out of room: the transaction is undone, the same act may be tried again. */
const unreachable =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[1-3]|57014|28000|55P03|40001|40P01|25P0[34]|08\d{3}|53\d{3}|58030|P1001|P1002|P1008|P1017|P2024|P2028)$/;
const lostMessages =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Unable to start a transaction|the database system is/i;
/** Fastify's and Nest's own refusals, by their code or status. */
const known: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable_body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'unreadable_body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable_body',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'file_too_large',
  '400': 'unreadable_body',
  '404': 'not_found',
  '413': 'body_too_large',
  '415': 'unsupported_media_type',
};

/** Turns whatever went wrong into a refusal; what nobody foresaw is our own fault and is called `internal`. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const codes = codesOf(error);
  if (codes.some((c) => unreachable.test(c)) || (error instanceof Error && lostMessages.test(error.message))) return new Refusal('unavailable');
  for (const code of codes) if (known[code]) return new Refusal(known[code]);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  const code = status ? known[String(status)] : undefined;
  return new Refusal(code ?? 'internal');
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  const [status, text] = refusals[refusal.code];
  const { fields, current, detail, step, found, reason, tombstone } = refusal.more;
  return {
    type: `urn:servanda:problem:${refusal.code}`,
    title: text,
    status,
    detail: detail ?? text,
    code: refusal.code,
    requestId,
    ...(fields ? { fields } : {}),
    ...(current === undefined ? {} : { current }),
    ...(step ? { step } : {}),
    ...(found ? { found } : {}),
    ...(reason ? { reason } : {}),
    ...(tombstone ? { tombstone } : {}),
  };
}

/** The one place where an error becomes an answer: RFC 9457 problem+json, never a stack or SQL. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(Log) private readonly log: Log,
    @Inject(RefusedActs) private readonly refused: RefusedActs,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void | Promise<void> {
    const request = host.switchToHttp().getRequest<DoorRequest>();
    const reply = host.switchToHttp().getResponse<DoorReply>();
    const refusal = refusalOf(error);
    if (refusal.code === 'internal') this.log.fault(String(request.id), error);
    if (refusal.code === 'unavailable' && !(error instanceof Refusal)) this.log.unavailable(String(request.id), error);
    const door = this.refused.noteworthy(request, refusals[refusal.code][0]);
    if (!door) return sendProblem(reply, refusal, String(request.id));
    return this.refused.note(request, door, refusal).then(() => sendProblem(reply, refusal, String(request.id)));
  }
}

export function sendProblem(reply: DoorReply, refusal: Refusal, requestId: string): void {
  if (reply.sent) return;
  const problem = problemOf(refusal, requestId);
  if ([429, 503].includes(problem.status) && !reply.hasHeader('retry-after')) reply.header('retry-after', String(refusal.more.retryAfter ?? 2));
  if (refusal.more.size !== undefined) reply.header('content-range', `bytes */${refusal.more.size}`);
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
