import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOf } from '../../dossiers/as-of.ts';
import { announce } from '../../platform/announce.tsx';
import { Page } from '../../platform/shell/page.tsx';
import { CellBar } from './cell-bar.tsx';
import { criminalisationOf, dossierOf } from './criminalisation.needs.ts';
import { MatrixActs } from './matrix-acts.tsx';
import { MatrixDownloads } from './matrix-downloads.tsx';
import type { Place } from './matrix-draft.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { idOf } from './matrix-line.tsx';
import { filled, type Pasted, pastedAt } from './matrix-paste.ts';
import { type Range, spanOf, within } from './matrix-range.ts';
import { MatrixVerdicts } from './matrix-verdicts.tsx';
import { PasteReport } from './paste-report.tsx';
import type { Way } from './paste-way.ts';
import { SaveBar } from './save-bar.tsx';
import { useMatrixDraft } from './use-matrix-draft.ts';
import { useNamedMatrix } from './use-matrix-names.ts';
import { useValueWords } from './use-value-words.ts';
import './matrix.css';

const route = getRouteApi('/inside/dossiers/$dossier/criminalisation');

/** The criminalisation matrix of a dossier: filled in like a spreadsheet, act by act on a phone, printed on A3. */
export function CriminalisationPage() {
  // The words of the fields, too, from the start: a page that waits for words loses the cell on which its reader stands.
  const { t } = useTranslation(['criminalisation', 'matrix', 'people', 'evidence', 'assessments']);
  const { dossier } = route.useParams();
  const matrix = useNamedMatrix(useSuspenseQuery(criminalisationOf(dossier, useAsOf())).data);
  const isExporter = useSuspenseQuery(dossierOf(dossier, useAsOf())).data.may.export.allowed;
  const work = useMatrixDraft(matrix);
  const { known } = useValueWords();
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [range, choose] = useState<Range>({ held: { row: 'STATE', column: 'C01' }, at: { row: 'STATE', column: 'C01' } });
  const [pasted, setPasted] = useState<{ done: Pasted; again: (way: Way) => void } | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { at } = range;
  const columns = matrix.columns.map(({ code }) => code);
  const span = spanOf(range, work.rows, columns);
  const pasteFrom = (from: Place, text: string, way: Way | null) => {
    const done = pastedAt(text, from, { rows: work.rows, columns, read: work.read, known }, way);
    const again = (chosen: Way) => {
      pasteFrom(from, text, chosen);
      document.getElementById(idOf(from))?.focus();
    };
    setPasted({ done, again });
    if (!('cells' in done)) return;
    if (done.cells.length > 0) work.set(done.cells);
    announce(t('criminalisation:paste.done', { count: done.cells.length }));
  };
  const paste = (text: string, isOurs: boolean) => {
    const from = { row: work.rows[span.rows[0]]?.code ?? at.row, column: columns[span.columns[0]] ?? at.column };
    const full = filled(text, span);
    pasteFrom(from, full ?? text, full !== null || isOurs ? 'grid' : null);
  };
  return (
    <Page title={t('criminalisation:title')} lead={t('criminalisation:lead')} acts={isExporter ? <MatrixDownloads dossier={dossier} /> : null}>
      <div className="matrix">
        <MatrixLegend />
        {pasted ? <PasteReport pasted={pasted.done} again={pasted.again} close={() => setPasted(null)} /> : null}
        {isNarrow ? (
          <MatrixActs matrix={matrix} work={work} at={at} go={(to) => choose({ held: to, at: to })} />
        ) : (
          <>
            <CellBar
              matrix={matrix}
              work={work}
              at={at}
              chosen={within(span, work.rows, columns)}
              place={bar}
              leave={() => document.getElementById(idOf(at))?.focus()}
            />
            <MatrixGrid matrix={matrix} work={work} range={range} choose={choose} paste={paste} enter={() => bar.current?.querySelector('select')?.focus()} />
          </>
        )}
        <SaveBar work={work} may={matrix.may.fill} />
        <MatrixVerdicts matrix={matrix} />
      </div>
    </Page>
  );
}
