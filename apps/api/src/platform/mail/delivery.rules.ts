// What a failed attempt means for the letter: again, when, or never.

/** Minutes to wait after the first, second, … attempt; the last one repeats. Greylisting servers take a letter after one to fifteen minutes. */
const waits = [1, 5, 15, 30, 60, 120, 240, 480];
/** Attempts that a server answered before the letter is given up: about four days, as RFC 5321 section 4.5.4.1 advises. */
export const mostAttempts = 18;
/** A letter that could not be handed over in this time is dead, whoever was at fault; its links have run out by then. */
export const giveUp = '5 days';
/** Addresses of letters that are over are forgotten after this time. */
export const keepAddresses = '30 days';
/** For how long one process holds a letter; longer than any attempt may take. */
export const lease = '3 minutes';
export const longestAttempt = 90_000;
/** While the server does not answer, all letters wait; it is asked again at least this often. */
const serverWait = 15;

export interface Failure {
  /** nodemailer's code, such as `ETIMEDOUT`. */
  code?: string | undefined;
  /** The SMTP reply, where the server gave one. */
  responseCode?: number | undefined;
  /** The SMTP command it answered. */
  command?: string | undefined;
}

export interface Verdict {
  /** What is kept and shown: a code, never the server's words. */
  error: string;
  /** When to try again; null: never. */
  next: Date | null;
  /** It was not about this letter: others will meet the same. */
  isServer: boolean;
}

export function afterFailure(failure: Failure, attempts: number, now: Date): Verdict {
  const { responseCode, command } = failure;
  const error = responseCode ? `SMTP ${responseCode}` : (failure.code ?? 'unknown').slice(0, 40);
  const aboutLetter = command === 'RCPT TO' || command === 'DATA' || (failure.code === 'EENVELOPE' && command === 'API');
  const inMinutes = (most: number) => new Date(now.getTime() + Math.min(waits[Math.min(attempts, waits.length) - 1] ?? 1, most) * 60_000);
  if (!aboutLetter) return { error, next: inMinutes(serverWait), isServer: true };
  // 552 to a recipient means "full just now" (RFC 5321 section 4.5.3.1.10).
  const isPermanent = responseCode ? responseCode >= 500 && responseCode !== 552 : failure.code === 'EENVELOPE';
  return { error, next: isPermanent || attempts >= mostAttempts ? null : inMinutes(Number.POSITIVE_INFINITY), isServer: false };
}
