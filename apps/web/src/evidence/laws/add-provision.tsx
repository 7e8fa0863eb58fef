import { Drawer } from '@mantine/core';
import { contract, type Evidence } from '@servanda/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { CheckedProvision, emptyProvision, toAdd } from './provision-draft.ts';
import { ProvisionForm } from './provision-form.tsx';

const route = getRouteApi('/inside/dossiers/$dossier/laws');
/** Doors whose answers a written provision outdates. */
export const provisionDoors = [contract.evidence.nationalProvisions, contract.evidence.nationalProvisionRevisions, contract.evidence.correlation];

interface AddProvisionProps {
  dossier: string;
  laws: readonly Evidence[];
  close: () => void;
}

/** The form of a new provision over the table; closing it keeps the draft. */
export function AddProvision({ opened, ...props }: AddProvisionProps & { opened: boolean }) {
  const { t } = useTranslation(['laws', 'platform']);
  return (
    <Drawer
      opened={opened}
      onClose={props.close}
      position="right"
      size="xl"
      title={t('laws:form.add')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      <AddForm {...props} />
    </Drawer>
  );
}

function AddForm({ dossier, laws, close }: AddProvisionProps) {
  const { t } = useTranslation(['laws']);
  const { person } = useSession();
  const { law = '', of } = route.useSearch();
  const form = useForm(CheckedProvision, emptyProvision(law, of ? [of] : []), draftKey(person.id, dossier, 'provision'));
  const goesOn = useRef(false);
  const add = useAct(contract.evidence.addNationalProvision, {
    outdates: provisionDoors,
    onError: form.refuse,
    onSuccess: (added) => {
      const done = t('laws:form.added', { article: added.article });
      toastDone(done);
      announce(done);
      form.discard(emptyProvision(added.law.id, []));
      if (goesOn.current) document.querySelector<HTMLInputElement>('input[name="article"]')?.focus();
      else close();
    },
  });
  return (
    <ProvisionForm
      form={form}
      laws={laws}
      send={(value, goOn) => {
        goesOn.current = goOn;
        add.mutate({ params: { id: dossier }, body: toAdd(value) });
      }}
      isSending={add.isPending}
      error={Object.keys(form.faults).length > 0 ? null : add.error}
      save={t('laws:form.save')}
      saveNext={t('laws:form.saveNext')}
    >
      <p className="soft">{t('laws:form.addText')}</p>
    </ProvisionForm>
  );
}
