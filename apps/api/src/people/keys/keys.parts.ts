// What the module of people is told of keys.
import { KeysController } from './keys.controller.ts';
import { KeysQueries } from './keys.queries.ts';
import { KeysService } from './keys.service.ts';

export const keyControllers = [KeysController];
export const keyProviders = [KeysQueries, KeysService];
