import { type Allowance, type Door, whoMayUse } from '@servanda/contract';

const roles = ['lead', 'reviewer', 'contributor', 'viewer'] as const;
const kinds = ['government', 'ngo', 'nhri', 'operator'] as const;
const tick = (is: boolean) => (is ? '●' : '');
const cells = (allows: Allowance) => [
  ...roles.map((role) => tick(allows.roles.includes(role))),
  ...kinds.map((kind) => tick(allows.kinds.includes(kind))),
  allows.key ?? '',
  allows.fresh ? 'proof' : '',
];
const row = (parts: string[]) => `| ${parts.join(' | ')} |`;
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The page docs/authorisation.md: who may come through which door, from the contract's one table. */
export function authorisationPage(doors: Door[]): string {
  const guarded = doors.flatMap(({ allows, ...door }) => (allows ? [{ ...door, allows }] : []));
  const words = [...new Set(guarded.map((door) => door.word))];
  const open = doors.filter((door) => !door.allows);
  return `# Authorisation

Made from the contract by \`npm run authorisation\`; a test compares it with the doors.

A door opens to those whom its \`allows\` names, before any handler runs; every other caller gets \`forbidden\`, or \`not_found\` where a door reads one thing by its id, or \`confirm_identity\` where a proof of the last minutes is asked for. What somebody may do with the thing itself (own work, its state, his or her own body) is for the \`.policy.ts\` of the word; the same predicates answer \`may\` with \`because\`. Which things exist for somebody is for row-level security: a foreign id answers exactly as an unknown one. Roles and membership are read anew at every request.

**key**: what an API key must have been given; empty: people only. **proof**: only within minutes of proving anew who one is.

${words
  .map(
    (word) =>
      `## ${word}\n\n${table(
        ['door', ...roles, ...kinds, 'key', 'proof'],
        guarded.filter((door) => door.word === word).map((door) => [`\`${door.method} ${door.path}\`<br>${door.summary}`, ...cells(door.allows)]),
      )}`,
  )
  .join('\n\n')}

## Open to the guests of a coalition

Of the doors above these open, to contributors and viewers, also in the dossier of another organisation whose coalition one's own has joined: for that dossier alone (decision 0043).

${guarded
  .filter((door) => door.guests)
  .map((door) => `- ${door.method} ${door.path}`)
  .join('\n')}

## Open to anyone

${table(
  ['door', 'how'],
  open.map((door) => [
    `\`${door.method} ${door.path}\`<br>${door.summary}`,
    door.access === 'public' ? 'the same answer for everyone, cached by ETag' : whoMayUse(door).replace(/\.$/, '').toLowerCase(),
  ]),
)}
`;
}
