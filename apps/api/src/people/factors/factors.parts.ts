// What the module of people is told of second factors.
import { Ceremonies } from './ceremonies.ts';
import { Confirmation } from './confirmation.ts';
import { FactorCheck } from './factor-check.ts';
import { FactorLetters } from './factor-letters.ts';
import { FactorsController } from './factors.controller.ts';
import { FactorsQueries } from './factors.queries.ts';
import { FactorsService } from './factors.service.ts';
import { Passkeys } from './passkeys.ts';
import { SignInStepsController } from './sign-in-steps.controller.ts';
import { SignInSteps } from './sign-in-steps.ts';

export const factorControllers = [FactorsController, SignInStepsController];
export const factorProviders = [Ceremonies, FactorsQueries, FactorCheck, FactorLetters, Passkeys, SignInSteps, Confirmation, FactorsService];
