import { Button } from '@mantine/core';
import type { May } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import type { MatrixWork } from './use-matrix-draft.ts';

/** How many cells are not saved, saving them, and why they were not; nothing while there is none. */
export function SaveBar({ work, may }: { work: MatrixWork; may: May }) {
  const { t } = useTranslation(['criminalisation']);
  const { pending, newer, refused, error } = work;
  if (may.allowed && pending.length === 0 && !work.back && !work.forth) return null;
  return (
    <div className="matrix-save no-print">
      {newer ? (
        <p className="notice" role="alert">
          {t('criminalisation:save.newer', { cells: refused.join(', ') })}
        </p>
      ) : (
        <>
          <RefusalNotice error={error} />
          {refused.length > 0 ? <p className="notice notice-fault">{t('criminalisation:save.refused', { cells: refused.join(', ') })}</p> : null}
        </>
      )}
      <div className="matrix-acts-row">
        {may.allowed ? <p>{t('criminalisation:save.count', { count: pending.length })}</p> : null}
        <Allowed may={may}>
          {(held) => (
            <Button loading={work.isSaving} onClick={work.save} {...held}>
              {t(newer ? 'criminalisation:save.over' : 'criminalisation:save.act')}
            </Button>
          )}
        </Allowed>
        {may.allowed ? (
          <>
            {work.back ? (
              <Button variant="subtle" onClick={work.back}>
                {t('criminalisation:undo.act')}
              </Button>
            ) : null}
            {work.forth ? (
              <Button variant="subtle" onClick={work.forth}>
                {t('criminalisation:undo.redo')}
              </Button>
            ) : null}
            <Button variant="subtle" onClick={work.discard}>
              {t('criminalisation:save.discard')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
