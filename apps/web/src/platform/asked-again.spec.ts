// What could not be fetched is asked for again where that may help, with longer pauses, and then shown.
import { describe, expect, it } from '@jest/globals';
import { Problem, type RefusalCode } from '@servanda/contract';
import { Refused, Unreached } from './api.ts';
import { isAskedAgain, pauseBefore } from './asked-again.ts';
import { newClient } from './queries.ts';

const refused = (code: RefusalCode) => new Refused(Problem.parse({ type: `urn:servanda:${code}`, title: code, status: 503, detail: '', code, requestId: '1' }));

describe('asking again', () => {
  it.each<[string, unknown, boolean]>([
    ['a service that is overloaded', refused('unavailable'), true],
    ['a fault of the service', refused('internal'), true],
    ['a network that is away', new Unreached('offline'), true],
    ['a refusal', refused('forbidden'), false],
    ['an answer that is none', new TypeError('no shape'), false],
  ])('%s', (_, error, again) => {
    expect([0, 3, 4].map((times) => isAskedAgain(times, error))).toEqual([again, again, false]);
  });

  it('waits longer each time', () => {
    expect([0, 1, 2, 3].map(pauseBefore)).toEqual([400, 800, 1600, 3200]);
  });

  it('brings the answer to the page once the service is there again, and shows a refusal at once', async () => {
    const client = newClient({ onSignedOut: () => {} });
    let asked = 0;
    const answers = client.ensureQueryData({
      queryKey: ['busy'],
      queryFn: () => {
        asked += 1;
        return asked < 3 ? Promise.reject(refused('unavailable')) : Promise.resolve('here');
      },
      retryDelay: 0,
    });
    await expect(answers).resolves.toBe('here');
    const never = client.ensureQueryData({ queryKey: ['refused'], queryFn: () => Promise.reject(refused('forbidden')), retryDelay: 0 });
    await expect(never).rejects.toBeInstanceOf(Refused);
    expect(asked).toBe(3);
    client.clear();
  });
});
