/**
 * The name of somebody who gave something for another organisation of a coalition, with that one's name, as both were then; null where nobody did.
 * Both are columns. It stays when the person, or the organisation, is gone.
 */
export const guestName = (organisation: string, person: string) => of("h.person_name || ' (' || h.member_name || ')'", organisation, person);
/** The same without the organisation, where it stands beside the name. */
export const guestNameAlone = (organisation: string, person: string) => of('h.person_name', organisation, person);

/**
 * The organisation for which a guest of a coalition gave a judgement, as it was called then; null for a judgement of the dossier's own organisation.
 * `a`: assessment. It stays when the guest, or the organisation, is gone.
 */
export const guestOrganisation = (a: string) =>
  `CASE WHEN EXISTS (SELECT 1 FROM coalition_hand h WHERE h.organisation_id = ${a}.organisation_id AND h.dossier_id = ${a}.dossier_id AND h.person_id = ${a}.author_id)
    AND NOT EXISTS (SELECT 1 FROM body b WHERE b.organisation_id = ${a}.organisation_id AND b.name = ${a}.author_body) THEN ${a}.author_body END`;

/** Whether a piece was given by the organisation for which the guest in scope asks; false for a member. `e`: evidence. */
export const isGuestsSql = (e: string) =>
  `EXISTS (SELECT 1 FROM coalition_hand h WHERE h.organisation_id = ${e}.organisation_id AND h.dossier_id = ${e}.dossier_id AND h.person_id = ${e}.added_by AND h.member_id = (SELECT app.home()))`;

const of = (what: string, organisation: string, person: string) =>
  `(SELECT ${what} FROM coalition_hand h WHERE h.organisation_id = ${organisation} AND h.person_id = ${person} ORDER BY h.since LIMIT 1)`;
