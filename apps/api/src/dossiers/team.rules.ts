// How the elements of a new dossier are dealt among its team; pure.

export interface Share {
  element: string;
  person: string;
}
interface Dealt {
  code: string;
  obligation: string;
}

/** Deals elements in the order of the treaty, so that each of the team has about as many and an obligation stays in one hand. */
export function shared(elements: readonly Dealt[], team: readonly string[]): Share[] {
  const obligations = Map.groupBy(elements, ({ obligation }) => obligation);
  let dealt = 0;
  return [...obligations.values()].flatMap((ofOne) => {
    const person = team[Math.floor((dealt * team.length) / elements.length)];
    dealt += ofOne.length;
    return person === undefined ? [] : ofOne.map(({ code }) => ({ element: code, person }));
  });
}
