import { useTranslation } from 'react-i18next';
import type { Stays } from './what-stays.ts';

/** Warns that a release covers less than what stands, and says what goes on counting of earlier ones. */
export function StaysNote({ stays }: { stays: readonly Stays[] }) {
  const { t, i18n } = useTranslation(['publications']);
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <div role="status">
      {stays.length > 0 ? (
        <div className="release-moved">
          <strong>{t('publications:stays.title')}</strong>
          <ul>
            {stays.flatMap(({ number, articles, criminalisation }) => [
              articles.length > 0 ? (
                <li key={`${number}`}>{t('publications:stays.articles', { count: articles.length, articles: list.format(articles.map(String)), number })}</li>
              ) : null,
              criminalisation ? <li key={`${number}-matrix`}>{t('publications:stays.criminalisation', { number })}</li> : null,
            ])}
          </ul>
          <p className="small">{t('publications:stays.how')}</p>
        </div>
      ) : null}
    </div>
  );
}
