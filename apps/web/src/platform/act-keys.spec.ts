import { expect, test } from '@jest/globals';
import { ActKeys } from './act-keys.ts';

function keysAt(clock: { now: number }) {
  let made = 0;
  return new ActKeys(
    () => clock.now,
    () => `key-${++made}`,
  );
}

test('an equal act on its way, or whose answer was lost, carries the same key', () => {
  const clock = { now: 0 };
  const keys = keysAt(clock);
  expect(keys.keyFor('add law')).toBe('key-1');
  clock.now = 600_000;
  expect([keys.keyFor('add law'), keys.keyFor('add policy')]).toEqual(['key-1', 'key-2']);
});

test('the second click of a double click carries the same key though the first was answered', () => {
  const clock = { now: 0 };
  const keys = keysAt(clock);
  keys.keyFor('add law');
  keys.answered('add law');
  clock.now = 1999;
  expect(keys.keyFor('add law')).toBe('key-1');
});

test('the same words later are a new act', () => {
  const clock = { now: 0 };
  const keys = keysAt(clock);
  keys.keyFor('add law');
  keys.answered('add law');
  clock.now = 2000;
  expect(keys.keyFor('add law')).toBe('key-2');
});

test('what was answered long ago is forgotten', () => {
  const clock = { now: 0 };
  const keys = keysAt(clock);
  keys.keyFor('add law');
  keys.answered('add law');
  clock.now = 5000;
  keys.keyFor('add policy');
  keys.answered('add policy');
  clock.now = 5001;
  expect(keys.keyFor('add law')).toBe('key-3');
});
