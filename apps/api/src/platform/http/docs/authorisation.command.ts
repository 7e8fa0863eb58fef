// npm run authorisation: writes docs/authorisation.md from the contract.
import { writeFileSync } from 'node:fs';
import { doors } from '@servanda/contract';
import { authorisationPage } from './authorisation.ts';

writeFileSync(new URL('../../../../../../docs/authorisation.md', import.meta.url), authorisationPage(doors));
