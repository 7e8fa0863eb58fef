import { Button } from '@mantine/core';
import type { Contested, ContestedPoint } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { momentAsDay } from '../../platform/dates.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { Verdict } from '../../platform/marks/verdict.tsx';
import { english } from '../../platform/settings.ts';
import type { ContestedSearch } from './contested.needs.ts';
import { Thread } from './thread.tsx';

interface PointItemProps {
  contested: Contested;
  point: ContestedPoint;
  open: (search: ContestedSearch) => void;
}
const lanes = ['law', 'practice'] as const;

/** One contested element: how far apart, who says what, what was replied, and the acts that it calls for. */
export function PointItem({ contested, point, open }: PointItemProps) {
  const { t } = useTranslation(['statements', 'assessments', 'dossiers']);
  const { element, citation, title, backing, positions } = point;
  return (
    <li className="release contested-point" id={`e-${element}`}>
      <div className="release-head">
        <h3 {...english}>
          <span className="gap-citation">{citation}</span> {title}
        </h3>
        <a className="small" href={`/public/states/${contested.state}/obligations/${point.obligation}#e-${element}`}>
          {t('statements:sideBySide')}
        </a>
      </div>
      <p className="small">
        {lanes.flatMap((lane) => {
          const { kind, on, distance } = point[lane];
          if (kind !== 'differ') return [];
          const how = on === 'applies' ? 'applies' : on === 'no_data' ? 'noData' : (`steps${distance === 3 ? 3 : distance === 2 ? 2 : 1}` as const);
          return [
            <span key={lane} className="contested-how">
              <strong>{t(`assessments:lane.${lane}`)}</strong> {t(`statements:apart.${how}`)}
            </span>,
          ];
        })}
        {backing ? <span className="soft">{t(`statements:backing.${backing}`)}</span> : null}
      </p>
      <table className="record record-stacks contested-positions">
        <caption className="unseen">{t('statements:positions', { citation })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statements:column.who')}</th>
            <th scope="col">{t('assessments:lane.law')}</th>
            <th scope="col">{t('assessments:lane.practice')}</th>
            <th scope="col" className="figure">
              {t('statements:column.cited')}
            </th>
            <th scope="col">
              <span className="unseen">{t('statements:column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {positions.map((position) => (
            <tr key={position.publication}>
              <th scope="row">
                <bdi>{position.organisation}</bdi>{' '}
                {position.contributedBy ? (
                  <span className="small contested-from">
                    {t('statements:givenBy')} <bdi>{position.contributedBy}</bdi>
                  </span>
                ) : null}{' '}
                <span className="soft small">{t(position.isOurs ? 'statements:ours' : `dossiers:kind.${position.kind}`)}</span>{' '}
                <span className="soft small contested-from">
                  {t('statements:from.release', { number: position.number, day: momentAsDay(position.publishedAt) })}
                </span>
              </th>
              <td data-label={t('assessments:lane.law')}>
                <Verdict lane="law" verdict={position.law} applies={position.applies} />
              </td>
              <td data-label={t('assessments:lane.practice')}>
                <Verdict lane="practice" verdict={position.practice} applies={position.applies} />
              </td>
              <td className="figure" data-label={t('statements:column.cited')}>
                {position.cited}
              </td>
              <td className="no-print">
                {position.isOurs ? null : (
                  <Allowed may={contested.may.say}>
                    {(refused) => (
                      <span className="contested-acts">
                        {(['reply', 'ask'] as const).map((act) => (
                          <Button
                            key={act}
                            size="compact-sm"
                            variant="default"
                            aria-label={t(`statements:${act}.to`, { who: position.organisation, citation })}
                            onClick={() => open({ act, release: position.publication, element })}
                            {...refused}
                          >
                            {t(`statements:${act}.open`)}
                          </Button>
                        ))}
                      </span>
                    )}
                  </Allowed>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Thread contested={contested} replies={contested.replies.filter((reply) => reply.element === element)} open={open} />
    </li>
  );
}
