import pg from 'pg';

/** The driver's own query, as far as its types leave it out. */
interface Inner extends pg.Submittable {
  callback: unknown;
  _result: unknown;
  prepare(connection: pg.Connection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
  handleReadyForQuery(connection: pg.Connection): void;
  handleError(error: Error, connection: pg.Connection): void;
}
const isInner = (query: unknown): query is Inner => typeof query === 'object' && query !== null && 'prepare' in query && 'handleDataRow' in query;

/**
 * A statement with a setting before it, in one journey and one implicit transaction: `set_config(…, true)` ends with it.
 * What answers the setting is passed over; the rest is the driver's own.
 */
export class Outside implements pg.Submittable {
  readonly #inner: Inner;
  #isSet = false;

  constructor(
    readonly context: string,
    readonly text: string,
    values: unknown[],
  ) {
    const inner: unknown = new pg.Query(text, values);
    if (!isInner(inner)) throw new Error('This version of the driver is not known.');
    this.#inner = inner;
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    connection.parse({ name: '', text: "SELECT set_config('app.context', $1, true)", types: [] }, true);
    connection.bind({ values: [this.context] }, true);
    connection.execute({}, true);
    this.#inner.prepare(connection);
    connection.stream.uncork();
  }

  get callback(): unknown {
    return this.#inner.callback;
  }
  set callback(told: unknown) {
    this.#inner.callback = told;
  }
  /** Where the driver puts its type parsers. */
  get _result(): unknown {
    return this.#inner._result;
  }
  handleRowDescription(message: unknown): void {
    this.#inner.handleRowDescription(message);
  }
  handleDataRow(message: unknown): void {
    if (this.#isSet) this.#inner.handleDataRow(message);
  }
  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#isSet) this.#inner.handleCommandComplete(message, connection);
    this.#isSet = true;
  }
  handleReadyForQuery(connection: pg.Connection): void {
    this.#inner.handleReadyForQuery(connection);
  }
  handleError(error: Error, connection: pg.Connection): void {
    this.#inner.handleError(error, connection);
  }
}

/** Runs one statement on a connection of the pool, signed as standing outside any scope. */
export const askOutside = <Row extends object>(pool: pg.Pool, context: string, text: string, values: unknown[]): Promise<Row[]> =>
  new Promise((done, failed) => {
    pool.connect((unreachable, client, release) => {
      if (unreachable || !client) return failed(unreachable ?? new Error('Connection terminated'));
      const told = (error: Error | null, result?: pg.QueryResult<Row>) => {
        release(error ?? undefined);
        if (error) failed(error);
        else done(result?.rows ?? []);
      };
      Reflect.apply(client.query, client, [new Outside(context, text, values), told]);
    });
  });
