import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Colour, contract, contrastInDocuments, type HouseStyle, leastContrast, Paper, ReviseHouseStyle, readableColour } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { Refused } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { StyleSpecimen } from './style-specimen.tsx';

/** Name, colour and paper, and a page that looks so; the contrast of the colour is told while it is chosen. */
export function StyleForm({ style: { number, name, colour, paper, logo, may }, children }: { style: HouseStyle; children: ReactNode }) {
  const { t } = useTranslation(['style']);
  const fault = useFaultWords();
  const { organisation } = useSession();
  const form = useForm(ReviseHouseStyle, { number, name, colour, paper });
  const revise = useAct(contract.reports.reviseHouseStyle, {
    outdates: [contract.reports.houseStyle],
    onError: form.refuse,
    onSuccess: () => {
      toastDone(t('style:saved'));
      announce(t('style:saved'));
    },
  });
  const isStale = revise.error instanceof Refused && revise.error.problem.code === 'stale_version';
  const chosen = Colour.safeParse(form.value.colour).data;
  const contrast = chosen ? Math.floor(contrastInDocuments(chosen) * 10) / 10 : null;
  const isReadOnly = !may.change.allowed;
  return (
    <div className="style-page">
      <div>
        <form className="form" onSubmit={form.submit((body) => revise.mutate({ body: { ...body, number } }))} noValidate>
          <FormAlert error={revise.error} words={isStale ? t('style:stale') : undefined} />
          <TextInput
            label={t('style:name')}
            description={t('style:nameHint')}
            placeholder={organisation.name}
            readOnly={isReadOnly}
            maxLength={160}
            value={form.value.name ?? ''}
            onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
            error={fault(form.faults['name'])}
          />
          <div className="style-colour">
            <TextInput
              label={t('style:colour')}
              description={t('style:colourHint')}
              dir="ltr"
              readOnly={isReadOnly}
              maxLength={7}
              value={form.value.colour}
              onChange={({ currentTarget }) => form.change({ colour: currentTarget.value })}
              error={fault(form.faults['colour'])}
            />
            <input
              type="color"
              aria-label={t('style:pick')}
              disabled={isReadOnly}
              value={chosen ?? '#000000'}
              onChange={({ currentTarget }) => form.change({ colour: currentTarget.value })}
            />
          </div>
          <p role="status" className="soft style-contrast">
            {contrast === null
              ? t('style:noColour')
              : t(contrast >= leastContrast ? 'style:readable' : 'style:tooLight', { contrast, least: leastContrast, colour: readableColour(chosen ?? '') })}
          </p>
          <NativeSelect
            label={t('style:paper')}
            disabled={isReadOnly}
            value={form.value.paper}
            onChange={({ currentTarget }) => form.change({ paper: Paper.parse(currentTarget.value) })}
            data={Paper.options.map((value) => ({ value, label: t(`style:papers.${value}`) }))}
          />
          <div>
            <Allowed may={may.change}>
              {(refused) => (
                <Button type="submit" loading={revise.isPending} {...refused}>
                  {t('style:save')}
                </Button>
              )}
            </Allowed>
          </div>
        </form>
        {children}
      </div>
      <StyleSpecimen name={form.value.name?.trim() || organisation.name} colour={chosen ?? colour} paper={form.value.paper} logo={logo} />
    </div>
  );
}
