// The status report as OSCAL assessment results (NIST, version 1.2.1). The mapping is told in docs/oscal.md.
import type { StatusReport, StatusRow } from '@servanda/contract';
import { words } from '../documents/words.en.ts';
import { idOf, line, plain, prop, prose } from './oscal-text.ts';
import { hasRisk, riskOf, risksIn } from './status-risks.ts';

type Lane = 'law' | 'practice';
const lanes = ['law', 'practice'] as const;
type Piece = StatusRow['evidence'][number];

/** A control for each element, an objective for each of its lanes: tokens begin with a letter. */
const controlOf = (element: string): string => `opsc-${element}`;
const objectiveOf = (element: string, lane: Lane): string => `${controlOf(element)}-${lane}`;

const isMet = (row: StatusRow, lane: Lane) => (lane === 'law' ? row.law === 'compliant' : row.practice === 'effective');
const verdictIn = (row: StatusRow, lane: Lane) => (lane === 'law' ? row.law : row.practice);
const labelIn = (row: StatusRow, lane: Lane) => (lane === 'law' ? (row.law ? words.law[row.law] : '') : row.practice ? words.practice[row.practice] : '');
const some = <T>(name: string, items: T[]): Record<string, T[]> => (items.length ? { [name]: items } : {});
const told = (name: string, value: string | null) => (value ? [prop(name, value)] : []);

/** The document: one result, an observation for each judgement that counts, a finding for each lane that is assessed. */
export function statusOscal(report: StatusReport) {
  const { dossier, on, rows } = report;
  const of = (...parts: string[]) => idOf('dossier', dossier.id, ...parts);
  const party = of('organisation');
  const method = idOf('method', report.catalogueVersion);
  const cutOff = report.dataCutOff ?? `${on}T00:00:00Z`;
  const judged = rows.filter((row) => row.applies && row.recordedAt !== null);
  const begun = [cutOff, ...judged.flatMap(({ recordedAt }) => recordedAt ?? [])].sort()[0];
  const origins = [{ actors: [{ type: 'party', 'actor-uuid': party, 'role-id': 'assessor' }] }];
  return {
    'assessment-results': {
      uuid: of('assessment-results'),
      metadata: {
        title: line(`${words.titles.status}: ${dossier.title}`),
        'last-modified': cutOff,
        version: `${on}.${report.sha256.slice(0, 12)}`,
        'oscal-version': '1.2.1',
        props: [
          prop('treaty', report.treaty),
          prop('state', dossier.iso3),
          prop('dossier', dossier.id),
          prop('catalogue-version', report.catalogueVersion),
          prop('catalogue-sha256', report.catalogueSha256),
          prop('report-sha256', report.sha256),
          prop('evidence-held-against', on),
          prop('restricted-evidence-left-out', String(report.restrictedEvidenceLeftOut)),
          ...report.dates.map(({ kind, on }) => prop(kind, on ?? 'to be set')),
        ],
        roles: [{ id: 'assessor', title: 'Assessor' }],
        parties: [{ uuid: party, type: 'organization', name: plain(dossier.organisation) }],
        'responsible-parties': [{ 'role-id': 'assessor', 'party-uuids': [party] }],
      },
      'import-ap': { href: `#${method}` },
      results: [
        {
          uuid: of('result'),
          title: line(`${words.treatyName}: ${dossier.stateName}`),
          description: prose(`${words.lanes}\n\n${words.unranked}`),
          start: begun,
          end: cutOff,
          props: [...coverageProps(report), ...silence(rows)],
          'reviewed-controls': reviewed(rows),
          ...some(
            'observations',
            judged.map((row) => observation(row, of, origins)),
          ),
          ...some(
            'findings',
            judged.flatMap((row) => lanes.filter((lane) => verdictIn(row, lane) !== null).map((lane) => finding(row, lane, of, origins, hasRisk(row, report)))),
          ),
          ...some('risks', risksIn(report, of)),
        },
      ],
      'back-matter': { resources: [methodOf(method), ...piecesOf(rows)] },
    },
  };
}

const coverageProps = ({ coverage: { overall } }: StatusReport) =>
  lanes.flatMap((lane) =>
    (['applicable', 'assessed', 'claimed', 'evidenced', 'verified'] as const).map((count) => prop(`coverage-${lane}-${count}`, String(overall[lane][count]))),
  );

/** What is not assessed is said, and is no finding: silence is neither satisfied nor not. */
const silence = (rows: StatusRow[]) =>
  rows
    .filter(({ applies }) => applies)
    .flatMap((row) => lanes.filter((lane) => verdictIn(row, lane) === null).map((lane) => prop('not-assessed', objectiveOf(row.element, lane))));

