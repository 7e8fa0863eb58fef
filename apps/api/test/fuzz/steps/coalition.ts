// What organisations are refused that work in one dossier: an invitation comes once, is answered once, and ends.
import { randomUUID } from 'node:crypto';
import { contract } from '@servanda/contract';
import { canary } from '../../matrix/cast.ts';
import { send } from '../edge-steps.ts';
import { as, dossier, json } from './releases.ts';
import type { Steps } from './steps.ts';

const { dossiers } = contract;
const nameOf = (tenant: 'institute' | 'watch') => `Organisation ${canary(tenant, 'name')}`;

export const coalitionSteps: Steps = {
  'an organisation is asked into a dossier once, answers, and is let go': async (on) => {
    const headers = await as(on, 'lead');
    const ids = { ...(await dossier(on, 'Together')), organisation: on.world.organisations.institute };
    const invite = (organisation: string, more: object = {}) =>
      send(on.at, dossiers.inviteToCoalition, { ids, headers: { ...headers, ...more }, body: json({ organisation }) });
    const once = { 'idempotency-key': randomUUID() };
    for (const name of [nameOf('institute'), nameOf('watch')]) await invite(name, once);
    await invite(nameOf('institute'));
    const guest = { cookie: await on.standing.session('institute', 'lead') };
    await send(on.at, dossiers.answerCoalition, { ids, headers: guest, body: json({ answer: 'accept' }) });
    await send(on.at, dossiers.endInCoalition, { ids, headers });
  },
};
