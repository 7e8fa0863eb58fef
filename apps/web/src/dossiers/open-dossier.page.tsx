import { Alert, Button, Select, TextInput } from '@mantine/core';
import { contract, OpenDossier } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { Allowed } from '../platform/form/allowed.tsx';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { useForm } from '../platform/form/use-form.ts';
import { ask, useAct } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { folded } from '../treaties/states.rules.ts';
import { FactFields, unknownFacts } from './fact-fields.tsx';
import './dossiers.css';

const route = getRouteApi('/inside/dossiers/open');

/** Opens a dossier on a State: its dates and three facts decide what applies. */
export function OpenDossierPage() {
  const { t } = useTranslation(['dossiers', 'platform']);
  const fault = useFaultWords();
  const { person, organisation, may } = useSession();
  const { iso3 = organisation.iso3 ?? '' } = route.useSearch();
  const navigate = useNavigate();
  const { data: states } = useSuspenseQuery(ask(contract.treaties.states, {}));
  const initial = { iso3, title: '', periodFrom: null, periodTo: null, facts: unknownFacts };
  const { value, change, faults, submit, refuse, discard, isRestored } = useForm(OpenDossier, initial, draftKey(person.id, 'new', 'open'));
  const open = useAct(contract.dossiers.open, {
    outdates: [contract.dossiers.list],
    onSuccess: async (dossier) => {
      discard();
      await navigate({ to: '/dossiers/$dossier', params: { dossier: dossier.id } });
      announce(t('dossiers:open.opened', { count: dossier.applicability.filter(({ applies }) => applies).length }));
    },
    onError: refuse,
  });
  const stateName = states.items.find((state) => state.iso3 === value.iso3)?.name;
  return (
    <Page title={t('dossiers:open.title')} lead={t('dossiers:open.lead')} width="form">
      <form className="form" onSubmit={submit((body) => open.mutate({ body }))} noValidate>
        {open.error ? (
          <Alert color="red" variant="light" role="alert">
            {wordsOf(open.error).text}
          </Alert>
        ) : null}
        {isRestored ? (
          <p className="soft">
            {t('dossiers:open.kept')}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => discard()}>
              {t('dossiers:open.forget')}
            </Button>
          </p>
        ) : null}
        <Select
          label={t('dossiers:open.state')}
          placeholder={t('dossiers:open.stateHint')}
          searchable
          onClick={({ currentTarget }) => currentTarget.select()}
          limit={200}
          data={states.items.filter(({ status }) => status === 'party').map((state) => ({ value: state.iso3, label: state.name }))}
          filter={({ options, search }) =>
            options.filter((one) => 'value' in one && (folded(one.label).includes(folded(search)) || String(one.value).toLowerCase() === search.toLowerCase()))
          }
          nothingFoundMessage={t('dossiers:open.stateNothing')}
          value={value.iso3 || null}
          onChange={(chosen) => change({ iso3: chosen ?? '' })}
          error={fault(faults['iso3'])}
        />
        <TextInput
          label={t('dossiers:open.name')}
          description={t('dossiers:open.nameHint')}
          placeholder={stateName ? t('dossiers:open.suggested', { state: stateName }) : undefined}
          value={value.title}
          onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          error={fault(faults['title'])}
        />
        <div className="open-period">
          {(['periodFrom', 'periodTo'] as const).map((end) => (
            <TextInput
              key={end}
              type="date"
              label={`${t('dossiers:open.period')}: ${t(`dossiers:open.${end}`)}`}
              value={value[end] ?? ''}
              onChange={({ currentTarget }) => change({ [end]: currentTarget.value || null })}
              error={fault(faults[end])}
            />
          ))}
        </div>
        <h2>{t('dossiers:open.facts')}</h2>
        <FactFields facts={{ ...unknownFacts, ...value.facts } as typeof unknownFacts} onChange={(facts) => change({ facts })} faults={faults} />
        <div>
          <Allowed may={may.openDossier}>
            {(refused) => (
              <Button type="submit" loading={open.isPending} {...refused}>
                {t('dossiers:open.act')}
              </Button>
            )}
          </Allowed>
        </div>
      </form>
    </Page>
  );
}
