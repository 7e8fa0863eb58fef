import { Checkbox, VisuallyHidden } from '@mantine/core';
import type { ElementState, ObligationState } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProofMark } from '../platform/marks/proof-mark.tsx';
import { Verdict } from '../platform/marks/verdict.tsx';
import { english } from '../platform/settings.ts';
import { byArticle, rowFacts } from './checklist-row.ts';
import { GivenTo } from './given-to.tsx';

interface ChecklistTableProps {
  dossier: string;
  obligations: readonly ObligationState[];
  /** Codes of the obligations whose elements are shown. */
  open: readonly string[];
  onOpen: (code: string) => void;
  /** Codes of the elements that are chosen, to be given to somebody; null where the reader may not give. */
  chosen: ReadonlySet<string> | null;
  onChoose: (elements: readonly string[], isChosen: boolean) => void;
}
const columns = ['law', 'practice', 'proof', 'evidence', 'review', 'gaps'] as const;
const lanes = ['law', 'practice'] as const;

/** The obligations by article; one with several elements unfolds to them. */
export function ChecklistTable({ dossier, obligations, open, onOpen, chosen, onChoose }: ChecklistTableProps) {
  const { t } = useTranslation(['obligations']);
  return (
    <table className="record record-stacks checklist">
      <caption className="unseen">{t('obligations:checklist.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('obligations:checklist.column.obligation')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`obligations:checklist.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {byArticle(obligations).map(([article, group]) => (
        <tbody key={article}>
          <tr className="checklist-article">
            <th scope="rowgroup" colSpan={columns.length + 1}>
              {t('obligations:checklist.article', { article })} <small>{t('obligations:checklist.articleCount', { count: group.length })}</small>
            </th>
          </tr>
          {group.flatMap((state) => [
            <Row
              key={state.code}
              dossier={dossier}
              state={state}
              elements={state.elements}
              isOpen={open.includes(state.code)}
              onOpen={() => onOpen(state.code)}
              chosen={chosen}
              onChoose={onChoose}
            />,
            ...(state.elements.length > 1 && open.includes(state.code)
              ? state.elements.map((element) => (
                  <Row key={element.code} dossier={dossier} state={element} elements={[element]} element={element} chosen={chosen} onChoose={onChoose} />
                ))
              : []),
          ])}
        </tbody>
      ))}
    </table>
  );
}

interface RowProps extends Pick<ChecklistTableProps, 'chosen' | 'onChoose'> {
  dossier: string;
  state: ObligationState | ElementState;
  elements: readonly ElementState[];
  element?: ElementState;
  isOpen?: boolean;
  onOpen?: () => void;
}

function Row({ dossier, state, elements, element, isOpen, onOpen, chosen, onChoose }: RowProps) {
  const { t, i18n } = useTranslation(['obligations', 'assessments', 'gaps', 'organisation', 'texts']);
  const codes = elements.map((one) => one.code);
  const { supports, contradicts, outOfDate, reviews, gaps, lacks } = rowFacts(elements);
  const code = element?.obligation ?? state.code;
  const proven = lanes.filter((lane) => state[`${lane}Proof`] !== 'none');
  return (
    <tr className={element ? 'checklist-element' : undefined}>
      <th scope="row" className="wide">
        <div className="checklist-name">
          {chosen ? (
            <Checkbox
              className="checklist-choose no-print"
              size="xs"
              aria-label={t('organisation:assign.choose', { citation: state.citation })}
              checked={codes.every((one) => chosen.has(one))}
              indeterminate={codes.some((one) => chosen.has(one)) && !codes.every((one) => chosen.has(one))}
              onChange={({ currentTarget }) => onChoose(codes, currentTarget.checked)}
            />
          ) : null}
          <div>
            <Link
              to="/dossiers/$dossier/obligations/$code"
              params={{ dossier, code }}
              search={element ? { element: element.code } : {}}
              data-stop
              data-code={element?.code ?? code}
              {...english}
            >
              <strong className="checklist-citation">{state.citation}</strong> {state.title}
            </Link>
            <GivenTo elements={elements} />
            {onOpen && elements.length > 1 ? (
              <button type="button" className="checklist-fold no-print" aria-expanded={isOpen} onClick={onOpen}>
                {t('obligations:checklist.elements', { count: elements.length })}
                <VisuallyHidden> {t(isOpen ? 'obligations:checklist.collapse' : 'obligations:checklist.expand', { citation: state.citation })}</VisuallyHidden>
              </button>
            ) : null}
          </div>
        </div>
      </th>
      {lanes.map((lane) => (
        <td key={lane} className="checklist-lane" data-label={t(`obligations:checklist.column.${lane}`)}>
          <Verdict lane={lane} verdict={state[lane]} applies={state.applies} />
        </td>
      ))}
      <td data-label={t('obligations:checklist.column.proof')} data-empty={proven.length === 0 ? '' : undefined}>
        {proven.map((lane) => (
          <span key={lane} className="checklist-proof">
            <ProofMark proof={state[`${lane}Proof`]} silent />
            {t(`obligations:checklist.proof.${lane}`, { proof: t(`assessments:proof.${state[`${lane}Proof`]}`).toLocaleLowerCase(i18n.language) })}
          </span>
        ))}
        {proven.length === 0 ? <span className="soft">{t('obligations:checklist.noProof')}</span> : null}
      </td>
      <td data-label={t('obligations:checklist.column.evidence')}>
        <span className={supports > 0 || contradicts > 0 ? undefined : 'soft'}>
          {[
            t('obligations:checklist.supports', { count: supports }),
            contradicts > 0 ? t('obligations:checklist.contradicts', { count: contradicts }) : null,
            outOfDate > 0 ? t('obligations:checklist.outOfDate', { count: outOfDate }) : null,
            // What is out of date is counted already.
            ...lacks.filter((lack) => lack !== 'older_than_shelf_life').map((lack) => t(`texts:lackShort.${lack}`)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </td>
      <td data-label={t('obligations:checklist.column.review')}>
        {reviews
          .map(({ status, count }) => {
            const word = status ? t(`assessments:review.${status}`) : t('obligations:checklist.noReview');
            return elements.length > 1 ? t('obligations:checklist.reviewCount', { count, status: word.toLocaleLowerCase(i18n.language) }) : word;
          })
          .join(', ')}
      </td>
      <td data-label={t('obligations:checklist.column.gaps')}>
        {gaps.length ? gaps.map((kind) => t(`gaps:kind.${kind}`)).join(' · ') : <span className="soft">{t('obligations:checklist.noGaps')}</span>}
      </td>
    </tr>
  );
}
