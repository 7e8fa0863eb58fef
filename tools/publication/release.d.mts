import type { Release, Statement } from '@servanda/contract';

interface Packages {
  Release: { safeParse: (value: unknown) => unknown };
  Statement: { safeParse: (value: unknown) => unknown };
  statementFormat: string;
}
interface Canonical {
  canonicalJson: (value: unknown) => string;
}
export function checkRelease(
  bytes: Buffer,
  expected?: string,
  packages?: readonly [Packages, Canonical],
): Promise<{
  sha256: string;
  release: import('zod').infer<typeof Release> | null;
  statement: import('zod').infer<typeof Statement> | null;
  problems: string[];
}>;
