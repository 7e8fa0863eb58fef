import { Modal } from '@mantine/core';
import { LawVerdict, PracticeVerdict, Proof } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { ContestedMark, ProofMark } from './proof-mark.tsx';
import { Verdict } from './verdict.tsx';
import './legend.css';

/** What every mark means; one key away on every page. */
export default function Legend({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation(['platform', 'assessments']);
  return (
    <Modal opened={opened} onClose={close} title={t('legend.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <p className="legend-example serif">
        <span className="lanes law-full practice-part">{t('legend.example')}</span>
      </p>
      <p className="soft">{t('legend.lanes')}</p>
      <div className="legend-columns">
        <section>
          <h3>{t('assessments:lane.law')}</h3>
          <ul>
            {LawVerdict.options.map((verdict) => (
              <li key={verdict}>
                <Verdict lane="law" verdict={verdict} />
              </li>
            ))}
            <li>
              <Verdict lane="law" verdict={null} />
            </li>
            <li>
              <Verdict lane="law" verdict={null} applies={false} />
            </li>
          </ul>
        </section>
        <section>
          <h3>{t('assessments:lane.practice')}</h3>
          <ul>
            {PracticeVerdict.options.map((verdict) => (
              <li key={verdict}>
                <Verdict lane="practice" verdict={verdict} />
              </li>
            ))}
            <li>
              <Verdict lane="practice" verdict={null} />
            </li>
          </ul>
        </section>
        <section>
          <h3>{t('legend.margin')}</h3>
          <ul>
            {Proof.options.toReversed().map((proof) => (
              <li key={proof} className="verdict">
                <span className="legend-mark">
                  <ProofMark proof={proof} silent />
                </span>
                {t(`assessments:proofMeaning.${proof}`)}
              </li>
            ))}
            <li className="verdict">
              <span className="legend-mark">
                <ContestedMark />
              </span>
              {t('assessments:contested')}
            </li>
          </ul>
        </section>
        <section>
          <h3>{t('legend.text')}</h3>
          <ul>
            <li>
              <i className="legend-note serif">{t('legend.note')}</i>
            </li>
            <li>
              <span className="legend-optional serif">{t('legend.optional')}</span>
            </li>
          </ul>
        </section>
      </div>
    </Modal>
  );
}