function reviewed(rows: StatusRow[]) {
  const assessed = rows
    .filter(({ applies }) => applies)
    .flatMap((row) => lanes.filter((lane) => verdictIn(row, lane) !== null).map((lane) => objectiveOf(row.element, lane)));
  const excluded = rows.filter(({ applies }) => !applies);
  return {
    'control-selections': [
      {
        description: prose('The elements of the treaty; those that do not apply to the State, on a stated legal ground, are excluded.'),
        ...some(
          'props',
          excluded.map((row) => prop('not-applicable', controlOf(row.element), row.groundReason || (row.ground ? words.ground[row.ground] : ''))),
        ),
        'include-controls': rows.map(({ element }) => ({ 'control-id': controlOf(element) })),
        ...some(
          'exclude-controls',
          excluded.map(({ element }) => ({ 'control-id': controlOf(element) })),
        ),
      },
    ],
    ...some('control-objective-selections', assessed.length ? [{ 'include-objectives': assessed.map((objective) => ({ 'objective-id': objective })) }] : []),
  };
}

type Origins = { actors: { type: string; 'actor-uuid': string; 'role-id': string }[] }[];
type Of = (...parts: string[]) => string;

function observation(row: StatusRow, of: Of, origins: Origins) {
  return {
    uuid: of('observation', row.element),
    title: line(`${row.citation}: ${row.title}`),
    description: prose(row.reasons) || '—',
    props: [
      prop('element', row.element),
      prop('obligation', row.obligation),
      ...told('as-of', row.asOf),
      ...told('period-from', row.periodFrom),
      ...told('period-to', row.periodTo),
      ...told('review-status', row.reviewStatus),
      ...told('wording-sha256', row.wordingSha256),
      ...row.gaps.map((gap) => prop('gap', gap)),
    ],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins,
    ...some('relevant-evidence', row.evidence.map(cited)),
    collected: row.recordedAt,
    ...(row.qualifierNote ? { remarks: prose(row.qualifierNote) } : {}),
  };
}

const cited = (piece: Piece) => ({
  href: `#${idOf('evidence', piece.id)}`,
  description: line([piece.title, piece.pinpoint].filter((part) => part !== '').join(', ')),
  props: [prop('stance', piece.stance), prop('is-out-of-date', String(piece.isOutOfDate)), ...told('pinpoint', piece.pinpoint)],
});

function finding(row: StatusRow, lane: Lane, of: Of, origins: Origins, isAtRisk: boolean) {
  const met = isMet(row, lane);
  const isUnknown = lane === 'practice' && row.practice === 'no_data';
  const proof = lane === 'law' ? row.lawProof : row.practiceProof;
  return {
    uuid: of('finding', row.element, lane),
    title: line(`${row.citation}, ${words.laneOf[lane]}: ${labelIn(row, lane)}`),
    description: line(row.title),
    props: [prop('lane', lane), prop('verdict', verdictIn(row, lane) ?? ''), prop('proof', proof)],
    origins,
    target: {
      type: 'objective-id',
      'target-id': objectiveOf(row.element, lane),
      // OSCAL knows two states; what was judged stands in the property "verdict".
      status: { state: met ? 'satisfied' : 'not-satisfied', reason: met ? 'pass' : isUnknown ? 'other' : 'fail' },
    },
    'related-observations': [{ 'observation-uuid': of('observation', row.element) }],
    ...(isAtRisk ? { 'related-risks': [{ 'risk-uuid': riskOf(row, of) }] } : {}),
  };
}

const methodOf = (uuid: string) => ({
  uuid,
  title: words.method,
  description: prose(
    [
      words.lanes,
      ...Object.entries(words.lawMeaning).map(([key, meaning]) => `${key}: ${meaning}`),
      ...Object.entries(words.practiceMeaning).map(([key, meaning]) => `${key}: ${meaning}`),
      ...Object.entries(words.proofMeaning).map(([key, meaning]) => `${key}: ${meaning}`),
    ].join('\n\n'),
  ),
  props: [{ name: 'type', value: 'plan' }],
});

/** Every piece that is cited, once, in the order in which it first is. */
function piecesOf(rows: StatusRow[]) {
  const pieces = new Map(rows.flatMap(({ evidence }) => evidence).map((piece) => [piece.id, piece]));
  return [...pieces.values()].map((piece) => ({
    uuid: idOf('evidence', piece.id),
    title: line(piece.title),
    props: [
      { name: 'type', value: 'evidence' },
      prop('evidence', piece.id),
      prop('kind', piece.kind),
      ...told('originator', piece.originator),
      ...told('dated-on', piece.datedOn),
    ],
    ...(piece.citation ? { citation: { text: line(piece.citation) } } : {}),
  }));
}
