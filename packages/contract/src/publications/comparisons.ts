// Doors of comparisons over published dossiers; anyone's, each also as a table.
import * as z from 'zod';
import { doorsOf } from '../door.ts';
import { ElementCode, Id } from '../shapes.ts';
import {
  ElementCompared,
  ElementComparedQuery,
  ElementsCompared,
  ElementsComparedQuery,
  ReleaseChanges,
  ReleaseChangesQuery,
  StatesCompared,
  StatesComparedQuery,
} from './comparison-shapes.ts';

export * from './comparison-shapes.ts';

const door = doorsOf('publications');
const csv = { method: 'GET', access: 'public', output: z.string(), media: 'text/csv; charset=utf-8' } as const;
const ofRelease = { params: z.object({ publication: Id }), query: ReleaseChangesQuery };
const ofElement = { params: z.object({ code: ElementCode }), query: ElementComparedQuery };
const betweenReleases = ['not_found', 'withdrawn'] as const;

export const comparisons = {
  changes: door('changes', {
    method: 'GET',
    path: '/api/public/publications/{publication}/changes',
    summary: 'What moved between two releases of one dossier: verdicts, reasons then and now, and on what new evidence',
    access: 'public',
    input: ofRelease,
    output: ReleaseChanges,
    refusals: betweenReleases,
  }),
  changesTable: door('changesTable', {
    ...csv,
    path: '/api/public/publications/{publication}/changes.csv',
    summary: 'What moved between two releases of one dossier as CSV, one row for each element that is not as it was',
    input: ofRelease,
    refusals: betweenReleases,
  }),
  statesCompared: door('statesCompared', {
    method: 'GET',
    path: '/api/public/comparisons/states',
    summary: 'Up to six States element by element, each by one published dossier; silence is null, and no State is ranked',
    access: 'public',
    input: { query: StatesComparedQuery },
    output: StatesCompared,
    refusals: ['state_unknown'],
  }),
  statesTable: door('statesTable', {
    ...csv,
    path: '/api/public/comparisons/states.csv',
    summary: 'Up to six States as CSV, one row for each element and State; silence is an empty cell',
    input: { query: StatesComparedQuery },
    refusals: ['state_unknown'],
  }),
  elementsCompared: door('elementsCompared', {
    method: 'GET',
    path: '/api/public/comparisons/elements',
    summary: 'Every element of the treaty: how many published dossiers give which verdict, in law and in practice',
    access: 'public',
    input: { query: ElementsComparedQuery },
    output: ElementsCompared,
  }),
  elementsTable: door('elementsTable', {
    ...csv,
    path: '/api/public/comparisons/elements.csv',
    summary: 'The same as CSV, one row for each element and lane',
    input: { query: ElementsComparedQuery },
  }),
  elementCompared: door('elementCompared', {
    method: 'GET',
    path: '/api/public/comparisons/elements/{code}',
    summary: 'One element across all States with a published dossier: verdicts in law and in practice, and how far they are proven',
    access: 'public',
    input: ofElement,
    output: ElementCompared,
    refusals: ['not_found'],
  }),
  elementTable: door('elementTable', {
    ...csv,
    path: '/api/public/comparisons/elements/{code}/dossiers.csv',
    summary: 'One element across all States as CSV, one row for each published dossier',
    input: ofElement,
    refusals: ['not_found'],
  }),
};
