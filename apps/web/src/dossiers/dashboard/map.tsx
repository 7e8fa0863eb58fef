import { contract, type Lane } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moveStop, useKeys } from '../../platform/keyboard/use-keys.ts';
import { ask } from '../../platform/queries.ts';
import type { Run } from '../../treaties/text/text-context.ts';
import { TreatyText } from '../../treaties/text/treaty-text.tsx';
import { MarkedRun } from './marked-run.tsx';
import type { Standing } from './standing.ts';
import './map.css';

interface MapProps {
  dossier: string;
  standings: ReadonlyMap<string, Standing>;
  lane: Lane;
}

/** The code of the obligation or element in focus, if the focus is in the text. */
const inFocus = () => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['stop'] : undefined);

/** Articles 1 to 12 as the map of the treaty's state. */
export function TreatyMap({ dossier, standings, lane }: MapProps) {
  const { t } = useTranslation(['dossiers']);
  const navigate = useNavigate();
  const { data: provisions } = useSuspenseQuery(ask(contract.treaties.provisions, {}));
  const { data: register } = useSuspenseQuery(ask(contract.obligations.list, {}));
  const drawRun = useCallback(
    (run: Run) => {
      const { obligation, element, segment } = run;
      // A beginning that only some elements share (3(1)(a)) has no state of its own.
      const whole = standings.get(`${obligation} whole`);
      const standing = element ? standings.get(element) : whole?.elements === segment.elements.length ? whole : undefined;
      return standing ? <MarkedRun run={run} standing={standing} dossier={dossier} lane={lane} /> : segment.text;
    },
    [standings, dossier, lane],
  );
  const titles = useMemo(() => new Map(register.items.flatMap(({ elements }) => elements).map(({ code, obligation }) => [code, obligation])), [register]);
  const assess = () => {
    const code = inFocus();
    if (!code) return moveStop(1);
    const element = titles.has(code) ? code : undefined;
    void navigate({ to: '/dossiers/$dossier/obligations/$code', params: { dossier, code: titles.get(code) ?? code }, search: { element, assess: true } });
  };
  useKeys([
    { key: 'j', does: t('dossiers:dashboard.nextKey'), act: () => moveStop(1) },
    { key: 'k', does: t('dossiers:dashboard.previousKey'), act: () => moveStop(-1) },
    { key: 'e', does: t('dossiers:dashboard.assessKey'), act: assess },
  ]);
  return <TreatyText provisions={provisions.items} notes={register.notes} from={1} to={12} drawRun={drawRun} />;
}
