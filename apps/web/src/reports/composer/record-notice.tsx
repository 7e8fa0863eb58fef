import { Button } from '@mantine/core';
import { contract, type May, type ReportParagraph } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { ask, useAct } from '../../platform/queries.ts';
import { Difference } from './difference.tsx';
import { useMeanwhile } from './use-placing.ts';

interface RecordNoticeProps {
  dossier: string;
  report: string;
  paragraph: ReportParagraph;
  lang: string;
  may: May;
}

/** The record says something else than when the paragraph was written: what, and take it over or leave the text as it is. */
export function RecordNotice({ dossier, report, paragraph, lang, may }: RecordNoticeProps) {
  const { t } = useTranslation(['composer']);
  const [isShown, setShown] = useState(false);
  const params = { id: dossier, report, paragraph: paragraph.id };
  const { data } = useQuery({ ...ask(contract.reports.history, { params, query: { limit: 1, offset: 0 } }), enabled: isShown });
  const write = useAct(contract.reports.writeParagraph, {
    outdates: [contract.reports.working, contract.reports.history],
    onError: useMeanwhile(),
    onSuccess: () => announce(t('composer:record.done')),
  });
  const body = { version: paragraph.version, record: 'current' as const };
  return (
    <div className="notice record-notice">
      <p>{t('composer:record.changed')}</p>
      {isShown && data?.before && data.now ? <Difference before={data.before} after={data.now} lang={lang} /> : null}
      <div className="para-acts">
        {isShown ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setShown(true)}>
            {t('composer:record.show')}
          </Button>
        )}
        {isShown && data?.now ? (
          <Allowed may={may}>
            {(refused) => (
              <Button
                size="compact-sm"
                loading={write.isPending}
                onClick={() => data.now && write.mutate({ params, body: { ...body, body: data.now } })}
                {...refused}
              >
                {t('composer:record.take')}
              </Button>
            )}
          </Allowed>
        ) : null}
        <Allowed may={may}>
          {(refused) => (
            <Button
              size="compact-sm"
              variant="default"
              loading={write.isPending}
              onClick={() => write.mutate({ params, body: { ...body, body: paragraph.body } })}
              {...refused}
            >
              {t('composer:record.leave')}
            </Button>
          )}
        </Allowed>
      </div>
    </div>
  );
}
