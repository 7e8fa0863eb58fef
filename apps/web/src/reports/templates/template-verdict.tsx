import { Button, TextInput } from '@mantine/core';
import type { TemplateCheck, TemplateFault } from '@servanda/contract';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { RecordTable } from '../../platform/table/record-table.tsx';

interface VerdictProps {
  checked: TemplateCheck;
  isAdding: boolean;
  error: Error | null;
  onAdd: (name: string) => void;
}
const columns = ['place', 'field', 'fault'] as const;

/** What the check found: each fault with its place, or the name under which the template is kept. */
export function TemplateVerdict({ checked, isAdding, error, onAdd }: VerdictProps) {
  const { t } = useTranslation(['templates']);
  const [name, setName] = useState(checked.name.replace(/\.docx$/i, ''));
  if (!checked.isUsable)
    return (
      <div className="template-verdict">
        <p className="template-why" role="alert">
          <IconAlertTriangle size={18} aria-hidden /> <bdi>{checked.name}</bdi>: {t('templates:faults', { count: checked.faults.length })}
        </p>
        <RecordTable caption={t('templates:faultsCaption')} columns={columns} headOf={(column) => t(`templates:column.${column}`)} className="template-faults">
          {checked.faults.map((fault) => (
            <FaultRow key={`${fault.code} ${fault.part} ${fault.paragraph} ${fault.field}`} fault={fault} />
          ))}
        </RecordTable>
      </div>
    );
  return (
    <form
      className="template-verdict"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onAdd(name);
      }}
    >
      <p className="template-good">
        <IconCheck size={18} aria-hidden /> <bdi>{checked.name}</bdi>: {t('templates:usable')}{' '}
        {t('templates:uses', { count: checked.found.reduce((sum, { times }) => sum + times, 0) })}
      </p>
      <RefusalNotice error={error} />
      <div className="template-keep">
        <TextInput label={t('templates:name')} value={name} maxLength={120} required onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" loading={isAdding} disabled={name.trim() === ''}>
          {t('templates:keep')}
        </Button>
      </div>
    </form>
  );
}

function FaultRow({ fault: { code, part, page, paragraph, field, near } }: { fault: TemplateFault }) {
  const { t } = useTranslation(['templates']);
  const places = [
    t(`templates:part.${part}`),
    ...(page === null ? [] : [t('templates:page', { page })]),
    ...(paragraph === null ? [] : [t('templates:paragraph', { paragraph })]),
  ];
  return (
    <tr>
      <th scope="row">
        {places.join(' · ')}
        {near === '' ? null : (
          <small className="soft">
            <bdi>{near}</bdi>
          </small>
        )}
      </th>
      <td data-label={t('templates:column.field')}>{field === '' ? '–' : <code dir="ltr">{field}</code>}</td>
      <td data-label={t('templates:column.fault')}>{t(`templates:fault.${code}`)}</td>
    </tr>
  );
}
