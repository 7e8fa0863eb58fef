// What stands at the end: the scales with their meaning, and what this document is.
import type { StatusReport } from '@servanda/contract';
import type { Said, typed } from './said.ts';
import type { Words } from './words.en.ts';

export const scalesOf = (words: Words) => [
  {
    head: words.scaleLaw,
    rows: (['compliant', 'largely_compliant', 'partially_compliant', 'non_compliant'] as const).map((key) => ({
      label: words.law[key],
      meaning: words.lawMeaning[key],
    })),
  },
  {
    head: words.scalePractice,
    rows: (['effective', 'substantial', 'limited', 'none', 'no_data'] as const).map((key) => ({
      label: words.practice[key],
      meaning: words.practiceMeaning[key],
    })),
  },
  {
    head: words.proofWords,
    rows: (['claimed', 'evidenced', 'verified'] as const).map((key) => ({ label: words.proof[key], meaning: words.proofMeaning[key] })),
  },
];

export function aboutOf(report: StatusReport, words: Words, said: ReturnType<typeof typed>) {
  const plain = (label: string, value: Said) => ({ label, value, code: false });
  const code = (label: string, text: string | number) => ({ label, value: { text: String(text), rtl: false, lang: 'en' }, code: true });
  return [
    plain(words.state, said(report.dossier.stateName)),
    plain(words.dossier, said(report.dossier.title)),
    plain(words.organisation, said(report.dossier.organisation)),
    code(words.asOf, report.on),
    code(words.dataCutOff, report.dataCutOff ?? '—'),
    code(words.restricted, report.restrictedEvidenceLeftOut),
    code(words.version, report.catalogueVersion),
    code(words.catalogueHash, report.catalogueSha256),
    code(words.hash, report.sha256),
  ];
}
