import { Alert, Button, CopyButton, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { AddKey, contract, KeyRight } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { wordsOf } from '../../platform/words-of-refusal.ts';

/** A quarter of a year: long enough for a project, short enough to be looked at again. */
const usual = () => new Date(Date.now() + 90 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Makes a key and shows it this once. */
export function AddKeyDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const fault = useFaultWords();
  const form = useForm(AddKey, { name: '', right: 'read', expiresOn: usual() });
  const add = useAct(contract.people.addKey, { outdates: [contract.people.keys], onError: form.refuse });
  const made = add.data?.token;
  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
      title={t(made ? 'organisation:keys.made' : 'organisation:keys.titleAdd')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      {made ? (
        <div className="form">
          <p>{t('organisation:keys.madeLead')}</p>
          <code className="key-token" dir="ltr" data-key>
            {made}
          </code>
          <Group>
            <CopyButton value={made}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} aria-live="polite">
                  {t(copied ? 'organisation:keys.copied' : 'organisation:keys.copy')}
                </Button>
              )}
            </CopyButton>
            <Button onClick={close}>{t('organisation:keys.done')}</Button>
          </Group>
        </div>
      ) : (
        <form className="form" onSubmit={form.submit((body) => add.mutate({ body }))} noValidate>
          {add.error ? (
            <Alert color="red" variant="light" role="alert">
              {wordsOf(add.error).text}
            </Alert>
          ) : null}
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
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('organisation:keys.make')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('platform:cancel')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
