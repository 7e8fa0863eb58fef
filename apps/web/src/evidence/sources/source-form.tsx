import { Button, Checkbox, Group, Radio, Textarea, TextInput } from '@mantine/core';
import { SourceConsent, SourceContent, SourceRisk } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import '../evidence-form.css';

type Typed = z.input<typeof SourceContent>;
interface SourceFormProps {
  initial: Typed;
  error: Error | null;
  act: string;
  isPending: boolean;
  send: (content: Typed) => void;
  close: () => void;
}

/** What is known of a source. Kept as no draft: a draft would lie unsealed in the browser. */
export function SourceForm({ initial, error, act, isPending, send, close }: SourceFormProps) {
  const { t } = useTranslation(['sources', 'platform']);
  const fault = useFaultWords();
  const { value, faults, change, submit } = useForm(SourceContent, initial);
  return (
    <form className="evidence-form" noValidate autoComplete="off" onSubmit={submit(send)}>
      <p className="small soft">{t('sources:notDraft')}</p>
      <TextInput
        label={t('sources:field.name')}
        value={value.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={fault(faults['name'])}
        maxLength={200}
        withAsterisk
        data-autofocus
      />
      <Textarea
        label={t('sources:field.reach')}
        description={t('sources:field.reachHint')}
        value={value.reach}
        onChange={({ currentTarget }) => change({ reach: currentTarget.value })}
        error={fault(faults['reach'])}
        maxLength={1000}
        autosize
        minRows={2}
      />
      <Textarea
        label={t('sources:field.note')}
        description={t('sources:field.noteHint')}
        value={value.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        error={fault(faults['note'])}
        maxLength={5000}
        autosize
        minRows={3}
      />
      <Checkbox.Group
        label={t('sources:field.consent')}
        description={t('sources:field.consentHint')}
        value={value.consent ?? []}
        onChange={(ticked) => change({ consent: SourceConsent.options.filter((one) => ticked.includes(one)) })}
      >
        <div className="evidence-kinds">
          {SourceConsent.options.map((one) => (
            <Checkbox key={one} value={one} label={t(`sources:consent.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Radio.Group
        label={t('sources:field.risk')}
        value={value.risk}
        onChange={(risk) => change({ risk: SourceRisk.options.find((one) => one === risk) ?? 'grave' })}
      >
        <div className="evidence-kinds">
          {SourceRisk.options.map((one) => (
            <Radio key={one} value={one} label={t(`sources:risk.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <RefusalNotice error={error} />
      <Group>
        <Button type="submit" loading={isPending}>
          {act}
        </Button>
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </form>
  );
}
