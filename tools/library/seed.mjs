// Signs in as the ministry's people by turns (uploads are counted for each), adds pieces with their documents, and waits until their text is read.
import { setTimeout } from 'node:timers/promises';
import { documentOf } from './documents.mjs';

const url = process.env.URL ?? 'http://127.0.0.1:4000';
const many = Number(process.argv[2] ?? 200);
const password = process.env.PASSWORD ?? 'pacta-sunt-servanda';
const people = ['lead@government.example', 'reviewer@government.example', 'contributor@government.example'];
/** Documents under way at a time. */
const width = 4;

async function ask(path, { cookie, method = 'GET', body } = {}) {
  const isForm = body instanceof FormData;
  const headers = { ...(cookie ? { cookie } : {}), ...(body && !isForm ? { 'content-type': 'application/json' } : {}) };
  const answer = await fetch(`${url}${path}`, { method, headers, body: body && !isForm ? JSON.stringify(body) : body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  return { body: text ? JSON.parse(text) : null, cookie: answer.headers.getSetCookie().map((c) => c.split(';')[0])[0] };
}
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

const cookies = [];
for (const email of people) cookies.push((await ask('/api/session', { method: 'POST', body: { email, password } })).cookie);
const [lead] = cookies;
const title = process.env.DOSSIER ?? 'A library of 200 documents';
const { items } = (await ask(`/api/dossiers?q=${encodeURIComponent(title)}`, { cookie: lead })).body;
const dossier = items.find((d) => d.title === title) ?? (await ask('/api/dossiers', { method: 'POST', cookie: lead, body: { iso3: 'XAA', title } })).body;
const at = `/api/dossiers/${dossier.id}/evidence`;
if ((await ask(`${at}?limit=1`, { cookie: lead })).body.total) throw new Error(`The library of "${title}" is not empty. Name another dossier in DOSSIER.`);

const began = performance.now();
const made = [];
let bytes = 0;
let next = 0;
async function work() {
  for (let number = next++; number < many; number = next++) {
    const { piece, file } = await documentOf(number);
    const cookie = cookies[number % cookies.length];
    const added = (await ask(at, { method: 'POST', cookie, body: piece })).body;
    const form = new FormData();
    form.append('file', new Blob([file.bytes]), file.name);
    const kept = (await ask(`${at}/${added.id}/files`, { method: 'POST', cookie, body: form })).body;
    bytes += file.bytes.length;
    made.push({ path: `${at}/${added.id}/files/${kept.id}/text?limit=1`, name: file.name });
  }
}
await Promise.all(Array.from({ length: width }, work));
console.log(
  `${made.length} pieces with their documents (${(bytes / 1_048_576).toFixed(1)} MiB) in ${seconds(began)} s: ${url}/dossiers/${dossier.id}/evidence`,
);

const states = new Map();
let characters = 0;
for (const file of made) {
  let text;
  for (const until = performance.now() + 300_000; performance.now() < until; await setTimeout(200)) {
    text = (await ask(file.path, { cookie: lead })).body.text;
    if (text?.state !== 'waiting') break;
  }
  const state = text?.state ?? 'none';
  characters += text?.characters ?? 0;
  if (state !== 'done') console.error(`${file.name}: ${state} ${text?.reason ?? ''}`);
  states.set(state, (states.get(state) ?? 0) + 1);
}
console.log(`Text after ${seconds(began)} s: ${[...states].map(([state, n]) => `${n} ${state}`).join(', ')}; ${characters} characters.`);
if ((states.get('done') ?? 0) !== made.length) process.exitCode = 1;
