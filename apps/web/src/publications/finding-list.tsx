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

/** What was found in a release to be, each with its words and the decision that it asks for; or, where it is only read, with what was decided. */
export function FindingList({ findings, undecided, decide, isBusy = false }: FindingListProps) {
  const { t } = useTranslation(['publications', 'safeguards']);
  if (findings.length === 0) return <p className="soft">{t('publications:findings.none')}</p>;
  const open = findings.filter(({ decision }) => decision === null).map(({ key }) => key);
  return (
    <section aria-labelledby="findings" className="findings">
      <h3 id="findings">{t(decide ? 'publications:findings.title' : 'publications:findings.decidedTitle')}</h3>
      {decide ? <p>{t('publications:findings.lead', { count: undecided })}</p> : null}
      <ul>
        {findings.map((finding, i) => (
          <li key={`${finding.key} ${String(i)}`}>
            {decide ? <FindingChoice finding={finding} decide={decide} isBusy={isBusy} /> : <FindingDecided finding={finding} />}
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

function FindingChoice({ finding, decide, isBusy }: Pick<Required<FindingListProps>, 'decide' | 'isBusy'> & { finding: ReleaseFinding }) {
  const { t } = useTranslation(['publications']);
  return (
    <Radio.Group
      value={finding.decision ?? ''}
      onChange={(value) => decide([finding.key], value === 'publish' ? 'publish' : 'leave_out')}
      label={<FindingWords finding={finding} />}
    >
      <div className="finding-choice">
        <Radio value="publish" label={t('publications:findings.publish')} disabled={isBusy} />
        <Radio
          value="leave_out"
          label={t(finding.kind === 'not_reviewed' ? 'publications:findings.leaveOutJudgements' : 'publications:findings.leaveOut')}
          disabled={isBusy}
        />
      </div>
    </Radio.Group>
  );
}

function FindingDecided({ finding }: { finding: ReleaseFinding }) {
  const { t } = useTranslation(['publications']);
  const leftOut = finding.kind === 'not_reviewed' ? 'willLeaveOutJudgements' : 'willLeaveOut';
  const told = finding.decision === null ? 'open' : finding.decision === 'publish' ? 'willPublish' : leftOut;
  return (
    <>
      <FindingWords finding={finding} />
      <p className="finding-decided">{t(`publications:findings.${told}`)}</p>
    </>
  );
}

const fields = [
  ...(['note', 'dossierTitle', 'title', 'groundReason', 'reasons', 'qualifierNote', 'pinpoint', 'quote', 'citation'] as const),
  ...(['originator', 'territory', 'population', 'summary', 'name', 'source', 'reason'] as const),
];
/** The field in which something was found, as its form names it; nothing where there is but one. */
const fieldOf = (path: string) => (path === 'dossier.title' ? 'dossierTitle' : fields.find((field) => field === path.split('.').at(-1)));

/** A code as it is written, also among words that run from right to left. */
const whole = (code: string) => `\u2066${code}\u2069`;

export function FindingWords({ finding: { kind, place, field, words, at, length } }: { finding: ReleaseFinding }) {
  const { t } = useTranslation(['publications', 'safeguards']);
  const [what = '', which = ''] = place.split(':');
  const where =
    what === 'matrix'
      ? t('publications:findings.matrix', { cell: whole(which) })
      : what === 'element'
        ? t('publications:findings.element', { code: whole(which) })
        : what === 'evidence'
          ? t('publications:findings.piece', { ref: which })
          : '';
  const inField = fieldOf(field);
  const named =
    kind === 'small_count'
      ? t('publications:findings.smallCount')
      : kind === 'not_reviewed'
        ? t('publications:findings.notReviewed')
        : t(`safeguards:identity.kind.${kind}`);
  return (
    <>
      <strong>{named}</strong> <span className="soft">{[where, inField ? t(`publications:findings.field.${inField}`) : ''].filter(Boolean).join(' · ')}</span>
      <bdi className="finding-words">
        {words.slice(0, at)}
        <mark>{words.slice(at, at + length)}</mark>
        {words.slice(at + length)}
      </bdi>
    </>
  );
}
