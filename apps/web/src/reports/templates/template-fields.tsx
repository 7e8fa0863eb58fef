import { TemplateScope, templateValues, templateWithin } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

/** Every placeholder that a template may name, with what it stands for and where it belongs. */
export function TemplateFields() {
  const { t } = useTranslation(['templates']);
  return (
    <section className="template-step" aria-labelledby="template-fields">
      <h2 id="template-fields">{t('templates:fieldsTitle')}</h2>
      <p>{t('templates:fieldsText')}</p>
      {TemplateScope.options.map((scope) => (
        <details key={scope} open={scope === 'report'} className="template-scope">
          <summary>
            {scope === 'report' ? null : <code dir="ltr">{`{#${scope}} … {/${scope}}`}</code>} {t(`templates:scope.${scope}`)}
          </summary>
          {scope === 'report' ? null : (
            <p className="soft">{t('templates:within', { places: templateWithin[scope].map((around) => t(`templates:around.${around}`)).join(', ') })}</p>
          )}
          <dl className="template-values">
            {templateValues[scope].map((value) => (
              <div key={value}>
                <dt>
                  <code dir="ltr">{`{${value}}`}</code>
                </dt>
                <dd>{t(`templates:value.${value}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
