/** What an anchor says: at this moment, this was the head of this organisation's chain. Hashes and signatures are hexadecimal. */
export interface AnchorFacts {
  organisation: string;
  number: number;
  seq: number;
  hash: string;
  /** Microseconds since 1970. */
  atUs: number;
  key: string;
  previous: string;
}

/** The text that is signed. `tools/journal` writes the same from an exported file. */
export const anchorText = ({ organisation, number, seq, hash, atUs, key, previous }: AnchorFacts): string =>
  JSON.stringify(['servanda anchor 1', organisation, number, seq, hash, atUs, key, previous]);
