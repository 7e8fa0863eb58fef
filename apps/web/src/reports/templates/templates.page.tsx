import { Button } from '@mantine/core';
import { contract, type ReportTemplate } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPlace } from '../../evidence/bulk/drop-place.tsx';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { addressOf } from '../../platform/api.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useLanguage } from '../../platform/settings.ts';
import { Page } from '../../platform/shell/page.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { TemplateFields } from './template-fields.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplateVerdict } from './template-verdict.tsx';
import { templatesOf } from './templates.needs.ts';
import { useTemplate } from './use-template.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './templates.css';

/** The Word templates of an organisation: taken, written in, checked, kept, and the placeholders that they may name. */
export function TemplatesPage() {
  const { t } = useTranslation(['templates']);
  const lang = useLanguage();
  const words = useFaultWords();
  const { items, may } = useSuspenseQuery(templatesOf()).data;
  const [leaving, setLeaving] = useState<ReportTemplate | null>(null);
  const { file, checked, isChecking, checkError, isAdding, addError, look, add } = useTemplate();
  const fault = faultsOf(checkError)['file'];
  return (
    <Page title={t('templates:title')} lead={t('templates:lead')}>
      <TemplateList items={items} onWithdraw={setLeaving} />
      <section className="template-step" aria-labelledby="template-add">
        <h2 id="template-add">{t('templates:add')}</h2>
        <p>{t('templates:addText')}</p>
        <p>
          <Button
            component="a"
            className="template-starter"
            variant="default"
            href={addressOf(contract.reports.starterTemplate, { query: { lang } })}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('templates:starter')}
          </Button>
        </p>
        <DropPlace
          may={may.add}
          accept=".docx"
          choose={t(checked ? 'templates:again' : 'templates:choose')}
          drop={t('templates:drop')}
          isBusy={isChecking || isAdding}
          onFiles={([chosen]) => {
            if (chosen) look(chosen);
          }}
        >
          <p>{t('templates:chooseText')}</p>
        </DropPlace>
        <p role="status" className="unseen">
          {isChecking ? t('templates:checking') : ''}
        </p>
        {fault ? (
          <p className="template-why" role="alert">
            <bdi>{file?.name}</bdi>: {words(fault)}
          </p>
        ) : (
          <RefusalNotice error={checkError} />
        )}
        {checked ? <TemplateVerdict key={checked.sha256} checked={checked} isAdding={isAdding} error={addError} onAdd={add} /> : null}
      </section>
      <TemplateFields />
      {leaving ? <WithdrawDialog template={leaving} close={() => setLeaving(null)} /> : null}
    </Page>
  );
}
