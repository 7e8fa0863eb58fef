import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import { contract, type Digest, DigestEvery } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { useSession } from '../session.ts';
import { ownTimeZone } from './following.ts';

/** Every zone of this browser's list, the two that are asked for among them. */
const zones = (...asked: string[]) => [...new Set([...asked, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();

/** When letters of news come, and by which clock. */
export function DigestPart({ digest }: { digest: Digest }) {
  const { t } = useTranslation(['watching']);
  const { person } = useSession();
  const [every, setEvery] = useState(digest.every);
  const [timeZone, setTimeZone] = useState(digest.timeZone);
  const act = useAct(contract.people.reviseDigest, {
    outdates: [contract.people.following],
    onSuccess: () => {
      toastDone(t('watching:digest.saved'));
      announce(t('watching:digest.saved'));
    },
  });
  const isSame = every === digest.every && timeZone === digest.timeZone;
  return (
    <div className="digest-part no-print">
      <Part title={t('watching:digest.title')}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate({ body: { every, timeZone } });
          }}
        >
          <FormAlert error={act.error} />
          <Radio.Group
            label={t('watching:digest.every')}
            description={t('watching:digest.hint', { email: person.email })}
            value={every}
            onChange={(value) => setEvery(DigestEvery.options.find((one) => one === value) ?? 'off')}
          >
            <Stack gap="xs" mt="xs">
              {DigestEvery.options.map((one) => (
                <Radio key={one} value={one} label={t(`watching:digest.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <NativeSelect
            label={t('watching:digest.zone')}
            description={t('watching:digest.zoneHint')}
            dir="ltr"
            value={timeZone}
            onChange={({ currentTarget }) => setTimeZone(currentTarget.value)}
            data={zones(timeZone, ownTimeZone())}
          />
          <div>
            <Button type="submit" variant={isSame ? 'default' : 'filled'} loading={act.isPending}>
              {t('watching:digest.save')}
            </Button>
          </div>
        </form>
      </Part>
    </div>
  );
}
