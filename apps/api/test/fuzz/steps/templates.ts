// What templates and house style are refused for.
import { randomUUID } from 'node:crypto';
import { contract } from '@servanda/contract';
import { png } from '../../corpus/documents.ts';
import { bad } from '../../corpus/kept-or-refused.ts';
import { addressOf } from '../../matrix/cast.ts';
import { plantTemplate } from '../../matrix/template-rows.ts';
import { p, template } from '../../templates.ts';
import { type At, send, whileRunning } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { reports } = contract;
const formOf = (name: string, bytes: Buffer) => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
};

export const templateSteps: Steps = {
  'a template and a logo come once for a key': async (on: At) => {
    const cookie = await on.standing.session('watch', 'lead');
    const { rows } = await on.standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf('watch', 'lead')]);
    const sent = [
      { door: reports.addTemplate, bytes: template(p('{state}')), ending: 'docx' },
      { door: reports.putLogo, bytes: png, ending: 'png' },
    ];
    for (const { door, bytes, ending } of sent) {
      const once = { cookie, 'idempotency-key': randomUUID() };
      for (const name of ['first', 'second']) await send(on.at, door, { ids: {}, headers: once, body: formOf(`${name}.${ending}`, bytes) });
      const key = randomUUID();
      const of = { organisation: on.world.organisations.watch, person: rows[0].id, key };
      const asked = { ids: {}, headers: { cookie, 'idempotency-key': key }, body: formOf(`third.${ending}`, bytes) };
      await whileRunning(on.world.served, of, () => send(on.at, door, asked));
    }
  },
  'a template is no other document, has a name of its own and room, and is taken out of use once; a logo is small': async (on: At) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const large = formOf('large.csv', Buffer.alloc(25 * 1024 * 1024 + 1, 'a,'));
    const good = template(p('{state}'));
    for (const door of [reports.checkTemplate, reports.addTemplate]) {
      const codes = new Set<string>();
      for (const [name, bytes, code] of bad) if (!codes.has(code) && codes.add(code)) await send(on.at, door, { ids: {}, headers, body: formOf(name, bytes) });
      await send(on.at, door, { ids: {}, headers, body: large });
    }
    await send(on.at, reports.checkTemplate, { ids: {}, headers, body: formOf('letter.docx', good) });
    for (let i = 0; i < 2; i++) await send(on.at, reports.addTemplate, { ids: {}, headers, body: formOf('letter.docx', good), query: '?name=Letter' });
    const ids = { template: await plantTemplate(on.world, 'aruna') };
    for (let i = 0; i < 2; i++) await send(on.at, reports.withdrawTemplate, { ids, headers });
    await send(on.at, reports.putLogo, { ids: {}, headers, body: formOf('logo.png', png) });
    await send(on.at, reports.putLogo, { ids: {}, headers, body: formOf('logo.png', Buffer.alloc(600_000)) });
    await send(on.at, reports.houseLogo, { ids: {}, headers });
    for (const number of [1, 2_000_000_000])
      await send(on.at, reports.reviseHouseStyle, { ids: {}, headers, body: JSON.stringify({ number, colour: '#12355b', paper: 'a4' }) });
    for (let i = 0; i < 50; i++) await send(on.at, reports.addTemplate, { ids: {}, headers, body: formOf('letter.docx', good), query: `?name=Letter%20${i}` });
  },
};
