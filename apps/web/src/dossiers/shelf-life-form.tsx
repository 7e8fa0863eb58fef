import { Alert, Button, NativeSelect } from '@mantine/core';
import { contract, Dossier, type Dossier as DossierOf } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { call } from '../platform/api.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { newerIn } from '../platform/newer.ts';
import { ask, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { seen } from './as-of.ts';
import { type ShelfValues, shelfLifeOf, shelvedKinds, valuesOf, yearsOf } from './shelf-values.ts';
import './shelf-life.css';

/** How many pieces of a dossier are out of date now. */
const outOfDate = async (id: string): Promise<number> =>
  (await call(contract.evidence.list, { params: { id }, query: { state: 'out_of_date', limit: 1 } })).total;

/** After how many years evidence of each kind no longer shows how things are: the house rule, or the dossier's own years. */
export function ShelfLifeForm({ dossier }: { dossier: DossierOf }) {
  const { t } = useTranslation(['shelf', 'evidence']);
  const client = useQueryClient();
  const { id } = dossier;
  const [values, setValues] = useState(() => valuesOf(dossier.shelfLife));
  const [before, setBefore] = useState(0);
  const keep = (saved: DossierOf) => client.setQueryData(ask(contract.dossiers.get, seen(id, undefined)).queryKey, saved);
  const revise = useAct(contract.dossiers.reviseShelfLife, {
    outdates: [
      contract.evidence.list,
      contract.evidence.get,
      contract.dossiers.list,
      contract.dossiers.obligations,
      contract.gaps.coverage,
      contract.gaps.list,
    ],
    onSuccess: async (saved) => {
      keep(saved);
      setValues(valuesOf(saved.shelfLife));
      const done = t('shelf:saved', { count: await outOfDate(id), before });
      announce(done);
      toastDone(done);
    },
    onError: (error) => {
      const newer = newerIn(error, Dossier);
      // What somebody else saved is what one's own choices are then compared with: saving again is a decision over both.
      if (newer) keep(newer);
    },
  });
  const kept = valuesOf(dossier.shelfLife);
  const changed = shelvedKinds.filter((kind) => values[kind] !== kept[kind]);
  const inYears = (years: number | null) => (years === null ? t('shelf:never') : t('shelf:years', { count: years }));
  const choices = (kind: (typeof shelvedKinds)[number]) => [
    { value: 'house', label: t('shelf:house', { years: inYears(yearsOf(kind, 'house')) }) },
    { value: 'never', label: t('shelf:never') },
    ...Array.from({ length: 50 }, (_, i) => ({ value: String(i + 1), label: inYears(i + 1) })),
  ];
  const change = (part: Partial<ShelfValues>) => setValues((now) => ({ ...now, ...part }));
  const save = async () => {
    setBefore(await outOfDate(id).catch(() => 0));
    revise.mutate({ params: { id }, body: { version: dossier.version, shelfLife: shelfLifeOf(values) } });
  };
  const may = dossier.may.reviseFacts;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {revise.error ? (
        <Alert color="red" variant="light" role="alert">
          {wordsOf(revise.error).text}
        </Alert>
      ) : null}
      <div className="shelf-kinds">
        {shelvedKinds.map((kind) => (
          <NativeSelect
            key={kind}
            label={t(`evidence:kind.${kind}`)}
            data={may.allowed ? choices(kind) : choices(kind).filter(({ value }) => value === values[kind])}
            value={values[kind]}
            disabled={!may.allowed}
            onChange={(event) => change({ [kind]: event.currentTarget.value })}
          />
        ))}
      </div>
      {changed.length > 0 ? (
        <Alert variant="light" role="status">
          {t('shelf:effect')}
          <ul className="shelf-changes">
            {changed.map((kind) => (
              <li key={kind}>
                {t('shelf:change', {
                  kind: t(`evidence:kind.${kind}`),
                  from: inYears(yearsOf(kind, kept[kind])),
                  to: inYears(yearsOf(kind, values[kind])),
                })}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <div>
        <Allowed may={may}>
          {(refused) => (
            <Button type="submit" loading={revise.isPending} disabled={changed.length === 0} {...refused}>
              {t('shelf:save')}
            </Button>
          )}
        </Allowed>
      </div>
    </form>
  );
}
