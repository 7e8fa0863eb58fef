// As a client with a key does: who is told to come again comes again. On a busy machine that may happen to one of twenty equal requests,
// that waits for its turn (409 still_running) or for a connection (503), and says nothing against any of them.

/** The first answer that is not "not just now". */
export async function insistently<T extends { status: number; text: string }>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await send();
    if (answer.status !== 503 && !(answer.status === 409 && answer.text.includes('still_running'))) return answer;
  }
}
