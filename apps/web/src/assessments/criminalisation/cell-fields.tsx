import { NativeSelect, TextInput } from '@mantine/core';
import { CriminalisationValue } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PieceSelect } from '../../evidence/piece-select.tsx';
import { provisionsToName } from './criminalisation.needs.ts';
import type { MatrixRow, Pending, Shown } from './matrix-draft.ts';
import { useValueWords } from './use-value-words.ts';

interface CellFieldsProps {
  dossier: string;
  row: MatrixRow;
  column: string;
  shown: Shown;
  /** What holds where the row says nothing of its own. */
  inherited: CriminalisationValue | null;
  isOpen: boolean;
  set: (cells: Pending[]) => void;
}
type Kind = 'none' | 'provision' | 'evidence' | 'words';
const kinds: readonly Kind[] = ['none', 'provision', 'evidence', 'words'];
const kindOf = (said: string): Kind => kinds.find((kind) => kind === said) ?? 'none';

/** The value of one cell and where it was read. A source belongs to a value that is set in this very row. */
export function CellFields({ dossier, row, column, shown, inherited, isOpen, set }: CellFieldsProps) {
  const { t } = useTranslation(['criminalisation']);
  const { valueInWords } = useValueWords();
  const { own } = shown;
  const provisions = useQuery({ ...provisionsToName(dossier), enabled: isOpen && own !== null }).data?.items ?? [];
  const say = (value: CriminalisationValue | null, source: Pending['source'] = null) => set([{ row: row.code, column, value, source }]);
  const source = own?.source ?? null;
  const choose = (kind: Kind) => {
    if (!own) return;
    const [first] = provisions;
    if (kind === 'none') say(own.value);
    else if (kind === 'provision') say(own.value, first ? { kind, provision: first.id } : null);
    else if (kind === 'evidence') say(own.value, { kind, evidence: '', pinpoint: '' });
    else say(own.value, { kind, words: '' });
  };
  const nothing = inherited === null ? t('criminalisation:cell.inheritNone') : t('criminalisation:cell.inherit', { value: valueInWords(inherited) });
  return (
    <div className="matrix-fields">
      <NativeSelect
        label={t('criminalisation:cell.value')}
        disabled={!isOpen}
        value={own?.value ?? ''}
        onChange={(event) => {
          const value = CriminalisationValue.safeParse(event.currentTarget.value).data ?? null;
          say(value, value === null ? null : source);
        }}
        data={[{ value: '', label: nothing }, ...CriminalisationValue.options.map((value) => ({ value, label: valueInWords(value) }))]}
      />
      <NativeSelect
        label={t('criminalisation:source.kind')}
        disabled={!isOpen || own === null}
        value={source?.kind ?? 'none'}
        onChange={(event) => choose(kindOf(event.currentTarget.value))}
        data={kinds.map((kind) => ({ value: kind, label: t(`criminalisation:source.${kind}`), disabled: kind === 'provision' && provisions.length === 0 }))}
      />
      {own && source?.kind === 'provision' ? (
        <NativeSelect
          label={t('criminalisation:source.provision')}
          disabled={!isOpen}
          value={source.provision}
          onChange={(event) => say(own.value, { kind: 'provision', provision: event.currentTarget.value })}
          data={provisions.map(({ id, article, law }) => ({ value: id, label: `${law.title}, ${article}` }))}
        />
      ) : null}
      {own && source?.kind === 'evidence' ? (
        <>
          <PieceSelect
            dossier={dossier}
            label={t('criminalisation:source.evidence')}
            value={source.evidence}
            fault={undefined}
            isStanding
            change={(evidence) => say(own.value, { ...source, evidence })}
          />
          <TextInput
            label={t('criminalisation:source.pinpoint')}
            maxLength={200}
            dir="auto"
            value={source.pinpoint ?? ''}
            onChange={(event) => say(own.value, { ...source, pinpoint: event.currentTarget.value })}
          />
        </>
      ) : null}
      {own && source?.kind === 'words' ? (
        <TextInput
          label={t('criminalisation:source.wordsLabel')}
          maxLength={300}
          dir="auto"
          value={source.words}
          onChange={(event) => say(own.value, { kind: 'words', words: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}
