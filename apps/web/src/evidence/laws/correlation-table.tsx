import { Button } from '@mantine/core';
import { type Correlation, type CorrelationRow, contract, type May } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { dayInWords, momentInWords } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask } from '../../platform/queries.ts';
import { english } from '../../platform/settings.ts';
import { forceSpan } from './force-span.ts';
import { penaltyInWords } from './penalty-words.ts';
import './correlation.css';

interface CorrelationTableProps {
  table: Correlation;
  hasTexts: boolean;
  mayEnter: May;
  enter: (element: string) => void;
}

/** Every element of the articles with the provisions that serve it, a provision a row; on paper its head says on each page whose it is and of what day. */
export function CorrelationTable({ table, hasTexts, mayEnter, enter }: CorrelationTableProps) {
  const { t } = useTranslation(['laws', 'dossiers']);
  const articles = [...new Set(table.items.map(({ article }) => article))];
  const width = hasTexts ? 5 : 4;
  return (
    <table className="record record-stacks correlation" data-texts={hasTexts ? '' : undefined}>
      <caption className="unseen">{t('laws:table.title')}</caption>
      <thead>
        <PaperHead table={table} width={width} />
        <tr>
          <th scope="col">{t('laws:table.element')}</th>
          <th scope="col">{t('laws:table.provision')}</th>
          <th scope="col">{t('laws:table.force')}</th>
          <th scope="col">{t('laws:table.penalty')}</th>
          {hasTexts ? <th scope="col">{t('laws:table.text')}</th> : null}
        </tr>
      </thead>
      {articles.map((article) => (
        <tbody key={article}>
          <tr className="correlation-article">
            <th scope="rowgroup" colSpan={width}>
              {t('laws:table.article', { article })}
            </th>
          </tr>
          {table.items
            .filter((row) => row.article === article)
            .map((row) => (
              <ElementRows key={row.element} dossier={table.dossier.id} row={row} hasTexts={hasTexts} mayEnter={mayEnter} enter={enter} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

const inWords = (asOf: string) => (asOf.length === 10 ? dayInWords(asOf) : momentInWords(asOf));

/** On paper only, and on every page of it. */
function PaperHead({ table: { dossier, on, articles, counts }, width }: { table: Correlation; width: number }) {
  const { t } = useTranslation(['laws', 'dossiers']);
  const asOf = useAsOf();
  const { data: treaty } = useSuspenseQuery(ask(contract.treaties.treaty, {}));
  return (
    <tr className="correlation-paper">
      <th colSpan={width}>
        <span className="correlation-state serif">
          {dossier.stateName} · {t('laws:table.title')} ·{' '}
          {articles.from === articles.to ? t('laws:table.article', { article: articles.from }) : t('laws:table.articles', articles)}
        </span>
        <span {...english}>{treaty.title}</span>
        <span>
          {t('laws:table.inForceOn', { day: dayInWords(on) })} · {counts.holes ? t('laws:table.holes', { count: counts.holes }) : t('laws:table.noHoles')} ·{' '}
          {dossier.organisation} · {dossier.title}
          {asOf ? ` · ${t('laws:table.asOf', { day: inWords(asOf) })}` : null}
        </span>
      </th>
    </tr>
  );
}

function ElementRows({ dossier, row, hasTexts, mayEnter, enter }: Omit<CorrelationTableProps, 'table'> & { dossier: string; row: CorrelationRow }) {
  const { t } = useTranslation(['laws', 'dossiers']);
  const span = Math.max(1, row.provisions.length);
  const head = (
    <th scope="row" rowSpan={span} className="correlation-element">
      <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: row.obligation }} search={{ element: row.element }} data-stop {...english}>
        <b>{row.citation}</b> {row.title}
      </Link>
      {row.notInForce > 0 ? <small>{t('laws:table.rest', { count: row.notInForce })}</small> : null}
    </th>
  );
  const [first, ...rest] = row.provisions;
  if (!first)
    return (
      <tr data-hole={row.applies ? '' : undefined}>
        {head}
        <td colSpan={hasTexts ? 4 : 3}>
          {row.applies ? (
            <span className="correlation-hole">
              <span>{t('laws:table.hole')}</span>
              <Allowed may={mayEnter}>
                {(refused) => (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    className="no-print"
                    aria-label={t('laws:table.enterFor', { citation: row.citation })}
                    onClick={() => enter(row.element)}
                    {...refused}
                  >
                    {t('laws:table.enter')}
                  </Button>
                )}
              </Allowed>
            </span>
          ) : (
            <span className="soft">{t('laws:table.notApplies', { ground: row.ground ? t(`dossiers:ground.${row.ground}`) : '' })}</span>
          )}
        </td>
      </tr>
    );
  return (
    <>
      <tr>
        {head}
        <ProvisionCells dossier={dossier} provision={first} hasTexts={hasTexts} />
      </tr>
      {rest.map((provision) => (
        <tr key={provision.id} className="correlation-further">
          <ProvisionCells dossier={dossier} provision={provision} hasTexts={hasTexts} />
        </tr>
      ))}
    </>
  );
}

function ProvisionCells({ dossier, provision: p, hasTexts }: { dossier: string; provision: CorrelationRow['provisions'][number]; hasTexts: boolean }) {
  const { t } = useTranslation(['evidence', 'laws']);
  return (
    <>
      <td className="correlation-provision" lang={p.law.language}>
        <Link to="/dossiers/$dossier/laws" params={{ dossier }} search={{ view: 'laws', law: p.law.id }} hash={`provision-${p.id}`}>
          <bdi>
            <b>{p.article}</b> {p.title}
          </bdi>
        </Link>
        <small>
          <bdi>{p.law.title}</bdi>
        </small>
        {p.law.isRestricted ? <small lang="">{t('laws:provision.restricted')}</small> : null}
      </td>
      <td className="correlation-force">
        {forceSpan(p, t) ?? <span className="soft">{t('laws:provision.noDay')}</span>}
        {p.amendedFrom ? <small>{t('laws:provision.amendedFrom', { day: dayInWords(p.amendedFrom) })}</small> : null}
      </td>
      <td className="correlation-penalty" data-empty={p.penalties.length === 0 ? '' : undefined}>
        {p.penalties.map((penalty, i) => (
          <span key={i} className="penalty">
            <bdi>{penaltyInWords(penalty, t)}</bdi>
          </span>
        ))}
        {p.penalties.length === 0 ? <span aria-hidden>–</span> : null}
      </td>
      {hasTexts ? (
        <td className="correlation-text serif" lang={p.law.language} dir="auto">
          {p.text}
        </td>
      ) : null}
    </>
  );
}
