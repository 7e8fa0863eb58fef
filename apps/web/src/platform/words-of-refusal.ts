import type { FieldFault } from '@servanda/contract';
import i18next from 'i18next';
import { Refused, Unreached } from './api.ts';

export interface Worded {
  title: string;
  text: string;
  /** To be quoted to the operator; null where the service was not reached. */
  requestId: string | null;
}

/** Turns whatever was thrown into words: what happened, that nothing was lost, what to do. */
export function wordsOf(error: unknown): Worded {
  const t = i18next.getFixedT(null, 'platform');
  if (error instanceof Refused) {
    const { code, requestId, reason } = error.problem;
    return {
      title: t(`errors.title.${code === 'not_found' ? 'notFound' : code === 'forbidden' ? 'forbidden' : 'refused'}`),
      text: reason ? t(`unfits.${reason}`) : t(`refusals.${code}`),
      requestId,
    };
  }
  if (error instanceof Unreached) return { title: t('errors.title.unreached'), text: t('errors.unreached'), requestId: null };
  return { title: t('errors.title.fault'), text: t('errors.fault'), requestId: null };
}

/** What stands beneath the title of a refusal: its sentence, without what the title has said already. */
export const beneath = ({ title, text }: Worded): string => (text.startsWith(`${title}. `) ? text.slice(title.length + 2) : text);

/** The faults of single fields that the API named, by path; empty for any other error. */
export const faultsOf = (error: unknown): Record<string, string> =>
  error instanceof Refused ? Object.fromEntries((error.problem.fields ?? []).map((fault: FieldFault) => [fault.path, fault.message])) : {};
