/** Prisma's adapter keeps a kind of its own where a connection is lost or a transaction gives way, and drops the code. */
const codeOfKind: Record<string, string> = {
  DatabaseNotReachable: 'ECONNREFUSED',
  ConnectionClosed: 'ECONNRESET',
  SocketTimeout: 'ETIMEDOUT',
  TooManyConnections: '53300',
  TransactionWriteConflict: '40001',
  DatabaseAccessDenied: '28000',
};

/** The codes that an error carries, through causes and adapters: PostgreSQL's, the driver's, Prisma's, Fastify's. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 6; depth++) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code);
    if ('originalCode' in at && typeof at.originalCode === 'string') codes.push(at.originalCode);
    if ('kind' in at && typeof at.kind === 'string') {
      const code = codeOfKind[at.kind];
      if (code) codes.push(code);
    }
    at = 'cause' in at ? at.cause : 'meta' in at ? at.meta : 'driverAdapterError' in at ? at.driverAdapterError : undefined;
  }
  return codes;
}
