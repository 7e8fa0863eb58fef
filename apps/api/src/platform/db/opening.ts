import type pg from 'pg';

/** The part of the driver's connection that speaks PostgreSQL's extended protocol; its types leave it out. */
interface Line {
  stream: { cork(): void; uncork(): void };
  parse(statement: { text: string }): void;
  bind(portal: { values: string[] }): void;
  execute(portal: object): void;
  sync(): void;
}

/**
 * BEGIN and the scope's settings in one journey. The settings travel as bound values and never in the text of a
 * statement, which every connection of the role can read in pg_stat_activity.
 */
class Opening implements pg.Submittable {
  callback: (error?: Error) => void = () => undefined;
  constructor(
    readonly begin: string,
    readonly text: string,
    readonly values: string[],
  ) {}

  submit(connection: pg.Connection): void {
    const line: unknown = connection;
    if (!speaks(line)) throw new Error('This version of the driver is not known.');
    line.stream.cork();
    line.parse({ text: this.begin });
    line.bind({ values: [] });
    line.execute({});
    line.parse({ text: this.text });
    line.bind({ values: this.values });
    line.execute({});
    line.sync();
    line.stream.uncork();
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.callback();
  }
  handleError(error: Error): void {
    this.callback(error);
  }
}
const speaks = (line: unknown): line is Line => typeof line === 'object' && line !== null && ['parse', 'bind', 'execute', 'sync'].every((verb) => verb in line);

/** Begins a transaction (`BEGIN READ ONLY`) with these settings, which end with it. */
export const open = (client: pg.ClientBase, begin: string, text: string, values: string[]): Promise<void> =>
  new Promise((done, failed) => {
    const opening = new Opening(begin, text, values);
    opening.callback = (error) => (error ? failed(error) : done());
    client.query(opening);
  });
