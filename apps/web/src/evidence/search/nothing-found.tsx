import type { Answer, contract } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Nothing answers: what may have been meant, pieces of a similar title, and how to ask otherwise. */
export function NothingFound({
  dossier,
  near,
  isFiltered,
  clear,
}: {
  dossier: string;
  near: Answer<typeof contract.evidence.search>['near'];
  isFiltered: boolean;
  clear: () => void;
}) {
  const { t } = useTranslation(['search']);
  return (
    <div className="nothing-found">
      {near.words ? (
        <p className="did-you-mean">
          {t('search:near.meant')}{' '}
          <Link to="/dossiers/$dossier/search" params={{ dossier }} search={(now) => ({ ...now, q: near.words ?? undefined, page: undefined })} dir="auto">
            {near.words}
          </Link>
        </p>
      ) : null}
      {near.pieces.length ? (
        <>
          <h2>{t('search:near.titles')}</h2>
          <ul>
            {near.pieces.map(({ id, title }) => (
              <li key={id}>
                <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: id }}>
                  <bdi>{title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {isFiltered ? (
        <p>
          <button type="button" className="as-link" onClick={clear}>
            {t('search:near.unfiltered')}
          </button>
        </p>
      ) : null}
      <HowToAsk />
    </div>
  );
}

/** What can be asked, by example. */
export function HowToAsk() {
  const { t } = useTranslation(['search']);
  return (
    <section className="how-to-ask" aria-labelledby="how-to-ask">
      <h2 id="how-to-ask">{t('search:how.title')}</h2>
      <dl>
        {(['words', 'phrase', 'begin', 'accents', 'inside', 'restricted'] as const).map((one) => (
          <div key={one}>
            <dt>
              <bdi>{t(`search:how.${one}.ask`)}</bdi>
            </dt>
            <dd>{t(`search:how.${one}.finds`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
