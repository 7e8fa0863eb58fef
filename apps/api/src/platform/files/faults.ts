/** The code of an error of Node, zlib or a library (`ENOSPC`, `Z_DATA_ERROR`), else empty. */
export const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** Whether a library threw a plain Error to say that its input is broken: a TypeError and its like are our own faults. */
export const isPlain = (error: unknown): error is Error => typeof error === 'object' && error !== null && 'name' in error && error.name === 'Error';
