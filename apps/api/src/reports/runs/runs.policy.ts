import type { May, ReportRun } from '@servanda/contract';

type Who = { person: string; role: string; key: string | null };
type Facts = Pick<ReportRun, 'state' | 'isRestrictedIn' | 'askedBy' | 'file'>;
const yes: May = { allowed: true, because: null };
const no = (because: 'role' | 'state'): May => ({ allowed: false, because });

/** Whoever ordered a report, and the lead, may stop it and have it made anew; one with restricted evidence is for whoever said why it is wanted. Pure. */
export const policy = {
  cancel: (who: Who, run: Facts): May => (mayChange(who, run) ? (run.state === 'waiting' || run.state === 'working' ? yes : no('state')) : no('role')),
  retry: (who: Who, run: Facts): May => {
    if (!mayChange(who, run) || (run.isRestrictedIn && who.person !== run.askedBy.id)) return no('role');
    return run.state === 'failed' || run.state === 'cancelled' || run.file?.isKept === false ? yes : no('state');
  },
  fetch: (who: Who, run: Facts): May => {
    if (run.isRestrictedIn && (who.person !== run.askedBy.id || who.key !== null)) return no('role');
    return run.file?.isKept ? yes : no('state');
  },
};

const mayChange = (who: Who, run: Facts): boolean => who.person === run.askedBy.id || who.role === 'lead';
