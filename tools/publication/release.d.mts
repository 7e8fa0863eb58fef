import type { Release } from '@servanda/contract';

interface Packages {
  Release: { safeParse: (value: unknown) => unknown };
}
interface Canonical {
  canonicalJson: (value: unknown) => string;
}
export function checkRelease(
  bytes: Buffer,
  expected?: string,
  packages?: readonly [Packages, Canonical],
): Promise<{ sha256: string; release: import('zod').infer<typeof Release> | null; problems: string[] }>;
