import { Button, CopyButton, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { AddKey, contract, KeyRight } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';

/** A quarter of a year: long enough for a project, short enough to be looked at again. */
const usual = () => new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Makes a key and shows it this once. */
export function AddKeyDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const fault = useFaultWords();
  const form = useForm(AddKey, { name: '', right: 'read', expiresOn: usual() });
  const add = useAct(contract.people.addKey, { outdates: [contract.people.keys], onError: form.refuse });
  const made = add.data?.token;
  if (made) return <MadeKey token={made} close={close} />;
  return (
    <FormDialog
      title={t('organisation:keys.titleAdd')}
      act={t('organisation:keys.make')}
      error={add.error}
      isPending={add.isPending}
      close={close}
      onSubmit={form.submit((body) => add.mutate({ body }))}
    >
      <TextInput
        label={t('organisation:keys.name')}
        description={t('organisation:keys.nameHint')}
        value={form.value.name}
        onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
        error={fault(form.faults['name'])}
        data-autofocus
      />
      <Radio.Group label={t('organisation:keys.mayWhat')} value={form.value.right} onChange={(right) => form.change({ right: KeyRight.parse(right) })}>
        <Stack gap="xs" mt="xs">
          {KeyRight.options.map((right) => (
            <Radio key={right} value={right} label={t(`organisation:keys.right.${right}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        type="date"
        label={t('organisation:keys.until')}
        description={t('organisation:keys.untilHint')}
        value={form.value.expiresOn}
        onChange={({ currentTarget }) => form.change({ expiresOn: currentTarget.value })}
        error={fault(form.faults['expiresOn'])}
      />
    </FormDialog>
  );
}

/** Closed by its button only, for it is not shown again. */
function MadeKey({ token, close }: { token: string; close: () => void }) {
  const { t } = useTranslation(['organisation']);
  return (
    <Modal opened onClose={close} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={t('organisation:keys.made')}>
      <div className="form">
        <p>{t('organisation:keys.madeLead')}</p>
        <code className="key-token" dir="ltr" data-key>
          {token}
        </code>
        <Group>
          <CopyButton value={token}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy} aria-live="polite">
                {t(copied ? 'organisation:keys.copied' : 'organisation:keys.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={close}>{t('organisation:keys.done')}</Button>
        </Group>
      </div>
    </Modal>
  );
}
