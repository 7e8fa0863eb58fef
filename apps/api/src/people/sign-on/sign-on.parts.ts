// What the module of people is told of single sign-on.
import { IdentitiesService } from './identities.service.ts';
import { Providers } from './providers.ts';
import { SignInRuleController } from './sign-in-rule.controller.ts';
import { SignInRuleService } from './sign-in-rule.service.ts';
import { SignOnArrivals } from './sign-on.arrivals.ts';
import { SignOnController } from './sign-on.controller.ts';
import { SignOnService } from './sign-on.service.ts';

export const signOnControllers = [SignOnController, SignInRuleController];
export const signOnProviders = [Providers, SignOnService, SignOnArrivals, SignInRuleService, IdentitiesService];
