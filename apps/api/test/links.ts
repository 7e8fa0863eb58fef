import { lettersTo } from './letters.ts';
import type { Served } from './server.ts';

/** The token in the link of the newest letter of this name; '' where there is none. */
export async function linkTo(served: Served, email: string, name: string): Promise<string> {
  const found = (await lettersTo(served, email)).findLast(({ letter }) => letter === name);
  return /#([\w-]{43})/.exec(found?.text ?? '')?.[1] ?? '';
}
