// Size and names of files, and what no source may hold.
const forbiddenName = /(^|[/.-])(utils?|helpers?|common|misc|base|manager)([/.-]|$)/i;
const isSource = (path) => /^(apps|packages|e2e|tools)\//.test(path) && /\.(ts|tsx|mjs)$/.test(path);
const isSpec = (path) => /\.spec\.|\/test\/|^e2e\//.test(path);

export function tooLong(files, most = 300) {
  return files
    .filter(({ path }) => isSource(path) && !path.includes('/world/'))
    .map(({ path, text }) => [path, text.split('\n').length - 1])
    .filter(([path, lines]) => lines > (isSpec(path) ? most * 1.5 : most))
    .map(([path, lines]) => `${path} has ${lines} lines; over ${most} is two files in one.`);
}

export function badNames(files) {
  return files.filter(({ path }) => isSource(path) && forbiddenName.test(path)).map(({ path }) => `${path}: name the file by what it does.`);
}

/** Lines of the typical source file; the house keeps it between 30 and 90. */
export function medianLines(files) {
  const lengths = files
    .filter(({ path }) => isSource(path) && !isSpec(path) && !path.includes('/world/'))
    .map(({ text }) => text.split('\n').length)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

const forbidden = [
  [/^apps\/api\/src\/(?!platform\/|reference\/|demo\/|generated\/)/, /new Date\(\)|Date\.now\(\)/, 'asks for the time itself; take it from the clock'],
  [/^apps\/api\/src\//, /Math\.random\(/, 'uses Math.random; take crypto'],
  [
    /^apps\/api\/src\/(?!platform\/db\/|generated\/)/,
    /new PrismaClient|\$queryRawUnsafe|\$executeRawUnsafe|new pg\.Pool/,
    'goes to the database by its own way; use platform/db',
  ],
  [/^apps\/(api|web)\/src\/(?!generated\/)|^packages\/contract\//, /\bas any\b|: any\b|@ts-ignore|@ts-nocheck/, 'steps around the compiler'],
  [
    /^apps\/web\/src\/.*\.css$/,
    /(margin|padding|border)-(left|right|top|bottom)\s*:|text-align:\s*(left|right)|(?<![-\w])(left|right)\s*:/,
    'is not logical; use -inline- and -block- properties, start and end',
  ],
  [
    /^apps\/web\/src\/.*\.tsx$/,
    /\b(marginLeft|marginRight|paddingLeft|paddingRight|textAlign: '(left|right)'|ta="(left|right)")\b/,
    'is not logical; use start and end',
  ],
  [/^(apps|packages|e2e)\//, /child prostitutes?\b(?!ion)/i, 'uses a term that the field has left behind'],
  [/\.(spec)\.(ts|tsx|mjs)$/, /\b(it|test|describe)\.(only|skip)\(|\bx(it|describe)\(/, 'leaves a test out'],
];

export function forbiddenText(files) {
  return files.flatMap(({ path, text }) =>
    forbidden.flatMap(([where, what, why]) => {
      if (!where.test(path) || !isSourceOrStyle(path)) return [];
      const line = text.split('\n').findIndex((l) => what.test(l));
      return line < 0 ? [] : [`${path}:${line + 1} ${why}.`];
    }),
  );
}
const isSourceOrStyle = (path) => /\.(ts|tsx|mjs|css)$/.test(path);
