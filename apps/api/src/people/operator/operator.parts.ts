// What the module of people is told of the operator.
import { InstanceQueries } from './instance.queries.ts';
import { OperatorController } from './operator.controller.ts';
import { OperatorService } from './operator.service.ts';

export const operatorControllers = [OperatorController];
export const operatorProviders = [InstanceQueries, OperatorService];
