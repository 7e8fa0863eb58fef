import { Button, Radio } from '@mantine/core';
import type { ReleaseFinding } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

interface FindingListProps {
  findings: readonly ReleaseFinding[];
  undecided: number;
  /** Absent where they are only read. */
  decide?: (keys: readonly string[], decision: 'publish' | 'leave_out') => void;
  isBusy?: boolean;
}

/** What was found in a release to be, each with its words and the decision that it asks for. */
export function FindingList({ findings, undecided, decide, isBusy = false }: FindingListProps) {
  const { t } = useTranslation(['publications', 'safeguards']);
  if (findings.length === 0) return <p className="soft">{t('publications:findings.none')}</p>;
  const open = findings.filter(({ decision }) => decision === null).map(({ key }) => key);
  return (
    <section aria-labelledby="findings" className="findings">
      <h3 id="findings">{t('publications:findings.title')}</h3>
      <p>{t('publications:findings.lead', { count: undecided })}</p>
      <ul>
        {findings.map((finding, i) => (
          <li key={`${finding.key} ${String(i)}`}>
            <Radio.Group
              value={finding.decision ?? ''}
              onChange={(value) => decide?.([finding.key], value === 'publish' ? 'publish' : 'leave_out')}
              label={<FindingWords finding={finding} />}
            >
              <div className="finding-choice">
                <Radio value="publish" label={t('publications:findings.publish')} disabled={isBusy || !decide} />
                <Radio
                  value="leave_out"
                  label={t(finding.kind === 'not_reviewed' ? 'publications:findings.leaveOutJudgements' : 'publications:findings.leaveOut')}
                  disabled={isBusy || !decide}
                />
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      {decide && open.length > 1 ? (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => decide(open, 'leave_out')}>
          {t('publications:findings.leaveAllOut', { count: open.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** What was found, where, and the words around it. */
export function FindingWords({ finding: { kind, place, words, at, length } }: { finding: ReleaseFinding }) {
  const { t } = useTranslation(['publications', 'safeguards']);
  const [what = '', which = ''] = place.split(':');
  const where =
    what === 'matrix'
      ? t('publications:findings.matrix', { cell: which })
      : what === 'element'
        ? t('publications:findings.element', { code: which })
        : what === 'evidence'
          ? t('publications:findings.piece', { ref: which })
          : '';
  const named =
    kind === 'small_count'
      ? t('publications:findings.smallCount')
      : kind === 'not_reviewed'
        ? t('publications:findings.notReviewed')
        : t(`safeguards:identity.kind.${kind}`);
  return (
    <>
      <strong>{named}</strong> <span className="soft">{where}</span>
      <bdi className="finding-words">
        {words.slice(0, at)}
        <mark>{words.slice(at, at + length)}</mark>
        {words.slice(at + length)}
      </bdi>
    </>
  );
}
