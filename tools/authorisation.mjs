// npm run authorisation: writes docs/authorisation.md, who may come through which door, from the contract.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, root } from './bootstrap.mjs';

install();
const command = join(root, 'apps/api/src/platform/http/docs/authorisation.command.ts');
const { status } = spawnSync(process.execPath, ['-C', 'development', '--import', '@oxc-node/core/register', command], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
