// Forms sent over a bare socket, so that a test can break them, cut them off or stream them without holding them.
import { once } from 'node:events';
import net from 'node:net';

export const boundary = 'b0undary';
/** A part of a form up to its content; `disposition` as written after `form-data; `. */
export const partHead = (disposition: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
export const formEnd = `\r\n--${boundary}--\r\n`;

export interface RawForm {
  port: number;
  path: string;
  cookie: string;
  /** The length announced. */
  length: number;
  contentType?: string;
  /** Announces no length; the caller writes chunks. */
  isChunked?: boolean;
}

/** Opens a request and sends its head. */
export async function openForm({
  port,
  path,
  cookie,
  length,
  contentType = `multipart/form-data; boundary=${boundary}`,
  isChunked = false,
}: RawForm): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1');
  // The server may hang up while we write.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nContent-Type: ${contentType}\r\n${isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`}\r\nConnection: close\r\n\r\n`,
  );
  return socket;
}

/** The status and JSON of the answer. */
export async function answerOf(socket: net.Socket): Promise<{ status: number; body: { code?: string; name?: string; detail?: string; id?: string } }> {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const json = /\{.*\}/s.exec(rest.join('\r\n\r\n'))?.[0];
  return { status: Number(head.split(' ')[1]), body: json ? JSON.parse(json) : {} };
}

/** Sends a whole small form. */
export async function sendForm(where: Omit<RawForm, 'length'>, body: string | Buffer) {
  const bytes = Buffer.from(body);
  const socket = await openForm({ ...where, length: bytes.length });
  socket.write(bytes);
  return answerOf(socket);
}
