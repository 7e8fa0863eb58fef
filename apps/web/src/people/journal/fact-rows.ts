/** One fact of an entry: where it stands among the facts, and what it was before and after. */
export interface FactRow {
  path: readonly string[];
  before: unknown;
  after: unknown;
}
type Flat = Map<string, { path: string[]; value: unknown }>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A list of things is read by what each is called; a list of words is one fact. */
const nameOf = (item: Record<string, unknown>, place: number) => String(item['element'] ?? item['id'] ?? place + 1);

function flatten(value: unknown, path: string[], into: Flat): Flat {
  if (Array.isArray(value) && value.some(isRecord)) {
    value.forEach((item: unknown, place) => {
      if (!isRecord(item)) return;
      const { element: _, id: __, ...rest } = item;
      flatten(rest, [...path, nameOf(item, place)], into);
    });
  } else if (isRecord(value)) for (const [name, inner] of Object.entries(value)) flatten(inner, [...path, name], into);
  else into.set(path.join('\n'), { path, value });
  return into;
}
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What changed: every fact whose value before is not the one after. Where an entry tells one side only, all of it. */
export function changedRows({ before, after }: Record<string, unknown>): FactRow[] {
  const [was, is] = [flatten(before ?? {}, [], new Map()), flatten(after ?? {}, [], new Map())];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const row = { path: is.get(key)?.path ?? was.get(key)?.path ?? [], before: was.get(key)?.value, after: is.get(key)?.value };
    return same(row.before, row.after) ? [] : [row];
  });
}

/** What an entry tells beside before and after. */
export function otherFacts({ before: _, after: __, ...rest }: Record<string, unknown>): { path: readonly string[]; value: unknown }[] {
  return [...flatten(rest, [], new Map()).values()];
}
