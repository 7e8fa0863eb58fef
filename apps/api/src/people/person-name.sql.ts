/** The name of the person whose id a column holds; whoever has left the organisation is no longer seen, and is named as a former member. */
export const personName = (column: string) => `coalesce((SELECT p.name FROM person p WHERE p.id = ${column}), 'Former member')`;
