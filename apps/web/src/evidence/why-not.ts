import { useTranslation } from 'react-i18next';
import { Refused } from '../platform/api.ts';
import { wordsOf } from '../platform/words-of-refusal.ts';
import type { Sending } from './upload-queue.ts';

/** The sentence that stands at a file which was not kept. */
export function useWhyNot(): (why: Sending['why']) => string {
  const { t } = useTranslation(['platform']);
  return (why) => (why === null ? '' : typeof why === 'string' ? t(`platform:refusals.${why}`) : wordsOf(why).text);
}

const passing = [401, 429];
/** Whether the same file may be kept another time: what stood in its way was the network, the service or the sign-in, and not the file. */
export const mayPassLater = (why: Sending['why']): boolean => {
  if (why === null) return true;
  if (typeof why === 'string') return false;
  return !(why instanceof Refused) || why.problem.status >= 500 || passing.includes(why.problem.status) || why.problem.code === 'still_running';
};
