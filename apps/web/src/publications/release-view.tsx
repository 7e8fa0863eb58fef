import type { ReleaseElement, ReleaseMatter } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { CoverageTable } from '../gaps/coverage-table.tsx';
import { dayInWords } from '../platform/dates.ts';
import { ProofMark } from '../platform/marks/proof-mark.tsx';
import { Verdict } from '../platform/marks/verdict.tsx';
import { english } from '../platform/settings.ts';
import { MatrixView } from './matrix-view.tsx';

/** A release as the public will read it: nothing here is not in it, and nothing is in it that is not here. */
export function ReleaseView({ matter }: { matter: ReleaseMatter }) {
  const { t } = useTranslation(['publications', 'dossiers']);
  const { organisation, dossier, coverage, elements, evidence, leftOut } = matter;
  return (
    <article className="release-view" aria-label={t('publications:preview.public')}>
      <header>
        <p className="serif release-state">
          <bdi>{matter.stateName}</bdi>
        </p>
        <p>
          <strong>
            <bdi>{organisation.name}</bdi>
          </strong>{' '}
          · {t(`dossiers:kind.${dossier.kind}`)} · <bdi>{dossier.title}</bdi>
        </p>
        <p className="small soft">{t('publications:preview.asOf', { day: dayInWords(matter.asOf), catalogue: matter.catalogue.version })}</p>
        {matter.note ? (
          <p>
            <bdi>{matter.note}</bdi>
          </p>
        ) : null}
      </header>
      <CoverageTable
        caption={t('publications:preview.coverage')}
        of={t('publications:preview.article')}
        rows={coverage.byArticle.map(({ article, ...lanes }) => ({ key: String(article), head: t('publications:choice.article', { article }), ...lanes }))}
        overall={coverage.overall}
      />
      <details>
        <summary>{t('publications:preview.elements', { count: elements.length })}</summary>
        <ol className="release-elements">
          {elements.map((element) => (
            <ElementView key={element.code} element={element} />
          ))}
        </ol>
      </details>
      <details>
        <summary>{t('publications:preview.evidence', { count: evidence.length })}</summary>
        <ol className="release-evidence">
          {evidence.map((piece) => (
            <li key={piece.ref} value={piece.ref}>
              <bdi lang={piece.language}>{piece.title}</bdi>
              <span className="small soft">
                <bdi>{[piece.originator, piece.citation].filter(Boolean).join(', ')}</bdi>
              </span>
              {piece.files.map((file) => (
                <span className="small" key={file.id}>
                  <bdi>{file.name}</bdi>
                </span>
              ))}
            </li>
          ))}
        </ol>
      </details>
      {matter.criminalisation ? <MatrixView matrix={matter.criminalisation} /> : null}
      {leftOut.files > 0 ? <p className="small soft">{t('publications:preview.noCopy', { files: leftOut.files })}</p> : null}
      <p className="small soft">
        {t('publications:preview.leftOut', { internal: leftOut.internalPieces, restricted: leftOut.restrictedPieces, suppressed: leftOut.suppressed.length })}
      </p>
    </article>
  );
}

function ElementView({ element }: { element: ReleaseElement }) {
  const { t } = useTranslation(['publications', 'assessments']);
  return (
    <li>
      <p>
        <strong {...english}>{element.citation}</strong> <span {...english}>{element.title}</span>
      </p>
      {element.applies ? (
        <p className="small release-verdicts">
          <span>
            {t('assessments:lane.law')}: <Verdict lane="law" verdict={element.law} /> <ProofMark proof={element.lawProof} />
          </span>
          <span>
            {t('assessments:lane.practice')}: <Verdict lane="practice" verdict={element.practice} /> <ProofMark proof={element.practiceProof} />
          </span>
        </p>
      ) : (
        <p className="small">
          {t('assessments:notApplicable')} <bdi>{element.groundReason}</bdi>
        </p>
      )}
      {element.contributedBy ? (
        <p className="small">
          {t('publications:preview.contributed')}{' '}
          <strong>
            <bdi>{element.contributedBy}</bdi>
          </strong>
        </p>
      ) : null}
      {element.reasons ? (
        <p className="serif">
          <bdi>{element.reasons}</bdi>
        </p>
      ) : null}
      {element.citations.length > 0 ? (
        <p className="small">
          {element.citations.map(({ ref, pinpoint }) => (
            <span key={`${ref} ${pinpoint}`} className="release-citation">
              [{ref}] <bdi>{pinpoint}</bdi>
            </span>
          ))}
        </p>
      ) : null}
      {element.restsOnUnpublished ? <p className="small soft">{t('publications:preview.unpublished')}</p> : null}
    </li>
  );
}
