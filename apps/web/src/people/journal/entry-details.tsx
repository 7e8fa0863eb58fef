import type { JournalEntry } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../platform/dates.ts';
import { changedRows, otherFacts } from './fact-rows.ts';
import { useFactWords } from './fact-words.ts';

/** What an entry tells, when it is opened: what changed, whatever else it says, and its place in the chain. */
export function EntryDetails({ entry, names }: { entry: JournalEntry; names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation(['journal']);
  const { label, text } = useFactWords(names);
  const changed = changedRows(entry.data);
  // The dossier and the element stand in the sentence.
  const others = otherFacts(entry.data).filter(({ path }) => !['dossier', 'element'].includes(path.join('.')));
  return (
    <div className="entry-details">
      {changed.length > 0 ? (
        <table className="entry-changes">
          <thead>
            <tr>
              <th scope="col">{t('journal:details.fact')}</th>
              <th scope="col">{t('journal:details.before')}</th>
              <th scope="col">{t('journal:details.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ path, before, after }) => (
              <tr key={path.join('\n')}>
                <th scope="row">{label(path)}</th>
                <td>
                  <bdi>{text(path, before)}</bdi>
                </td>
                <td>
                  <bdi>{text(path, after)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changed.length === 0 && others.length === 0 ? <p className="soft">{t('journal:details.nothing')}</p> : null}
      <dl className="entry-facts">
        {others.map(({ path, value }) => (
          <div key={path.join('\n')}>
            <dt>{label(path)}</dt>
            <dd>
              <bdi>{text(path, value)}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('journal:details.number')}</dt>
          <dd>{entry.seq}</dd>
        </div>
        {entry.session ? (
          <div>
            <dt>{t('journal:details.session')}</dt>
            <dd>
              <code title={entry.session}>{entry.session.slice(-12)}</code>
            </dd>
          </div>
        ) : null}
        {entry.key ? (
          <div>
            <dt>{t('journal:details.key')}</dt>
            <dd>
              <code title={entry.key}>{entry.key.slice(-12)}</code>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('journal:details.hash')}</dt>
          <dd>
            <code title={entry.hash}>{entry.hash.slice(0, 16)}</code>
          </dd>
        </div>
      </dl>
      {entry.toldAt ? <p className="small soft">{t('journal:demonstration', { at: momentInWords(entry.at) })}</p> : null}
    </div>
  );
}
