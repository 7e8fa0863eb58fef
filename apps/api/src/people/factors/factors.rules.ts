import { type Door, isOwnAccount, isWayIn, type RefusalCode, type SignInMethod } from '@servanda/contract';

const second: readonly SignInMethod[] = ['totp', 'recovery', 'passkey', 'single_sign_on_mfa'];

/** Whether one of these proves more than a password. */
export const holdsSecondFactor = (methods: readonly SignInMethod[]): boolean => methods.some((method) => second.includes(method));

interface Trust {
  methods: readonly SignInMethod[];
  secondFactorFrom: string | null;
}

/** The organisation asks every member for a second factor by now, and this session has not shown one. */
export const isSecondFactorMissing = ({ methods, secondFactorFrom }: Trust, now: Date): boolean =>
  secondFactorFrom !== null && Date.parse(secondFactorFrom) <= now.getTime() && !holdsSecondFactor(methods);

/** The organisation asks for its own sign-in, and this session has not come by it. */
export const isSingleSignOnMissing = ({ isSingleSignOnOnly, methods }: Pick<Trust, 'methods'> & { isSingleSignOnOnly: boolean }): boolean =>
  isSingleSignOnOnly && !methods.includes('single_sign_on');

/** The organisation in whose dossier a guest works asks for a second factor, which this session has not shown. Its own sign-in is for its members. */
export const guestRefusal = ({ methods }: Pick<Trust, 'methods'>, shared: Pick<Trust, 'secondFactorFrom'> | null, now: Date): RefusalCode | null =>
  shared && isSecondFactorMissing({ methods, secondFactorFrom: shared.secondFactorFrom }, now) ? 'second_factor_missing' : null;

/** With what a session is refused at a door for how it was opened; null: it is not. The own account is always reached. */
export function trustRefusal(door: Pick<Door, 'path'>, session: Trust & { isSingleSignOnOnly: boolean }, now: Date): RefusalCode | null {
  if (isOwnAccount(door)) return null;
  if (isSecondFactorMissing(session, now)) return 'second_factor_missing';
  return isSingleSignOnMissing(session) && !isWayIn(door) ? 'single_sign_on_missing' : null;
}
