import { useTranslation } from 'react-i18next';
import { wordsOf } from '../platform/words-of-refusal.ts';
import type { Sending } from './upload-queue.ts';

/** The sentence that stands at a file which was not kept. */
export function useWhyNot(): (why: Sending['why']) => string {
  const { t } = useTranslation(['platform']);
  return (why) => (why === null ? '' : typeof why === 'string' ? t(`platform:refusals.${why}`) : wordsOf(why).text);
}
