import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { documentTypes, type May } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkRowItem } from './bulk-row.tsx';
import { faultsOfRow, isClosed, isHopeless, isReady } from './bulk-rows.ts';
import { DropPlace } from './drop-place.tsx';
import { SetForAll } from './set-for-all.tsx';
import { useBulk } from './use-bulk.ts';

const accepted = Object.keys(documentTypes)
  .map((ending) => `.${ending}`)
  .join(',');
const underWay = ['waiting', 'adding', 'sending'];

/** Many files, each of which becomes a piece: what is said of all, what is said of each, and how far they are. */
export function FilesPart({ dossier, may }: { dossier: string; may: May }) {
  const { t } = useTranslation(['bulk', 'evidence']);
  const { rows: bulk, learn } = useBulk(dossier);
  const rows = useSyncExternalStore(bulk.subscribe, bulk.rows);
  // What is missing is marked once somebody tried to go on without it.
  const [isTried, setTried] = useState(false);
  const isRunning = rows.some(({ state }) => underWay.includes(state));
  const open = rows.filter((row) => row.state !== 'kept');
  useWindowEvent('beforeunload', (event) => {
    if (open.length > 0) event.preventDefault();
  });
  const chosen = rows.filter((row) => row.isChosen);
  const ready = chosen.filter(isReady);
  const lacking = chosen.filter((row) => !isClosed(row) && Object.keys(faultsOfRow(row)).length > 0);
  const kept = rows.filter(({ state }) => state === 'kept').length;
  const failed = ready.filter(({ state }) => state === 'refused').length;
  const without = rows.filter((row) => row.evidence !== null && isHopeless(row)).length;
  return (
    <>
      <DropPlace
        may={may}
        accept={accepted}
        multiple
        choose={t('bulk:files.choose')}
        drop={t('bulk:files.drop')}
        onFiles={(files) => learn(bulk.add(files, { kind: '', originator: '', datedOn: '', language: '', confidentiality: 'internal' }))}
      >
        <p>{t('evidence:file.accepted')}</p>
      </DropPlace>
      {rows.length > 0 ? (
        <>
          <SetForAll bulk={bulk} chosen={chosen.filter((row) => !isClosed(row)).length} />
          <ul className="bulk-rows" aria-label={t('bulk:files.list')}>
            {rows.map((row) => (
              <BulkRowItem key={row.key} dossier={dossier} bulk={bulk} row={row} isTried={isTried} />
            ))}
          </ul>
          <div className="bulk-acts">
            <Button
              loading={isRunning}
              disabled={chosen.length === 0}
              onClick={() => {
                setTried(true);
                void bulk.bring();
              }}
            >
              {failed > 0 && failed === chosen.length ? t('bulk:files.retry', { count: failed }) : t('bulk:files.bring', { count: chosen.length })}
            </Button>
            <p role="status">
              {isRunning
                ? t('bulk:files.progress', { done: kept, total: kept + rows.filter(({ state }) => underWay.includes(state)).length })
                : [
                    kept > 0 ? t('bulk:files.doneAll', { count: kept }) : '',
                    failed + without > 0 ? t('bulk:files.failed', { count: failed + without }) : '',
                    isTried && lacking.length > 0 ? t('bulk:files.lacking', { count: lacking.length }) : '',
                  ]
                    .filter(Boolean)
                    .join(' ')}
            </p>
            {kept > 0 && !isRunning ? (
              <Link to="/dossiers/$dossier/evidence" params={{ dossier }}>
                {t('bulk:files.toLibrary')}
              </Link>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}
