import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { moveStop, useKeys } from '../../platform/keyboard/use-keys.ts';
import { Page } from '../../platform/shell/page.tsx';
import { toastRefusal } from '../../platform/toasts.tsx';
import { useSession } from '../session.ts';
import { type JournalSearch, journalOf } from './journal.needs.ts';
import { JournalActs } from './journal-acts.tsx';
import { JournalFilters } from './journal-filters.tsx';
import { JournalTable } from './journal-table.tsx';
import { VerifyNotice } from './verify-notice.tsx';
import './journal.css';

const route = getRouteApi('/inside/journal');

/** The register of the organisation. */
export function JournalPage() {
  const { t } = useTranslation(['journal']);
  const { organisation } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: page } = useSuspenseQuery(journalOf(search));
  const verify = useMutation({ mutationFn: () => call(contract.people.journalVerification, {}), onError: toastRefusal });
  useKeys([
    { key: 'j', does: 'tables:rowKey.next', act: () => moveStop(1) },
    { key: 'k', does: 'tables:rowKey.previous', act: () => moveStop(-1) },
  ]);
  const { before, ...filters } = search;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  /** A changed filter begins again with the newest. */
  const filter = (part: Partial<JournalSearch>, replace = false) =>
    void navigate({ search: (now) => ({ ...now, ...part, before: undefined }), replace, resetScroll: false });
  const goTo = (from: number | undefined) => void navigate({ search: (now) => ({ ...now, before: from }) });
  return (
    <Page
      title={t('journal:title')}
      lead={t('journal:lead', { organisation: organisation.name })}
      acts={<JournalActs isVerifying={verify.isPending} onVerify={() => verify.mutate()} />}
    >
      <div role="status">
        {verify.isPending ? <p className="soft">{t('journal:verify.running')}</p> : null}
        {verify.data && !verify.isPending ? <VerifyNotice found={verify.data} /> : null}
      </div>
      <JournalFilters search={search} isFiltered={isFiltered} onFilter={filter} />
      {page.items.length > 0 ? (
        <JournalTable entries={page.items} names={page.names} onPerson={(person) => filter({ person })} />
      ) : (
        <p role="status">{t(isFiltered ? 'journal:noneFound' : 'journal:none')}</p>
      )}
      <nav className="journal-pages no-print" aria-label={t('journal:pages')}>
        {before ? (
          <Button variant="default" size="compact-sm" onClick={() => goTo(undefined)}>
            {t('journal:newest')}
          </Button>
        ) : null}
        {page.next ? (
          <Button variant="default" size="compact-sm" onClick={() => goTo(page.next ?? undefined)}>
            {t('journal:older')}
          </Button>
        ) : null}
        {!page.next && !isFiltered && page.items.length > 0 ? <p className="soft small">{t('journal:end')}</p> : null}
      </nav>
    </Page>
  );
}
