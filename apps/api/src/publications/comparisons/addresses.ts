// The addresses of the comparisons, on the pages and for programs.
import { releaseAddress } from '../portal/addresses.ts';
import { addressOf, type Query } from '../portal/edition.ts';

export const changesAddress = (release: string): string => `${releaseAddress(release)}/changes`;
export const statesComparedAddress = '/public/compare';
export const elementsAddress = '/public/elements';
export const elementAddress = (code: string): string => `${elementsAddress}/${code}`;

const api = '/api/public';
/** JSON and CSV of the same comparison. */
export const dataOfChanges = (release: string, since: string) =>
  ['changes', 'changes.csv'].map((name) => addressOf(`${api}/publications/${release}/${name}`, { since }));
export const dataOfStates = (states: readonly string[], dossiers: readonly string[], article: number | null) =>
  ['states', 'states.csv'].map((name) => addressOf(`${api}/comparisons/${name}`, { state: states.join(','), dossier: dossiers.join(','), article }));
export const dataOfElements = (query: Query) => ['elements', 'elements.csv'].map((name) => addressOf(`${api}/comparisons/${name}`, query));
export const dataOfElement = (code: string, query: Query) =>
  [code, `${code}/dossiers.csv`].map((name) => addressOf(`${api}/comparisons/elements/${name}`, query));
