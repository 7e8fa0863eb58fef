import type { Config } from '../../platform/config.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { type CeremonyKind, ceremonyMinutes } from './ceremonies.ts';

const nameOf = (kind: CeremonyKind, { isSecure }: Config) => `${isSecure ? '__Host-' : ''}servanda-${kind.replaceAll('_', '-')}`;

/** Hands out the token of a step: HttpOnly, of this host only, gone when the step runs out. */
export function setStepCookie(reply: DoorReply, kind: CeremonyKind, token: string, config: Config): void {
  const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure, maxAge: ceremonyMinutes(kind) * 60 } as const;
  reply.setCookie(nameOf(kind, config), token, settings);
}

export const stepCookie = (request: DoorRequest, kind: CeremonyKind, config: Config): string | null => request.cookies[nameOf(kind, config)] ?? null;

export const clearStepCookie = (reply: DoorReply, kind: CeremonyKind, config: Config): void =>
  void reply.clearCookie(nameOf(kind, config), { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure });
