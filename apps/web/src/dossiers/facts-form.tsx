import { Alert, Button } from '@mantine/core';
import { contract, Dossier, type Dossier as DossierOf, ReviseFacts } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useForm } from '../platform/form/use-form.ts';
import { newerIn } from '../platform/newer.ts';
import { ask, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { seen } from './as-of.ts';
import { FactFields } from './fact-fields.tsx';
import { FactsInWords } from './facts-in-words.tsx';

/** Revises the facts. Where someone saved first, both are shown and neither is lost. */
export function FactsForm({ dossier }: { dossier: DossierOf }) {
  const { t } = useTranslation(['dossiers']);
  const client = useQueryClient();
  const { person } = useSession();
  const initial = { version: dossier.version, facts: dossier.facts };
  const form = useForm(ReviseFacts, initial, draftKey(person.id, dossier.id, 'facts'));
  const params = { id: dossier.id };
  const keep = (saved: DossierOf) => client.setQueryData(ask(contract.dossiers.get, seen(params.id, undefined)).queryKey, saved);
  const revise = useAct(contract.dossiers.reviseFacts, {
    outdates: [contract.dossiers.list, contract.dossiers.obligations, contract.gaps.coverage, contract.gaps.list],
    onSuccess: (saved) => {
      keep(saved);
      form.discard({ version: saved.version, facts: saved.facts });
      const done = t('dossiers:about.saved', { count: saved.applicability.filter(({ applies }) => applies).length });
      announce(done);
      toastDone(done);
    },
    onError: form.refuse,
  });
  const newer = newerIn(revise.error, Dossier);
  const settle = (facts: DossierOf['facts'], saved: DossierOf) => {
    keep(saved);
    form.change({ version: saved.version, facts });
    revise.reset();
  };
  const facts = form.value.facts as DossierOf['facts'];
  if (!dossier.may.reviseFacts.allowed) return <FactsInWords facts={dossier.facts} />;
  return (
    <form className="form" onSubmit={form.submit((body) => revise.mutate({ params, body }))} noValidate>
      {newer ? (
        <Alert color="yellow" variant="light" role="alert" title={wordsOf(revise.error).title}>
          <p>{t('dossiers:about.stale')}</p>
          <h3>{t('dossiers:about.theirs')}</h3>
          <FactsInWords facts={newer.facts} />
          <div className="open-answers">
            <Button size="compact-sm" variant="default" onClick={() => settle(newer.facts, newer)}>
              {t('dossiers:about.useTheirs')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => settle(facts, newer)}>
              {t('dossiers:about.keepMine')}
            </Button>
          </div>
        </Alert>
      ) : null}
      {revise.error && !newer ? (
        <Alert color="red" variant="light" role="alert">
          {wordsOf(revise.error).text}
        </Alert>
      ) : null}
      <FactFields facts={facts} onChange={(changed) => form.change({ facts: changed })} faults={form.faults} />
      <div>
        <Allowed may={dossier.may.reviseFacts}>
          {(refused) => (
            <Button type="submit" loading={revise.isPending} disabled={newer !== null} {...refused}>
              {t('dossiers:about.save')}
            </Button>
          )}
        </Allowed>
      </div>
    </form>
  );
}
