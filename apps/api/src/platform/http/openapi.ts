import { type Door, doors, gateRefusals, Problem, type RefusalCode, refusals, whoMayUse } from '@servanda/contract';
import * as z from 'zod';
import { kindsOf } from './rates.ts';

const everyDoor: RefusalCode[] = ['internal', 'unavailable'];
const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'New for each act, such as a UUID. The same request with the same key is done once and answered alike for 24 hours.',
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

/** Every code that a door may refuse with, its own and those that follow from its shape. */
export function refusalsOf(door: Door): RefusalCode[] {
  const codes = new Set<RefusalCode>([...door.refusals, ...gateRefusals(door), ...everyDoor]);
  if (door.input.params || door.input.query || door.input.body) codes.add('invalid_input');
  if (door.input.body) codes.add('unreadable_body').add('body_too_large');
  if (door.access === 'session') codes.add('not_signed_in');
  if (kindsOf(door).length) codes.add('too_many_requests');
  if (door.repeats) codes.add('repeated_differently').add('still_running');
  return [...codes];
}

/** Named shapes of the document, by name: as generated, and as written into the document. */
const components = new Map<string, { made: string; shape: unknown }>();

/** The schema of one door, its named shapes moved to the document's components. What is sent under a name differs from what is answered by defaults: it is then called `…Sent`. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, $defs = {}, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  const names = new Map(
    Object.entries($defs).map(([name, shape]) => {
      const answered = components.get(name)?.made;
      return [name, io === 'input' && answered !== undefined && answered !== JSON.stringify(shape) ? `${name}Sent` : name];
    }),
  );
  const moved = (part: object) =>
    JSON.parse(JSON.stringify(part).replace(/"#\/\$defs\/([^"]+)"/g, (_, name: string) => `"#/components/schemas/${names.get(name)}"`));
  for (const [name, shape] of Object.entries($defs)) components.set(names.get(name) ?? name, { made: JSON.stringify(shape), shape: moved(shape) });
  return moved(made);
};

function parameters(door: Door) {
  const inAddress = (['params', 'query'] as const).flatMap((part) => {
    const schema = door.input[part];
    if (!schema) return [];
    const made = schemaOf(schema, 'input') as { properties?: Record<string, object>; required?: string[] };
    return Object.entries(made.properties ?? {}).map(([name, property]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || (made.required ?? []).includes(name),
      schema: property,
    }));
  });
  return door.repeats ? [...inAddress, keyHeader] : inAddress;
}

function requestBody(door: Door) {
  if (door.accepts)
    return {
      required: true,
      content: { [door.accepts]: { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } } },
    };
  return door.input.body ? { required: true, content: { 'application/json': { schema: schemaOf(door.input.body, 'input') } } } : undefined;
}

function responses(door: Door) {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(door)) byStatus.set(refusals[code][0], [...(byStatus.get(refusals[code][0]) ?? []), code]);
  const good =
    door.status === 204
      ? { description: 'Done' }
      : { description: 'Done', content: { [door.media ?? 'application/json']: { schema: schemaOf(door.output, 'output') } } };
  const refused = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((c) => `\`${c}\`: ${refusals[c][1]}`).join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return { [String(door.status)]: good, ...Object.fromEntries(refused) };
}

/** The OpenAPI 3.1 document of every door of the contract, with its refusals. */
export function openApi() {
  // What is answered first, so that its shapes keep the plain names.
  for (const output of [Problem, ...doors.map((door) => door.output)]) schemaOf(output, 'output');
  const paths: Record<string, Record<string, object>> = {};
  for (const door of doors) {
    paths[door.path] = {
      ...paths[door.path],
      [door.method.toLowerCase()]: {
        operationId: door.name,
        tags: [door.word],
        summary: door.summary,
        description: whoMayUse(door),
        ...(door.allows ? { 'x-allows': door.allows } : {}),
        security: door.access === 'session' ? [{ session: [] }, ...(door.allows?.key ? [{ key: [] }] : [])] : [],
        parameters: parameters(door),
        ...(requestBody(door) ? { requestBody: requestBody(door) } : {}),
        responses: responses(door),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Servanda',
      version: '0.1.0',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      description:
        'How a State keeps the promises of the Optional Protocol on the sale of children, child prostitution and child pornography. Errors are RFC 9457 problem+json with a closed list of codes.',
    },
    tags: [...new Set(doors.map((d) => d.word))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { shape }]) => [name, shape])),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'servanda', description: '`__Host-servanda` over TLS' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key of an organisation, `servanda_…`' },
      },
    },
  };
}
