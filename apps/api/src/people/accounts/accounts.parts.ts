import { AcceptanceService } from './acceptance.service.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { AddressesService } from './addresses.service.ts';
import { Devices } from './devices.ts';
import { LinksController } from './links.controller.ts';
import { PasswordGate } from './password.gate.ts';
import { Renewal } from './renewal.ts';
import { ResetsService } from './resets.service.ts';
import { Tries } from './tries.ts';

/** What the module of people is given by the topic of accounts. */
export const accountControllers = [AccountsController, LinksController];
export const accountProviders = [AccountsService, AddressesService, Devices, AcceptanceService, PasswordGate, Renewal, ResetsService, Tries];
