import { v7 } from 'uuid';

/** A new identifier: UUID v7, so that keys follow time. */
export const newId = (): string => v7();
