import { Button } from '@mantine/core';
import type { Evidence, May, NationalProvision } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { Pager } from '../../platform/table/pager.tsx';
import { spanInWords } from '../validity.ts';
import { type LawsSearch, provisionsOf, provisionsSize } from './laws.needs.ts';
import { ProvisionEntry } from './provision-entry.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/laws');
type Law = Pick<Evidence, 'id' | 'title' | 'citation' | 'language'> & { force: string | null };

interface LawsViewProps {
  dossier: string;
  laws: readonly Evidence[];
  may: May;
  enter: (part: Partial<LawsSearch>) => void;
  change: (part: Partial<LawsSearch>) => void;
}

/** Law by law, its provisions with what can be done about each; laws without any are shown, so that none is forgotten. */
export function LawsView({ dossier, laws, may, enter, change }: LawsViewProps) {
  const { t } = useTranslation(['evidence', 'laws']);
  const search = route.useSearch();
  const { items, total } = useSuspenseQuery(provisionsOf(dossier, search)).data;
  const byLaw = Map.groupBy(items, ({ law }) => law.id);
  const isFiltered = Boolean(search.q || search.withdrawn);
  const page = search.page ?? 1;
  const isWhole = total <= provisionsSize;
  const known = laws.filter(({ id, withdrawn }) => (search.law ? id === search.law : true) && (byLaw.has(id) || (!isFiltered && isWhole && !withdrawn)));
  const strange = [...byLaw.values()].flatMap(([one]) => (one && !known.some(({ id }) => id === one.law.id) ? [{ ...one.law, force: null }] : []));
  const shown: Law[] = [...known.map((law) => ({ ...law, force: spanInWords('force', law.inForceFrom, law.inForceTo, t) })), ...strange];
  return (
    <>
      {shown.length === 0 ? <p>{t('laws:nothing')}</p> : null}
      {shown.map((law) => (
        <OfLaw key={law.id} dossier={dossier} law={law} provisions={byLaw.get(law.id) ?? []} may={may} enter={enter} />
      ))}
      <Pager page={page} size={provisionsSize} total={total} onPage={(to) => change({ page: to > 1 ? to : undefined })} />
    </>
  );
}

interface OfLawProps {
  dossier: string;
  law: Law;
  provisions: readonly NationalProvision[];
  may: May;
  enter: (part: Partial<LawsSearch>) => void;
}

function OfLaw({ dossier, law, provisions, may, enter }: OfLawProps) {
  const { t } = useTranslation(['laws']);
  return (
    <section className="law" aria-labelledby={`law-${law.id}`}>
      <div className="law-head">
        <h2 id={`law-${law.id}`} lang={law.language}>
          <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: law.id }} title={t('laws:law.open')}>
            <bdi>{law.title}</bdi>
          </Link>
        </h2>
        <Allowed may={may}>
          {(refused) => (
            <Button
              className="no-print"
              variant="subtle"
              size="compact-sm"
              aria-label={t('laws:act.of', { act: t('laws:act.enter'), article: law.title })}
              onClick={() => enter({ law: law.id })}
              {...refused}
            >
              {t('laws:act.enter')}
            </Button>
          )}
        </Allowed>
      </div>
      <p className="small soft">
        {law.citation ? <bdi>{law.citation}</bdi> : null}
        {law.citation && law.force ? ' · ' : null}
        {law.force}
      </p>
      {provisions.length === 0 ? <p className="soft">{t('laws:law.none')}</p> : null}
      {provisions.map((provision) => (
        <ProvisionEntry key={provision.id} dossier={dossier} provision={provision} />
      ))}
    </section>
  );
}
