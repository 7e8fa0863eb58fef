import type { Assessment, Evidence } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { useFaultWords } from '../platform/form/fault-words.ts';
import type { CitationValue } from './assess-values.ts';
import { CitationRow } from './citation-row.tsx';
import { EvidencePicker } from './evidence-picker.tsx';
import type { AssessFields } from './lane-choice.tsx';
import type { Chosen } from './use-chosen.ts';
import type { Piece } from './use-pieces.ts';

interface CitationsFieldProps extends AssessFields {
  chosen: Chosen;
  pieces: ReadonlyMap<string, Piece>;
  /** How many withdrawn pieces of the judgement before this one could not be cited again. */
  leftOut: number;
}

/** The evidence cited: found in the library of the dossier, each with where in it and whether it supports or contradicts. */
export function CitationsField({ chosen: { dossier, element, history }, pieces, value: { citations }, faults, change, leftOut }: CitationsFieldProps) {
  const { t } = useTranslation(['assessments']);
  const words = useFaultWords();
  const set = (at: number, part: Partial<CitationValue>) => change({ citations: citations.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  const cite = ({ id, title }: Evidence) => {
    change({ citations: [...citations, { evidence: id, pinpoint: '', stance: 'supports', passage: null }] });
    announce(t('assessments:cite.added', { title }));
  };
  const remove = (at: number, title: string) => {
    change({ citations: citations.filter((_, i) => i !== at) });
    announce(t('assessments:cite.removed', { title }));
  };
  return (
    <section className="citations-field" aria-labelledby="citations">
      <h3 id="citations">{t('assessments:cite.title')}</h3>
      {leftOut > 0 ? <p className="proof-warning">{t('assessments:cite.leftOut', { count: leftOut })}</p> : null}
      {citations.length === 0 ? <p className="soft">{t('assessments:cite.none')}</p> : null}
      <ol className="citation-rows">
        {citations.map((citation, i) => (
          <CitationRow
            // The same piece may be cited twice, with two pinpoints or passages.
            key={`${citation.evidence} ${citations.slice(0, i).filter(({ evidence }) => evidence === citation.evidence).length}`}
            dossier={dossier}
            citation={citation}
            cited={history[0]?.citations.find((one) => isOfPassage(one, citation))}
            piece={pieces.get(citation.evidence) ?? 'fetching'}
            fault={words(
              faults[`citations.${i}`] ?? faults[`citations.${i}.evidence`] ?? faults[`citations.${i}.pinpoint`] ?? faults[`citations.${i}.passage`],
            )}
            change={(part) => set(i, part)}
            remove={(title) => remove(i, title)}
          />
        ))}
      </ol>
      {faults['citations'] ? <p role="alert">{words(faults['citations'])}</p> : null}
      <EvidencePicker dossier={dossier} onCite={cite} />
      <p className="small">
        <Link to="/dossiers/$dossier/evidence" params={{ dossier }} search={{ add: true, of: element.code }} target="_blank">
          {t('assessments:cite.add')}
        </Link>{' '}
        <span className="soft">{t('assessments:cite.addHint')}</span>
      </p>
    </section>
  );
}

/** Whether a kept citation is of the same passage: what is known of it is known of this one, too. */
const isOfPassage = ({ evidence, passage }: Assessment['citations'][number], value: CitationValue): boolean =>
  passage !== null &&
  evidence === value.evidence &&
  passage.file === value.passage?.file &&
  passage.page === value.passage.page &&
  passage.from === value.passage.from &&
  passage.to === value.passage.to;
