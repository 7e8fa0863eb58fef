// One request of the matrix, as bytes on a loopback connection.
import type { Door } from '@servanda/contract';

export interface Heard {
  status: number;
  /** The problem's code where it is one. */
  code: string | null;
  /** Headers and body: where canaries are looked for. */
  text: string;
  body: unknown;
}
export type Ids = Record<string, string>;

export const pathOf = (door: Pick<Door, 'path'>, ids: Ids): string =>
  door.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`Plant a thing for {${name}} of ${door.path} in test/matrix/world.ts: the matrix has none.`);
    return id;
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const codeIn = (body: unknown) => (body && typeof body === 'object' && 'code' in body && typeof body.code === 'string' ? body.code : null);

/** Knocks at a door with this identity (headers), path and body. */
export async function knock(
  origin: string,
  door: Pick<Door, 'method' | 'accepts'>,
  path: string,
  identity: Record<string, string>,
  body?: object,
): Promise<Heard> {
  const headers: Record<string, string> = { ...identity };
  let sent: string | FormData | undefined;
  if (door.accepts) {
    sent = new FormData();
    sent.set('file', new Blob([`a note, ${crypto.randomUUID()}`]), 'note.txt');
  } else if (body) {
    sent = JSON.stringify(body);
    headers['content-type'] = 'application/json';
  }
  const answer = await fetch(origin + path, { method: door.method, headers, ...(sent === undefined ? {} : { body: sent }), redirect: 'manual' });
  // A file whose content is not where its row says is cut off in mid-answer.
  const text = await answer.text().catch(() => '');
  const read = parsed(text);
  return {
    status: answer.status,
    code: /problem\+json/.test(answer.headers.get('content-type') ?? '') ? codeIn(read) : null,
    text: `${JSON.stringify([...answer.headers])}\n${text}`,
    body: read,
  };
}
