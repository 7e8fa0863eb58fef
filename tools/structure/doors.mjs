// Every door of the contract is tried by the matrix of who may do what.

/** Doors that have no row in the matrix, with the remedy. */
export function doorsWithoutRow(files) {
  const rows = files.flatMap(({ path, text }) => (/^apps\/api\/test\/matrix\/([a-z-]+-)?rows\.ts$/.test(path) ? [text] : [])).join('\n');
  return files.flatMap(({ path, text }) => {
    const word = /^packages\/contract\//.test(path) && !/\.spec\./.test(path) ? /doorsOf\('(\w+)'\)/.exec(text)?.[1] : undefined;
    return [...text.matchAll(/\bdoor\('(\w+)'/g)].flatMap(([, name]) =>
      !word || rows.includes(`'${word}.${name}':`)
        ? []
        : [`${path}: the door ${word}.${name} has no row in apps/api/test/matrix/rows.ts; say there what it needs to be tried (often just {}).`],
    );
  });
}
