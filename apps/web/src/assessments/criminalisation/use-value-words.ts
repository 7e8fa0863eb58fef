import { CriminalisationValue } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import type { MatrixRow, Shown } from './matrix-draft.ts';
import type { ValueWords } from './matrix-keys.ts';

const of = (words: (value: CriminalisationValue) => string): Record<CriminalisationValue, string> => ({
  ...{ yes: words('yes'), partly: words('partly'), no: words('no') },
  ...{ not_applicable: words('not_applicable'), unknown: words('unknown') },
});

/** The values in the reader's language, the letters that stand for them, and a cell in words. */
export function useValueWords() {
  const { t } = useTranslation(['criminalisation']);
  const known: ValueWords = { words: of((value) => t(`criminalisation:value.${value}`)), letters: of((value) => t(`criminalisation:letter.${value}`)) };
  const valueInWords = (value: CriminalisationValue | null) => t(`criminalisation:value.${value ?? 'none'}`);
  const rowInWords = ({ kind, name, code }: MatrixRow) => (kind === 'state' ? t('criminalisation:state') : `${code} ${name}`);
  const codeInWords = (code: string) => (code === 'STATE' ? t('criminalisation:state') : code);
  /** Where a value comes from, and that it is not saved; empty where there is nothing to say. */
  const originInWords = ({ from, isPending }: Shown, row: MatrixRow): string =>
    [
      from === null ? '' : from === row.code ? t('criminalisation:cell.own') : t('criminalisation:cell.from', { row: codeInWords(from) }),
      isPending ? t('criminalisation:cell.pending') : '',
    ]
      .filter(Boolean)
      .join(', ');
  return { known, valueInWords, rowInWords, codeInWords, originInWords };
}
