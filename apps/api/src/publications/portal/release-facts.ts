// A release for programs: as a dataset that search engines find, and as a table.
import type { PublicRelease, Release } from '@servanda/contract';
import { csvOf } from '../../platform/tables/write-csv.ts';
import { csvAddress, jsonAddress, releaseAddress } from './addresses.ts';

interface Told {
  head: PublicRelease;
  release: Release;
  title: string;
  description: string;
  origin: string;
}
/** schema.org Dataset. No licence is named, for none was chosen by the publisher. */
export const datasetOf = ({ head, release, title, description, origin }: Told) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': origin + releaseAddress(head.id),
  name: title,
  description,
  identifier: [head.id, `sha256:${head.sha256}`],
  version: String(head.number),
  url: origin + releaseAddress(head.id),
  inLanguage: head.language,
  datePublished: head.publishedAt,
  spatialCoverage: release.stateName,
  temporalCoverage: release.dossier.periodFrom && release.dossier.periodTo ? `${release.dossier.periodFrom}/${release.dossier.periodTo}` : release.asOf,
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: head.organisation.name },
  publisher: { '@type': 'Organization', name: head.organisation.name },
  distribution: [
    { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: origin + jsonAddress(head.id), sha256: head.sha256 },
    { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: origin + csvAddress(head.id) },
  ],
});

const columns = ['element', 'obligation', 'article', 'citation', 'title', 'applies', 'ground', 'in law', 'proof in law', 'in practice', 'proof in practice'];
const more = [
  'reviewed',
  'as of',
  'period from',
  'period to',
  'reasons',
  'pieces cited',
  'rests on unpublished',
  'organisation',
  'release',
  'sha256',
  'contributed by',
];

/** One row for each element, for spreadsheets: no cell that one would run. Words of the data, not of a language. */
export const csvOfRelease = (head: PublicRelease, { elements }: Release): string =>
  csvOf([
    [...columns, ...more],
    ...elements.map((e) => [
      ...[e.code, e.obligation, e.article, e.citation, e.title, e.applies, e.ground, e.law, e.lawProof, e.practice, e.practiceProof],
      ...[e.isAccepted, e.asOf, e.periodFrom, e.periodTo, e.reasons, e.citations.map(({ ref }) => ref).join(' '), e.restsOnUnpublished],
      ...[head.organisation.name, head.number, head.sha256, e.contributedBy ?? null],
    ]),
  ]);
