import type { JournalEntry } from '@servanda/contract';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeInWords } from '../../platform/dates.ts';
import { momentOf } from './day-groups.ts';
import { EntryDetails } from './entry-details.tsx';
import { useFactWords } from './fact-words.ts';
import { useSentence } from './sentence.ts';
import { ThingLink } from './thing-link.tsx';

interface RowProps {
  entry: JournalEntry;
  names: Readonly<Record<string, string>>;
  onPerson: (person: string) => void;
}

/** One act as a sentence; its facts open below it. */
export function JournalRow({ entry, names, onPerson }: RowProps) {
  const { t } = useTranslation(['journal']);
  const sentence = useSentence();
  const { text } = useFactWords(names);
  const [isOpen, open] = useState(false);
  const id = `entry-${entry.seq}`;
  return (
    <>
      <tr className="entry" data-group={entry.act === 'act.refused' ? 'refusal' : undefined}>
        <td className="entry-time">
          <time dateTime={momentOf(entry)}>{timeInWords(momentOf(entry))}</time>
        </td>
        <td className="entry-who">
          <Who entry={entry} names={names} onPerson={onPerson} />
        </td>
        <td className="entry-what">
          <span>{sentence(entry)}</span>
          {entry.act === 'act.refused' ? <small>{text(['code'], entry.data['code'])}</small> : null}
        </td>
        <td className="entry-link">
          <ThingLink entry={entry} />
        </td>
        <td className="entry-more no-print">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('journal:open', { seq: entry.seq })}
            data-stop
            onClick={() => open(!isOpen)}
          >
            <IconChevronDown size={16} stroke={1.75} aria-hidden />
          </button>
        </td>
      </tr>
      <tr id={id} className="entry-opened" hidden={!isOpen}>
        <td colSpan={5}>{isOpen ? <EntryDetails entry={entry} names={names} /> : null}</td>
      </tr>
    </>
  );
}

function Who({ entry: { person, role, key, act }, names, onPerson }: RowProps) {
  const { t } = useTranslation(['journal', 'people']);
  if (!person) return <span className="soft">{t(act === 'session.failed' || act === 'second_factor.refused' ? 'journal:nobody' : 'journal:system')}</span>;
  return (
    <>
      <button type="button" className="entry-person" onClick={() => onPerson(person.id)}>
        <bdi>{person.name ?? t('journal:gone')}</bdi>
      </button>
      <small>
        {role ? t(`people:role.${role}`) : null}
        {key ? `, ${t('journal:byKey', { key: names[key] ?? key.slice(-12) })}` : null}
      </small>
    </>
  );
}
