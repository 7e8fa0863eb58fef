import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from './as-of.ts';

/** The way from every page of a dossier to its search; on a phone a link. The page of the search has a field of its own, and the past is not searched. */
export function DossierSearchField({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['dossiers']);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (useAsOf() || pathname.endsWith('/search')) return null;
  return (
    <div className="dossier-search no-print">
      <search aria-label={t('dossiers:search')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
            void navigate({ to: '/dossiers/$dossier/search', params: { dossier }, search: { q: q || undefined } });
          }}
        >
          <TextInput
            name="q"
            type="search"
            size="xs"
            aria-label={t('dossiers:search')}
            placeholder={t('dossiers:search')}
            maxLength={200}
            leftSection={<IconSearch size={15} aria-hidden />}
            data-search-dossier
            aria-keyshortcuts="/"
          />
        </form>
      </search>
      <Link to="/dossiers/$dossier/search" params={{ dossier }} aria-label={t('dossiers:search')}>
        <IconSearch size={19} aria-hidden />
      </Link>
    </div>
  );
}
