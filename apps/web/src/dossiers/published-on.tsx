import { contract, type PublicRelease } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { countingOf } from './counting-releases.ts';
import './published-on.css';

/** Number and day of a release, and where it covers some articles alone, which; each of several that count is a way to it. */
function ReleaseLine({ release, isLinked }: { release: PublicRelease; isLinked: boolean }) {
  const { t, i18n } = useTranslation(['opening']);
  const { id, number, publishedAt, articles } = release;
  const told = t('opening:release', { number, day: dayInWords(publishedAt.slice(0, 10)) });
  const some = articles && articles.length < 12 ? articles : [];
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(some.map(String));
  return (
    <>
      {isLinked ? <a href={`/public/publications/${id}`}>{told}</a> : told}
      {some.length ? ` · ${t('opening:only', { articles: list, count: some.length })}` : null}
    </>
  );
}

/** What anyone has published about a State, each with its public page, and the page that sets them side by side. */
export function PublishedOn({ iso3, stateName }: { iso3: string; stateName: string }) {
  const { t } = useTranslation(['opening']);
  // Releases come while somebody works: unlike the catalogue, they are asked for anew.
  const { data, isError } = useQuery({ ...ask(contract.publications.publicState, { params: { iso3 } }), staleTime: 60_000 });
  const dossiers = countingOf(data?.publications ?? []);
  return (
    <section className="published-on" aria-label={t('opening:published', { state: stateName })}>
      <h3>
        {t('opening:published', { state: '' })}
        <span {...english}>{stateName}</span>
      </h3>
      {isError ? <p className="small soft">{t('opening:unreached')}</p> : null}
      {data && dossiers.length === 0 ? <p className="small soft">{t('opening:nothingPublished')}</p> : null}
      {dossiers.length ? (
        <>
          <ul>
            {dossiers.map(([newest, ...before]) =>
              newest ? (
                <li key={newest.dossier}>
                  <a href={`/public/publications/${newest.id}`}>
                    <bdi>{newest.organisation.name}</bdi>
                  </a>{' '}
                  <span className="small soft">
                    {t(newest.kind === 'own' ? 'opening:byGovernment' : 'opening:byOther')} · <ReleaseLine release={newest} isLinked={false} />
                  </span>
                  {before.map((release) => (
                    <span key={release.id} className="small soft">
                      {t('opening:otherArticles')} <ReleaseLine release={release} isLinked />
                    </span>
                  ))}
                </li>
              ) : null,
            )}
          </ul>
          <p>
            <a href={`/public/states/${iso3}/compare`}>{t('opening:sideBySide')}</a>
          </p>
          <p className="small soft">{t('opening:publishedLead')}</p>
        </>
      ) : null}
    </section>
  );
}
