import { type Session, sessionLimits } from '@servanda/contract';

const minute = 60_000;
/** How long before its end a session says so. */
const warnFor = 5 * minute;

export type Ending = { why: 'idle' | 'longest'; minutes: number; isOver: boolean } | null;

/** Whether a session is about to end, and why: unused since `heard`, or at its longest. Moments in milliseconds. */
export function endingOf({ expiresAt }: Pick<Session, 'expiresAt'>, heard: number, now: number): Ending {
  const idle = heard + sessionLimits.idleMinutes * minute;
  const longest = Date.parse(expiresAt);
  const left = Math.min(idle, longest) - now;
  return left > warnFor ? null : { why: longest <= idle ? 'longest' : 'idle', minutes: Math.max(0, Math.ceil(left / minute)), isOver: left <= 0 };
}
