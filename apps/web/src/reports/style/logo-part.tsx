import { Button } from '@mantine/core';
import { contract, type HouseStyle } from '@servanda/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DropPlace } from '../../evidence/bulk/drop-place.tsx';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { announce } from '../../platform/announce.tsx';
import { addressOf, call, formOf } from '../../platform/api.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { outdate, useAct } from '../../platform/queries.ts';
import { faultsOf } from '../../platform/words-of-refusal.ts';

/** The logo as it stands in documents; another one is drawn anew from what is sent. The picture itself shows that it is there: a toast would lie upon its button. */
export function LogoPart({ style: { number, name, colour, paper, logo, may } }: { style: HouseStyle }) {
  const { t } = useTranslation(['style']);
  const words = useFaultWords();
  const client = useQueryClient();
  const putting = useMutation({
    mutationFn: (file: File) => call(contract.reports.putLogo, {}, { form: formOf(file), key: crypto.randomUUID() }),
    onSuccess: async () => {
      await outdate(client, [contract.reports.houseStyle]);
      announce(t('style:logoPut'));
    },
  });
  const taking = useAct(contract.reports.reviseHouseStyle, { outdates: [contract.reports.houseStyle], onSuccess: () => announce(t('style:logoTaken')) });
  const fault = faultsOf(putting.error)['file'];
  return (
    <section className="style-logo" aria-labelledby="style-logo">
      <h2 id="style-logo">{t('style:logo')}</h2>
      {logo ? (
        <div className="style-shown">
          <img src={`${addressOf(contract.reports.houseLogo, {})}?of=${logo.sha256}`} alt={t('style:logoAlt')} width={logo.width} height={logo.height} />
          {may.change.allowed ? (
            <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate({ body: { number, name, colour, paper, withoutLogo: true } })}>
              {t('style:logoTake')}
            </Button>
          ) : null}
        </div>
      ) : (
        <p className="soft">{t('style:logoNone')}</p>
      )}
      <DropPlace
        may={may.change}
        accept=".svg,.png"
        choose={t('style:logoChoose')}
        drop={t('style:logoDrop')}
        isBusy={putting.isPending}
        onFiles={([file]) => {
          if (file) putting.mutate(file);
        }}
      >
        <p>{t('style:logoHint')}</p>
      </DropPlace>
      {fault ? (
        <p className="style-why" role="alert">
          {words(fault)}
        </p>
      ) : (
        <RefusalNotice error={putting.error ?? taking.error} />
      )}
    </section>
  );
}
