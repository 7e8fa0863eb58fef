import { contract, type ReportTemplate } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import { momentAsDay } from '../../platform/dates.ts';
import { RecordTable } from '../../platform/table/record-table.tsx';

const columns = ['name', 'file', 'added', 'acts'] as const;

/** The templates in use. */
export function TemplateList({ items, onWithdraw }: { items: ReportTemplate[]; onWithdraw: (template: ReportTemplate) => void }) {
  const { t } = useTranslation(['templates']);
  if (items.length === 0) return <p className="soft">{t('templates:none')}</p>;
  return (
    <RecordTable caption={t('templates:caption')} columns={columns} headOf={(column) => t(`templates:column.${column}`)} className="template-list">
      {items.map((template) => (
        <tr key={template.id}>
          <th scope="row">
            <bdi>{template.name}</bdi>
          </th>
          <td data-label={t('templates:column.file')}>
            <a href={addressOf(contract.reports.templateFile, { params: { template: template.id } })} download>
              <bdi>{template.fileName}</bdi>
            </a>
          </td>
          <td data-label={t('templates:column.added')}>{t('templates:addedBy', { day: momentAsDay(template.addedAt), name: template.addedBy })}</td>
          <td>
            {template.may.withdraw.allowed ? (
              <button type="button" className="link-act" aria-label={t('templates:withdrawOf', { name: template.name })} onClick={() => onWithdraw(template)}>
                {t('templates:withdraw')}
              </button>
            ) : null}
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}
