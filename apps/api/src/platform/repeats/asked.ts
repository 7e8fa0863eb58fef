import type { Door } from '@servanda/contract';
import { refuseField } from '../http/refusal.ts';
import type { DoorRequest } from '../http/request.ts';
import type { Keyed } from './repeats.ts';

const header = 'idempotency-key';
/** Visible ASCII, long enough not to be met by chance. */
const usable = /^[\x21-\x7e]{16,255}$/;

/** The idempotency key of a request to a door that repeats, or null. Refuses `invalid_input` for a key that cannot be used. */
export function keyedRequest(door: Door, request: DoorRequest, shape: (result: unknown) => string): Keyed | null {
  const sent = request.headers[header];
  if (!door.repeats || sent === undefined) return null;
  // The draft writes it as a quoted string; most programs send it bare.
  const key = String(sent).replace(/^"(.*)"$/, '$1');
  if (!usable.test(key)) refuseField(header, 'Use 16 to 255 letters, digits and signs, such as a UUID, new for each act');
  return {
    key,
    facts: [door.name, JSON.stringify(request.input)],
    status: door.status,
    shape: (result) => {
      if (door.status === 204) return '';
      return door.output.safeParse(result).success ? shape(result) : null;
    },
    isClaimed: false,
    result: undefined,
    kept: null,
  };
}
