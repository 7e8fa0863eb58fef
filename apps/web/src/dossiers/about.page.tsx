import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FollowButton } from '../people/watching/follow-button.tsx';
import { dayInWords, momentInWords } from '../platform/dates.ts';
import { ask } from '../platform/queries.ts';
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { Part } from '../platform/shell/part.tsx';
import { Applicability } from './applicability.tsx';
import { seen, useAsOf } from './as-of.ts';
import { FactsForm } from './facts-form.tsx';
import { Period } from './period.tsx';
import { ShelfLifeForm } from './shelf-life-form.tsx';
import './dossiers.css';

const route = getRouteApi('/inside/dossiers/$dossier/about');

/** Facts, what does not apply and why, dates with their rule and source, the record itself. */
export function AboutPage() {
  const { t } = useTranslation(['dossiers', 'people', 'shelf']);
  const { dossier: id } = route.useParams();
  const asOf = useAsOf();
  const { data: dossier } = useSuspenseQuery(ask(contract.dossiers.get, seen(id, asOf)));
  const { data: states } = useSuspenseQuery(ask(contract.dossiers.obligations, seen(id, asOf)));
  const record = [
    [t('dossiers:about.organisation'), `${dossier.organisation.name} (${t(`people:kind.${dossier.organisation.kind}`)})`],
    [t('dossiers:about.openedBy'), dossier.openedBy],
    [t('dossiers:about.openedOn'), momentInWords(dossier.openedAt)],
    [t('dossiers:about.catalogue'), dossier.catalogueVersion],
    [t('dossiers:about.version'), String(dossier.version)],
  ] as const;
  // On a phone the head of the dossier has no room for it.
  const follow = (
    <span className="about-follow">
      <FollowButton what={{ kind: 'dossier', dossier: id }} of={dossier.title} />
    </span>
  );
  return (
    <Page title={t('dossiers:about.title')} acts={follow}>
      <Part title={t('dossiers:about.facts')}>
        <FactsForm key={JSON.stringify(dossier.shelfLife)} dossier={dossier} />
      </Part>
      <Part title={t('dossiers:about.applicability')}>
        <Applicability dossier={dossier} states={states.items.flatMap(({ elements }) => elements)} />
      </Part>
      <Part title={t('dossiers:about.deadlines')}>
        <table className="record record-stacks">
          <thead>
            <tr>
              <th scope="col">{t('dossiers:about.event')}</th>
              <th scope="col">{t('dossiers:about.date')}</th>
              <th scope="col">{t('dossiers:about.rule')}</th>
            </tr>
          </thead>
          <tbody>
            {dossier.deadlines.map(({ kind, on, rule, source, isOverride }) => (
              <tr key={kind}>
                <th scope="row">{t(`dossiers:deadline.${kind}`)}</th>
                <td>{on ? dayInWords(on) : t('dossiers:dashboard.noDate')}</td>
                <td className="small soft">
                  <span {...english}>{rule}</span>
                  {source ? <div {...english}>{source}</div> : null}
                  {isOverride ? <div>{t('dossiers:about.printed')}</div> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Part title={t('shelf:title')} lead={t('shelf:lead')}>
        <ShelfLifeForm dossier={dossier} />
      </Part>
      <Part title={t('dossiers:about.record')}>
        <dl className="dossier-facts">
          {record.map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>{t('dossiers:about.period')}</dt>
          <dd>{dossier.periodFrom || dossier.periodTo ? <Period from={dossier.periodFrom} to={dossier.periodTo} /> : t('dossiers:about.noPeriod')}</dd>
        </dl>
      </Part>
    </Page>
  );
}
