import type { Dossier, ElementState } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { english } from '../platform/settings.ts';

/** What does not apply to the State, on which legal ground and for which reason; everything else counts. */
export function Applicability({ dossier, states }: { dossier: Dossier; states: readonly ElementState[] }) {
  const { t } = useTranslation(['dossiers']);
  const { applicability } = dossier;
  const left = applicability.filter(({ applies }) => !applies);
  const titles = new Map(states.map((state) => [state.code, state]));
  return (
    <>
      <p>
        {t('dossiers:about.applies', { count: applicability.length - left.length, total: applicability.length })}{' '}
        {left.length === 0 ? t('dossiers:about.everything') : null}
      </p>
      {left.length > 0 ? (
        <table className="record record-stacks">
          <thead>
            <tr>
              <th scope="col">{t('dossiers:about.element')}</th>
              <th scope="col">{t('dossiers:about.ground')}</th>
              <th scope="col">{t('dossiers:about.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {left.map(({ element, ground, reason }) => (
              <tr key={element}>
                <th scope="row">
                  <bdi {...english}>
                    {titles.get(element)?.citation ?? element} <span className="of-element">{titles.get(element)?.title}</span>
                  </bdi>
                </th>
                <td>{ground ? t(`dossiers:ground.${ground}`) : null}</td>
                <td dir="auto">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
