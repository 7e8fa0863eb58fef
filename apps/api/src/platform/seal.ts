import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';
import { Sealing } from './sealing.ts';

/** Seals what must be kept and read again (secrets of authenticators, client secrets) by FACTOR_KEY. */
@Injectable()
export class Seal extends Sealing {
  constructor(@Inject(CONFIG) { factorKeys }: Pick<Config, 'factorKeys'>) {
    super(factorKeys, 'FACTOR_KEY');
  }
}
