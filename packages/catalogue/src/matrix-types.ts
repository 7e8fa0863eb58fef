/** One of the 22 acts of Article 3(1): a row of the criminalisation matrix. */
export interface CriminalisationAct {
  code: string;
  /** Element that the act belongs to, such as `3.1.a.i.a`. */
  element: string;
  group: string;
  citation: string;
  act: string;
  object: string;
}

/** One of the 29 columns of the criminalisation matrix. */
export interface CriminalisationColumn {
  code: string;
  name: string;
  citation: string;
  force: 'mandatory' | 'qualified' | 'conditional' | 'optional' | 'evidence';
  note: string | null;
  title: string;
  /** The question that a cell of the column answers. */
  asks: string;
  /** Elements whose verdict in law its cells bear on; `act`: the element of the act itself. */
  feeds: string[];
}

/** Acts that one element of Article 3(1) holds: what may be set for all of them at once. */
export interface CriminalisationGroup {
  code: string;
  element: string;
  citation: string;
  title: string;
}
