import type { Criminalisation } from '@servanda/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** How the acts, groups and columns of the matrix are named in the reader's language, by their codes. What has no name there keeps the catalogue's. */
export function useMatrixNames() {
  const { t } = useTranslation(['matrix']);
  return useMemo(() => {
    const named = (names: Record<string, string>) => (code: string, given: string) => names[code] ?? given;
    return {
      column: named(t('matrix:column', { returnObjects: true })),
      asks: named(t('matrix:asks', { returnObjects: true })),
      act: named(t('matrix:act', { returnObjects: true })),
      object: named(t('matrix:object', { returnObjects: true })),
      group: named(t('matrix:group', { returnObjects: true })),
    };
  }, [t]);
}

/** The matrix as it came, named in the reader's language. */
export function useNamedMatrix(matrix: Criminalisation): Criminalisation {
  const names = useMatrixNames();
  return useMemo(
    () => ({
      ...matrix,
      columns: matrix.columns.map((one) => ({ ...one, title: names.column(one.code, one.title), asks: names.asks(one.code, one.asks) })),
      groups: matrix.groups.map((one) => ({ ...one, title: names.group(one.code, one.title) })),
      acts: matrix.acts.map((one) => ({ ...one, act: names.act(one.code, one.act), object: names.object(one.group, one.object) })),
    }),
    [matrix, names],
  );
}
