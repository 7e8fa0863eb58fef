import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** Everything that a browser can be told not to offer. Passkeys, a full screen and copying are ours to use. */
const refusedFeatures = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'compute-pressure', 'display-capture', 'encrypted-media', 'gamepad'],
  ...['geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'keyboard-map', 'local-fonts', 'magnetometer', 'microphone'],
  ...['midi', 'otp-credentials', 'payment', 'picture-in-picture', 'screen-wake-lock', 'serial', 'storage-access', 'usb', 'window-management'],
  ...['xr-spatial-tracking'],
];
const ownFeatures = ['clipboard-write', 'fullscreen', 'publickey-credentials-create', 'publickey-credentials-get'];
const permissions = [...refusedFeatures.map((name) => `${name}=()`), ...ownFeatures.map((name) => `${name}=(self)`)].join(', ');

/** What an answer of the API may do in a browser: nothing. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The headers of every answer, whatever it says. Pages replace the content policy by their own. */
export const edgeHeaders = (request: Pick<FastifyRequest, 'id'>, config: Pick<Config, 'isSecure'>) => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-request-id': String(request.id),
  'permissions-policy': permissions,
  'content-security-policy': apiPolicy,
  ...(config.isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
});
