import { Criminalisation, contract } from '@servanda/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey, useDraft } from '../../platform/draft.ts';
import { newerIn } from '../../platform/newer.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { type Pending, rowsOf, shownIn, withCells } from './matrix-draft.ts';
import { noSteps, stepped, takenBack, takenUp } from './matrix-history.ts';

/** The matrix with what is typed over it; typed cells are kept on this device until the service has them, and can be taken back one by one. */
export function useMatrixDraft(matrix: Criminalisation) {
  const { t } = useTranslation(['criminalisation']);
  const { person } = useSession();
  const draft = useDraft<{ version: number; cells: readonly Pending[] }>(draftKey(person.id, matrix.dossier, 'criminalisation'), {
    version: matrix.version,
    cells: [],
  });
  const [steps, setSteps] = useState(noSteps);
  const isOpen = matrix.may.fill.allowed;
  const typed = draft.value.cells;
  const pending = useMemo(() => (isOpen ? typed : []), [isOpen, typed]);
  const forget = (version: number) => {
    draft.discard({ version, cells: [] });
    setSteps(noSteps);
  };
  const saving = useAct(contract.assessments.fillCriminalisation, {
    outdates: [contract.assessments.criminalisation, contract.dossiers.obligations],
    onSuccess: ({ version }) => {
      forget(version);
      toastDone(t('criminalisation:save.done'));
      announce(t('criminalisation:save.done'));
    },
  });
  const newer = newerIn(saving.error, Criminalisation);
  const refused = Object.keys(faultsOf(saving.error)).flatMap((path) => {
    const cell = pending[Number(/^cells\.(\d+)/.exec(path)?.[1])];
    return cell ? [`${cell.row} ${cell.column}`] : [];
  });
  const rows = useMemo(() => rowsOf(matrix), [matrix]);
  const read = useMemo(() => shownIn(matrix, pending), [matrix, pending]);
  // Begun on what is seen now; what was begun earlier stays with the version it was begun on.
  const type = (cells: readonly Pending[]) => draft.change({ version: pending.length === 0 ? matrix.version : draft.value.version, cells });
  const set = (cells: readonly Pending[]) => {
    setSteps(stepped(steps, pending));
    type(withCells(matrix, pending, cells));
  };
  const step = (taken: ReturnType<typeof takenBack>, words: string) => {
    if (!taken) return;
    setSteps(taken.steps);
    type(taken.cells);
    announce(words);
  };
  return {
    ...{ rows, read, pending, isOpen, set, newer, refused, error: saving.error, isSaving: saving.isPending },
    back: steps.done.length > 0 ? () => step(takenBack(steps, pending), t('criminalisation:undo.done')) : null,
    forth: steps.undone.length > 0 ? () => step(takenUp(steps, pending), t('criminalisation:undo.again')) : null,
    save: () => saving.mutate({ params: { id: matrix.dossier }, body: { version: newer?.version ?? draft.value.version, cells: [...pending] } }),
    discard: () => {
      forget(matrix.version);
      saving.reset();
    },
  };
}
export type MatrixWork = ReturnType<typeof useMatrixDraft>;
