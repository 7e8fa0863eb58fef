import { doors, JournalAct, type JournalEntry } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

const summaries = new Map(doors.map((door) => [door.name, door.summary]));
const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const within = (value: unknown, name: string): string | undefined =>
  value && typeof value === 'object' ? textOf(Object.entries(value).find(([key]) => key === name)?.[1]) : undefined;

/** Names and codes keep their own direction within a sentence of another (Unicode isolates). */
const isolated = (text: string) => `\u2068${text}\u2069`;
const leftToRight = (text: string) => `\u2066${text}\u2069`;

/** The sentence of an entry, without who did it; an act that this version does not know is shown by its name. */
export function useSentence(): (entry: JournalEntry) => string {
  const { t } = useTranslation(['journal']);
  return ({ act, data, title, dossier, subjectId, element }) => {
    const known = JournalAct.safeParse(act);
    if (!known.success) return act;
    return t(`journal:acts.${known.data}`, {
      title: isolated(
        title ?? within(data['after'], 'title') ?? within(data['after'], 'name') ?? textOf(data['name']) ?? dossier?.title ?? t('journal:unnamed'),
      ),
      element: leftToRight(element ?? t('journal:unnamed')),
      number: textOf(data['number']) ?? '',
      format: textOf(data['format'])?.toUpperCase() ?? '',
      door: isolated(summaries.get(subjectId ?? '') ?? subjectId ?? ''),
    });
  };
}
