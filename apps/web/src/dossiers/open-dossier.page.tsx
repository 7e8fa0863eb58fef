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
import { english } from '../platform/settings.ts';
import { Page } from '../platform/shell/page.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { folded } from '../treaties/states.rules.ts';
import { FactFields, unknownFacts } from './fact-fields.tsx';
import { StateAhead } from './state-ahead.tsx';
import { TeamField } from './team-field.tsx';
import './dossiers.css';

const route = getRouteApi('/inside/dossiers/open');

/** Opens a dossier on a State: its dates and three facts decide what applies; what is published about it is shown beside. */
export function OpenDossierPage() {
  const { t } = useTranslation(['dossiers', 'opening', 'platform']);
  const fault = useFaultWords();
  const { person, organisation, may } = useSession();
  const { iso3 = organisation.iso3 ?? '' } = route.useSearch();
  const navigate = useNavigate();
  const { data: states } = useSuspenseQuery(ask(contract.treaties.states, {}));
  const { data: treaty } = useSuspenseQuery(ask(contract.treaties.treaty, {}));
  const stateOf = (code: string) => states.items.find((one) => one.iso3 === code);
  const titleFor = (code: string) => {
    const one = stateOf(code);
    return one?.status === 'party' ? t('dossiers:open.suggested', { state: one.name }) : '';
  };
  const initial = { iso3, title: titleFor(iso3), periodFrom: null, periodTo: null, facts: unknownFacts, team: [] };
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
  const state = stateOf(value.iso3);
  const isParty = state?.status !== 'signatory';
  // What was suggested follows the State; what somebody wrote stays.
  const choose = (code: string) => change({ iso3: code, ...(value.title === '' || value.title === titleFor(value.iso3) ? { title: titleFor(code) } : {}) });
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
          data={states.items.map(({ iso3: code, name, status }) => ({
            value: code,
            label: status === 'party' ? name : t('opening:signatoryChoice', { state: name }),
          }))}
          filter={({ options, search }) =>
            options.filter((one) => 'value' in one && (folded(one.label).includes(folded(search)) || String(one.value).toLowerCase() === search.toLowerCase()))
          }
          nothingFoundMessage={t('opening:noState')}
          value={value.iso3 || null}
          onChange={(chosen) => choose(chosen ?? '')}
          error={fault(faults['iso3'])}
        />
        {state && !isParty ? <StateAhead state={state} /> : null}
        <div className="open-treaty">
          <b>{t('opening:treaty')}</b>
          <span {...english}>{treaty.title}</span>
          <span className="small soft">{t('opening:treatyHint')}</span>
        </div>
        <TextInput
          label={t('dossiers:open.name')}
          description={t('dossiers:open.nameHint')}
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
        <TeamField value={value.team ?? []} onChange={(team) => change({ team })} error={fault(faults['team'])} />
        {state && isParty ? <StateAhead state={state} /> : null}
        <h2>{t('opening:facts')}</h2>
        <FactFields facts={{ ...unknownFacts, ...value.facts } as typeof unknownFacts} onChange={(facts) => change({ facts })} faults={faults} />
        <div>
          <Allowed may={may.openDossier}>
            {(refused) => (
              <Button type="submit" loading={open.isPending} {...(isParty ? {} : { disabled: true, 'aria-describedby': 'not-a-party' })} {...refused}>
                {t('dossiers:open.act')}
              </Button>
            )}
          </Allowed>
        </div>
      </form>
    </Page>
  );
}
