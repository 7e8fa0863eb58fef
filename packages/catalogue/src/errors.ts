/** The text or the curated data cannot be read. `line` is 1-based in the source; 0 where no line is at fault. */
export class CatalogueError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(line > 0 ? `Line ${line}: ${message}` : message);
    this.name = 'CatalogueError';
    this.line = line;
  }
}
