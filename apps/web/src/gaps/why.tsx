import type { Gap } from '@servanda/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Verdict } from '../platform/marks/verdict.tsx';

/** What is claimed, in the words of the scales: "compliant and effective". */
function claim({ facts: { law, practice } }: Gap, t: TFunction<['gaps', 'assessments']>): string {
  const inLaw = law === 'compliant' ? t('assessments:law.compliant') : null;
  const inPractice = practice === 'effective' ? t('assessments:practice.effective') : null;
  const lower = (word: string) => word.toLocaleLowerCase();
  if (inLaw && inPractice) return t('gaps:and', { first: lower(inLaw), second: lower(inPractice) });
  return lower(inLaw ?? inPractice ?? '');
}

/** Who published otherwise, and who of its coalition gave it. */
const whoGave = (name: string, given: string | null, t: TFunction<['gaps', 'assessments']>): string =>
  given ? t('gaps:why.given', { name, by: `\u2068${given}\u2069` }) : name;

/** Why there is a gap, made from its kind and facts in the reader's language. A reviewer's own words stay as written. */
export function Why({ gap }: { gap: Gap }) {
  const { t } = useTranslation(['gaps', 'assessments']);
  const { kind, lane, facts } = gap;
  switch (kind) {
    case 'shortfall_in_law':
      return <Verdict lane="law" verdict={facts.law} />;
    case 'shortfall_in_practice':
      return <Verdict lane="practice" verdict={facts.practice} />;
    case 'returned':
      return t('gaps:why.returned', { reason: facts.reason ?? '' });
    case 'not_assessed':
      return t(lane === 'law' ? 'gaps:why.not_assessed_law' : 'gaps:why.not_assessed');
    case 'law_only':
      return t(facts.practice === 'no_data' ? 'gaps:why.law_only_no_data' : 'gaps:why.law_only');
    case 'no_evidence':
    case 'evidence_out_of_date':
      return t(`gaps:why.${kind}`, { verdicts: claim(gap, t) });
    case 'evidence_weak':
      return t('gaps:why.evidence_weak', { lacks: facts.lacks.map((lack) => t(`gaps:lack.${lack}`)).join('; ') });
    case 'evidence_revised':
      return t(facts.passagesGone > 0 ? 'gaps:why.evidence_revised_gone' : 'gaps:why.evidence_revised');
    case 'contested': {
      const { by = [], given, distance = 1, on = 'scale' } = facts.contest ?? {};
      const steps = distance >= 3 ? 'gaps:why.contested_3' : distance === 2 ? 'gaps:why.contested_2' : 'gaps:why.contested_1';
      const key = on === 'applies' ? 'gaps:why.contested_applies' : on === 'no_data' ? 'gaps:why.contested_no_data' : steps;
      return t(key, { by: by.map((name, i) => whoGave(`\u2068${name}\u2069`, given?.[i] ?? null, t)).join(', ') });
    }
    case 'awaiting_review':
      return t('gaps:why.awaiting_review');
  }
}
