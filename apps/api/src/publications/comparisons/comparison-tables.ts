// Comparisons as tables for spreadsheets: words of the data, not of a language; silence is an empty cell.
import type { ComparedDossier, ComparedPosition, ElementCompared, ElementsCompared, ReleaseChanges, StatesCompared } from '@servanda/contract';
import { csvOf } from '../../platform/tables/write-csv.ts';

const elementColumns = ['element', 'obligation', 'article', 'citation', 'title'];
const head = ({ code, obligation, article, citation, title }: ElementCompared['element']) => [code, obligation, article, citation, title];
const positionColumns = ['applies', 'in law', 'proof in law', 'in practice', 'proof in practice', 'as of', 'pieces cited', 'contributed by'];
const said = (position: ComparedPosition | null) =>
  position
    ? [
        position.applies,
        position.law,
        position.lawProof,
        position.practice,
        position.practiceProof,
        position.asOf,
        position.cited,
        position.contributedBy ?? null,
      ]
    : positionColumns.map(() => null);
const dossierColumns = ['organisation', 'kind of organisation', 'kind of dossier', 'release', 'published at', 'dossier id', 'release id', 'sha256'];
const by = (one: ComparedDossier | null) =>
  one ? [one.organisation, one.organisationKind, one.kind, one.number, one.publishedAt, one.dossier, one.release, one.sha256] : dossierColumns.map(() => null);

/** The dossier by the release that counts for the element. */
const releaseOf = (stands: ComparedDossier | null, position: StatesCompared['elements'][number]['positions'][number]): ComparedDossier | null =>
  stands && { ...stands, ...position?.from };

export const csvOfStates = ({ states, elements }: StatesCompared): string =>
  csvOf([
    [...elementColumns, 'state', 'name of the state', ...positionColumns, ...dossierColumns],
    ...elements.flatMap((element) =>
      states.map((state, at) => [
        ...head(element),
        state.iso3,
        state.name,
        ...said(element.positions[at] ?? null),
        ...by(releaseOf(state.stands, element.positions[at] ?? null)),
      ]),
    ),
  ]);

export const csvOfElement = ({ element, items }: ElementCompared): string =>
  csvOf([
    [...elementColumns, 'state', 'name of the state', ...positionColumns, ...dossierColumns],
    ...items.map((item) => [...head(element), item.state, item.stateName, ...said(item.position), ...by(item)]),
  ]);

export const csvOfElements = ({ items }: ElementsCompared): string =>
  csvOf([
    [...elementColumns, 'lane', 'verdict', 'published dossiers'],
    ...items.flatMap((item) =>
      [
        ...Object.entries(item.counts.law).map(([key, n]) => ['law', key, n]),
        ...Object.entries(item.counts.practice).map(([key, n]) => ['practice', key, n]),
      ].map((rest) => [...head(item), ...rest]),
    ),
  ]);

const changeColumns = ['change in law', 'in law then', 'in law now', 'change in practice', 'in practice then', 'in practice now'];
const moreColumns = [
  'applies then',
  'applies now',
  'reasons then',
  'reasons now',
  'newly cited',
  'no longer cited',
  'release then',
  'release now',
  'sha256 then',
  'sha256 now',
  'contributed by then',
  'contributed by now',
];
export const csvOfChanges = ({ elements, from, to }: ReleaseChanges): string =>
  csvOf([
    [...elementColumns, ...changeColumns, ...moreColumns],
    ...elements.map((one) => [
      ...head(one),
      ...[one.law, one.before?.law, one.after?.law, one.practice, one.before?.practice, one.after?.practice, one.before?.applies, one.after?.applies],
      ...[one.before?.reasons, one.after?.reasons, one.newlyCited.map(({ title }) => title).join('; '), one.noLongerCited.map(({ title }) => title).join('; ')],
      ...[from?.number, to.number, from?.sha256, to.sha256, one.before?.contributedBy, one.after?.contributedBy],
    ]),
  ]);
