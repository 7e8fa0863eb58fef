// Cells of a criminalisation matrix, set as by its door.
import { FillCriminalisation } from '@servanda/contract';
import type * as z from 'zod';
import { CriminalisationService } from '../src/assessments/criminalisation/criminalisation.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import type { Served } from './server.ts';

/** By whoever has seen what stands now. */
export async function filled(served: Served, scope: Scope, dossier: string, cells: z.input<typeof FillCriminalisation>['cells'], version = 0): Promise<number> {
  const body = FillCriminalisation.parse({ version, cells });
  return (await served.app.get(CriminalisationService).fill(scope, { params: { id: dossier }, query: undefined, body })).version;
}
