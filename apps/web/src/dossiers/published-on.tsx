import { contract, type PublicRelease } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import './published-on.css';

/** The newest release of each dossier that stands, the State's own record first. */
const newestOf = (releases: readonly PublicRelease[]): PublicRelease[] => {
  const standing = releases.filter(({ withdrawn }) => withdrawn === null);
  const newest = [...new Map(standing.toReversed().map((release) => [release.dossier, release])).values()];
  return newest.toSorted((a, b) => Number(b.kind === 'own') - Number(a.kind === 'own') || b.publishedAt.localeCompare(a.publishedAt));
};

/** What anyone has published about a State, each with its public page, and the page that sets them side by side. */
export function PublishedOn({ iso3, stateName }: { iso3: string; stateName: string }) {
  const { t } = useTranslation(['opening']);
  // Releases come while somebody works: unlike the catalogue, they are asked for anew.
  const { data, isError } = useQuery({ ...ask(contract.publications.publicState, { params: { iso3 } }), staleTime: 60_000 });
  const releases = newestOf(data?.publications ?? []);
  return (
    <section className="published-on" aria-label={t('opening:published', { state: stateName })}>
      <h3>
        {t('opening:published', { state: '' })}
        <span {...english}>{stateName}</span>
      </h3>
      {isError ? <p className="small soft">{t('opening:unreached')}</p> : null}
      {data && releases.length === 0 ? <p className="small soft">{t('opening:nothingPublished')}</p> : null}
      {releases.length ? (
        <>
          <ul>
            {releases.map(({ id, number, organisation, kind, publishedAt }) => (
              <li key={id}>
                <a href={`/public/publications/${id}`}>
                  <bdi>{organisation.name}</bdi>
                </a>{' '}
                <span className="small soft">
                  {t(kind === 'own' ? 'opening:byGovernment' : 'opening:byOther')} ·{' '}
                  {t('opening:release', { number, day: dayInWords(publishedAt.slice(0, 10)) })}
                </span>
              </li>
            ))}
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
