import { expect, test } from '@jest/globals';
import { refusals } from '@servanda/contract';
import { Refused, Unreached } from '../platform/api.ts';
import { refusedBefore } from './upload.ts';
import { UploadQueue } from './upload-queue.ts';
import { mayPassLater } from './why-not.ts';

const named = (name: string, size = 3) => new File(['x'.repeat(size)], name);
const ended = async (queue: UploadQueue) => {
  while (queue.entries().some(({ state }) => state === 'waiting' || state === 'sending')) await new Promise((next) => setTimeout(next));
  return queue.entries().map(({ file, state }) => `${file.name}: ${state}`);
};

test('sends one after another, and a refusal holds up nobody', async () => {
  let atOnce = 0;
  let most = 0;
  const queue = new UploadQueue(
    async (file) => {
      most = Math.max(most, ++atOnce);
      await new Promise((next) => setTimeout(next));
      atOnce--;
      if (file.name === 'b') throw new Error('no');
      return { name: `${file.name} as kept` };
    },
    () => null,
  );
  queue.add([named('a'), named('b'), named('c')]);
  expect(await ended(queue)).toEqual(['a: kept', 'b: refused', 'c: kept']);
  expect(most).toBe(1);
  expect(queue.entries().map(({ as }) => as)).toEqual(['a as kept', null, 'c as kept']);
});

test('a file that cannot be kept is never sent', async () => {
  const sent: string[] = [];
  const queue = new UploadQueue(async ({ name }) => ({ name, place: sent.push(name) }), refusedBefore);
  queue.add([named('empty', 0), named('full')]);
  expect(await ended(queue)).toEqual(['empty: refused', 'full: kept']);
  expect(sent).toEqual(['full']);
});

test('one on its way and one that waits can be cancelled, and tried again', async () => {
  const queue = new UploadQueue(
    (_, { signal }) =>
      new Promise((done, failed) => {
        signal.addEventListener('abort', () => failed(signal.reason));
        setTimeout(() => done({ name: 'x' }), 20);
      }),
    () => null,
  );
  queue.add([named('a'), named('b')]);
  queue.cancel(1);
  queue.cancel(2);
  expect(await ended(queue)).toEqual(['a: cancelled', 'b: cancelled']);
  queue.retry(2);
  expect(await ended(queue)).toEqual(['a: cancelled', 'b: kept']);
});

test('size decides before a file is sent: 25 MB goes, a byte more does not', () => {
  expect(refusedBefore({ size: 25 * 1024 * 1024 })).toBeNull();
  expect(refusedBefore({ size: 25 * 1024 * 1024 + 1 })).toBe('file_too_large');
});

test('is offered again where the network, the service or the sign-in stood in its way, and not where it is the file', () => {
  const refused = (code: keyof typeof refusals) => new Refused({ type: '', title: '', detail: '', requestId: '', status: refusals[code][0], code });
  for (const code of ['unavailable', 'storage_full', 'scanner_away', 'internal', 'too_many_requests', 'not_signed_in'] as const)
    expect([code, mayPassLater(refused(code))]).toEqual([code, true]);
  for (const code of ['file_active', 'file_bloated', 'file_disguised', 'file_infected', 'file_too_large', 'forbidden', 'wrong_state'] as const)
    expect([code, mayPassLater(refused(code))]).toEqual([code, false]);
  expect([mayPassLater(new Unreached('cut off')), mayPassLater('file_empty')]).toEqual([true, false]);
});
