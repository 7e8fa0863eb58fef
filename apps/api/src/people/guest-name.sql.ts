/**
 * The name of somebody who gave something for another organisation of a coalition, with that one's name, as both were then; null where nobody did.
 * Both are columns. It stays when the person, or the organisation, is gone.
 */
export const guestName = (organisation: string, person: string) => of("h.person_name || ' (' || h.member_name || ')'", organisation, person);
/** The same without the organisation, where it stands beside the name. */
export const guestNameAlone = (organisation: string, person: string) => of('h.person_name', organisation, person);

const of = (what: string, organisation: string, person: string) =>
  `(SELECT ${what} FROM coalition_hand h WHERE h.organisation_id = ${organisation} AND h.person_id = ${person} ORDER BY h.since LIMIT 1)`;
