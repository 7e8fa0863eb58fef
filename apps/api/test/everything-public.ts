// Goes through everything that is told without signing in: each public door of the contract and each page of the portal, with every thing that there is.
import { type Door, doors } from '@servanda/contract';
import { portalRoutes } from '../src/publications/portal/addresses.ts';
import type { Served } from './server.ts';

/** What the places of an address may stand for. */
export type Things = Record<'publication' | 'statement' | 'iso3' | 'code' | 'file', readonly string[]>;

const pathOf = (template: string) =>
  template
    .replace(/\{(\w+)\}/g, ':$1')
    .replace(/\/publications\/:id/, '/publications/:publication')
    .replace('*', 'nothing');
/** What a door answers nothing without. */
const asked: Record<string, string> = {
  '/api/public/publications': '?limit=100',
  '/public/compare': '?state=XAA,XAB',
  '/public/states/:iso3/compare': '?show=all',
};
const queryOf = (path: string) => asked[path] ?? (path.startsWith('/api/public/comparisons/states') ? '?state=XAA,XAB' : '');
export const publicDoors: Door[] = doors.filter(({ access, method, path }) => access === 'public' && method === 'GET' && path.startsWith('/api/public/'));

/** Every address that a template stands for. */
const addresses = (template: string, things: Things): string[] =>
  Object.entries(things)
    .reduce<string[]>(
      (made, [name, all]) =>
        made.flatMap((path) => {
          const values = name === 'code' && path.includes('/obligations/') ? ['3.2', '4.1', '8.1'] : all;
          return new RegExp(`:${name}\\b`).test(path) ? values.map((value) => path.replace(`:${name}`, value)) : [path];
        }),
      [template],
    )
    .map((path) => path + queryOf(template));

/** Addresses of doors and pages, each once. */
export const everyAddress = (things: Things): string[] => [
  ...new Set([...publicDoors.map(({ path }) => pathOf(path)), ...portalRoutes.map(pathOf), '/public/states/:iso3'].flatMap((path) => addresses(path, things))),
];

/** What is told there: body, status and headers. */
export async function told(served: Served, path: string): Promise<{ path: string; status: number; text: string; headers: string }> {
  const { status, text, headers } = await served.http().get(path).buffer(true);
  return { path, status, text: text ?? '', headers: JSON.stringify(headers) };
}
