// Small counts are withheld, and with them so many others that no small one can be computed from its totals (decision 0038). Pure; knows no treaty.

/** A total and its parts, by the names of their cells. */
export interface Sum {
  total: string;
  parts: readonly string[];
}
type Cells = ReadonlyMap<string, number>;
/** A sum as a reader can use it, over the cells withheld in it: parts count up, the total down. */
interface Equation {
  hidden: [cell: string, sign: 1 | -1][];
  /** What of the total is not recorded: nought, or all that a reader knows is that the parts are not more than it. */
  left: number;
}

/** Counts that could point to somebody. */
export const isSmall = (count: number): boolean => count >= 1 && count <= 4;
/** How many moves, and how many tries of them, a search for another table takes; what it does not find is taken for told. */
const limits = { moves: [3, 7, 11], tries: 1500 };

/**
 * The cells that may not be shown. `cells` holds what is recorded; sums whose total or parts are missing may be named all the same.
 * Every small count is withheld. Then, until there is another table that fits what is shown as well as the true one does, with another count in that
 * cell, the smallest shown count of its sums is withheld too. A reader is held to know the sums, and that a withheld count is at least one: a count
 * of nought is always shown. What is withheld does not say which of it is small.
 */
export function withheld(cells: Cells, sums: readonly Sum[]): Set<string> {
  const small = [...cells].filter(([, count]) => isSmall(count)).map(([cell]) => cell);
  const out = new Set(small);
  const safe = new Set<string>();
  let equations = equationsOf(cells, sums, out);
  for (const cell of small)
    while (!safe.has(cell)) {
      const moved = anotherTable(cell, cells, equations);
      // What was safe stays so: to withhold more takes sums from the reader and gives none.
      for (const name of moved?.keys() ?? []) safe.add(name);
      if (safe.has(cell)) break;
      const next = nextOf(cell, cells, sums, out);
      // Without one, every count above nought in reach is withheld, and twice each of them fits as well as they do.
      if (next === null) {
        safe.add(cell);
        break;
      }
      out.add(next);
      equations = equationsOf(cells, sums, out);
    }
  return out;
}

/** The equations in which each withheld cell stands. */
function equationsOf(cells: Cells, sums: readonly Sum[], out: ReadonlySet<string>): Map<string, Equation[]> {
  const of = new Map<string, Equation[]>([...out].map((cell) => [cell, []]));
  for (const { total, parts } of sums) {
    const all = cells.get(total);
    if (all === undefined) continue;
    const left = all - parts.reduce((sum, part) => sum + (cells.get(part) ?? 0), 0);
    const hidden: Equation['hidden'] = [...parts.map((part): [string, 1] => [part, 1]), [total, -1]];
    const equation = { hidden: hidden.filter(([cell]) => out.has(cell)), left };
    for (const [cell] of equation.hidden) of.get(cell)?.push(equation);
  }
  return of;
}

/** Moves of one up or down, by cell, after which every sum still holds and every withheld count is at least one; the cell itself is moved. Null where none are found. */
function anotherTable(cell: string, cells: Cells, equations: ReadonlyMap<string, Equation[]>): Map<string, number> | null {
  const moved = new Map<string, number>();
  let tries = 0;
  const after = ({ hidden }: Equation) => hidden.reduce((sum, [name, sign]) => sum + sign * (moved.get(name) ?? 0), 0);
  const isBroken = (equation: Equation) => (equation.left === 0 ? after(equation) !== 0 : after(equation) > equation.left);
  const mend = (moves: number): boolean => {
    tries += 1;
    const broken = [...moved.keys()].flatMap((name) => equations.get(name) ?? []).find(isBroken);
    if (!broken) return true;
    if (moves === 0 || tries > limits.tries) return false;
    for (const [name, sign] of broken.hidden) {
      const step = after(broken) > 0 ? -sign : sign;
      if (moved.has(name) || (cells.get(name) ?? 0) + step < 1) continue;
      moved.set(name, step);
      if (mend(moves - 1)) return true;
      moved.delete(name);
    }
    return false;
  };
  for (const moves of limits.moves)
    for (const step of [1, -1].filter((one) => (cells.get(cell) ?? 0) + one >= 1)) {
      moved.clear();
      tries = 0;
      moved.set(cell, step);
      if (mend(moves)) return moved;
    }
  return null;
}

/**
 * The shown count to withhold next: the smallest part, else the total, of a sum in which one withheld cell stands alone; else the smallest of any sum
 * that bears on the cell, the nearest first.
 */
function nextOf(cell: string, cells: Cells, sums: readonly Sum[], out: ReadonlySet<string>): string | null {
  const bearing = sums.filter(({ total }) => cells.has(total));
  const shown = (names: readonly string[]) => names.filter((name) => !out.has(name) && (cells.get(name) ?? 0) > 0);
  const smallest = (names: readonly string[]) => shown(names).sort((a, b) => (cells.get(a) ?? 0) - (cells.get(b) ?? 0) || (a < b ? -1 : 1))[0];
  const reached = new Set([cell]);
  let any: string | undefined;
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    const near = bearing.filter(({ total, parts }) => [total, ...parts].some((name) => reached.has(name)));
    for (const { total, parts } of near) {
      const isAlone = [total, ...parts].filter((name) => out.has(name)).length === 1;
      const next = isAlone ? (smallest(parts) ?? smallest([total])) : undefined;
      if (next !== undefined) return next;
    }
    any ??= smallest([...new Set(near.flatMap(({ total, parts }) => [...parts, total]))]);
    for (const name of near.flatMap(({ total, parts }) => [total, ...parts])) if (out.has(name)) reached.add(name);
  }
  return any ?? null;
}
