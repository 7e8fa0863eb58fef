const files = import.meta.glob<Record<string, unknown>>('./fr/*.json', { eager: true, import: 'default' });

/** Every namespace of the language: the file's name is the namespace's. */
export const words = Object.fromEntries(Object.entries(files).map(([path, entries]) => [path.slice('./fr/'.length, -'.json'.length), entries]));
