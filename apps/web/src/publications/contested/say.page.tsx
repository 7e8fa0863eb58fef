import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';
import { english } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { type ContestedSearch, dossiersOn, releasesOn } from './contested.needs.ts';

const route = getRouteApi('/inside/say');

/** The way in from a public page: on to the dossier in whose name it is said. */
export function SayPage() {
  const { t } = useTranslation(['statements']);
  const { state, ...saying } = route.useSearch();
  return state ? (
    <Choose state={state} saying={saying} />
  ) : (
    <Page title={t('statements:from.title')} lead={t('statements:nothing')}>
      {null}
    </Page>
  );
}

function Choose({ state, saying }: { state: string; saying: ContestedSearch }) {
  const { t } = useTranslation(['statements']);
  const { data } = useSuspenseQuery(dossiersOn(state));
  const [first, ...more] = data.items;
  if (first && more.length === 0) return <Navigate to="/dossiers/$dossier/publications/contested" params={{ dossier: first.id }} search={saying} replace />;
  return (
    <Page title={t('statements:from.title')} lead={t(first ? 'statements:from.choose' : 'statements:from.none')}>
      <WhatIsSaid state={state} saying={saying} />
      {first ? (
        <ul>
          {data.items.map(({ id, title }) => (
            <li key={id}>
              <Link to="/dossiers/$dossier/publications/contested" params={{ dossier: id }} search={saying}>
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Link to="/dossiers/open" search={{ iso3: state }}>
            {t('statements:from.open')}
          </Link>
        </p>
      )}
    </Page>
  );
}

/** What is said, to whom and on what; nothing where the address names no release on the State. */
function WhatIsSaid({ state, saying: { act, release, element } }: { state: string; saying: ContestedSearch }) {
  const { t } = useTranslation(['statements']);
  const { data: published } = useSuspenseQuery(releasesOn(state));
  const { data: obligations } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const about = published.items.find(({ id }) => id === release);
  const found = obligations.items.flatMap(({ elements }) => elements).find(({ code }) => code === element);
  if (!about || !found || (act !== 'reply' && act !== 'ask')) return null;
  return (
    <>
      <p>{t(`statements:from.what_${act}`, { who: about.organisation.name, citation: found.citation, number: about.number })}</p>
      <p className="serif" {...english}>
        {found.citation}: {found.title}
      </p>
    </>
  );
}
