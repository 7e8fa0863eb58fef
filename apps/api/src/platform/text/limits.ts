/** What reading one file may cost; beyond, it is stopped and says so. */
export interface Limits {
  /** Milliseconds. */
  longest: number;
  /** Megabytes of the thread's own memory. */
  mostMemory: number;
  mostPages: number;
  /** Characters of text that are kept. */
  mostCharacters: number;
}

export const limits: Limits = { longest: 60_000, mostMemory: 512, mostPages: 2000, mostCharacters: 10_000_000 };

/** Characters of one part of a text without pages. */
export const partLength = 3000;
