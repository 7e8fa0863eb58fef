/**
 * Text of a stream of bytes in windows that overlap, so that what lies across two chunks is seen whole.
 * Answers the window and the place of its first byte.
 */
export async function* windowsOf(
  stream: AsyncIterable<unknown>,
  overlap: number,
  encoding: BufferEncoding = 'latin1',
): AsyncGenerator<{ text: string; at: number }> {
  let kept = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('windows are made of bytes');
    const bytes = kept.length ? Buffer.concat([kept, chunk]) : chunk;
    yield { text: bytes.toString(encoding), at };
    const from = Math.max(0, bytes.length - overlap);
    kept = Buffer.from(bytes.subarray(from));
    at += from;
  }
}
