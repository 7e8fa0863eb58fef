/** The codes that an error carries, through causes and adapters: PostgreSQL's, the driver's, Prisma's, Fastify's. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at && typeof at === 'object' && depth < 6; depth++) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code);
    if ('originalCode' in at && typeof at.originalCode === 'string') codes.push(at.originalCode);
    if ('kind' in at && at.kind === 'DatabaseNotReachable') codes.push('ECONNREFUSED');
    at = 'cause' in at ? at.cause : 'meta' in at ? at.meta : 'driverAdapterError' in at ? at.driverAdapterError : undefined;
  }
  return codes;
}
