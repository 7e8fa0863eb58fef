// One changed byte, anywhere; a cut, anywhere; a wrong key: the archive is refused with a sentence.
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { ArchiveFault, open, seal } from './container.mjs';

const key = 'a key of at least thirty-two characters';
const gathered = async (parts) => {
  const all = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
/** In pieces of uneven size, as a disk or a socket gives them. */
const pieces = (bytes, size = 65_521) =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)));
const sealed = (bytes, by) => gathered(seal(pieces(bytes), by));
const opened = (bytes, by) => gathered(open(pieces(bytes), by));
const fault = (bytes, by) =>
  opened(bytes, by).then(
    () => 'opened',
    (error) => (error instanceof ArchiveFault ? error.message : `not an ArchiveFault: ${error.stack}`),
  );

describe.each([
  ['with a key', key],
  ['without a key', undefined],
])('an archive %s', (_, by) => {
  test.each([0, 1, 1000, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])('of %d bytes comes back as it was', async (size) => {
    const bytes = randomBytes(size);
    expect((await opened(await sealed(bytes, by), by)).equals(bytes)).toBe(true);
  });

  test('is refused for any one changed byte', async () => {
    const archive = await sealed(randomBytes(300), by);
    for (let at = 0; at < archive.length; at++) {
      const changed = Buffer.from(archive);
      changed[at] ^= 1 << (at % 8);
      expect({ at, said: await fault(changed, by) }).toEqual({ at, said: expect.stringMatching(/changed|cut off|no Servanda backup/) });
    }
  });

  test('is refused wherever it is cut', async () => {
    const archive = await sealed(randomBytes(300), by);
    for (let at = 0; at < archive.length; at++)
      expect({ at, said: await fault(archive.subarray(0, at), by) }).toEqual({ at, said: expect.stringMatching(/cut off|no Servanda backup/) });
  });

  test('is refused when frames are swapped, repeated, dropped or added', async () => {
    const archive = await sealed(randomBytes(3 * 1024 * 1024), by);
    const head = archive.indexOf('\n') + 1;
    const whole = 4 + 1024 * 1024 + 16;
    const [one, two, three] = [0, 1, 2].map((i) => archive.subarray(head + i * whole, head + (i + 1) * whole));
    const start = archive.subarray(0, head);
    for (const frames of [
      [two, one, three],
      [one, one, two, three],
      [one, three],
      [two, three],
    ])
      expect(await fault(Buffer.concat([start, ...frames]), by)).toMatch(/changed or damaged/);
    expect(await fault(Buffer.concat([start, one, two]), by)).toMatch(/cut off/);
    expect(await fault(Buffer.concat([archive, Buffer.from('x')]), by)).toMatch(/added after the end/);
  });
});

test('a key is asked for, and a wrong one does not open', async () => {
  const archive = await sealed(randomBytes(100), key);
  expect(await fault(archive, undefined)).toMatch(/is encrypted/);
  expect(await fault(archive, `${key}!`)).toMatch(/does not open/);
  expect(archive.includes('tables')).toBe(false);
});

test('the same bytes are never sealed alike', async () => {
  const [a, b] = [await sealed(Buffer.alloc(1000), key), await sealed(Buffer.alloc(1000), key)];
  expect(a.equals(b)).toBe(false);
});
