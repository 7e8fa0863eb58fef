export const formats: string[];
export const languages: string[];
export function documentOf(number: number): Promise<{
  piece: Record<string, string>;
  file: { name: string; bytes: Buffer };
  /** A sentence that stands in it. */
  says: string;
}>;
