// How documents look. $1 organisation throughout.

const logo = `CASE WHEN s.logo IS NOT NULL THEN json_build_object('sha256', s.logo_sha256, 'width', s.logo_width, 'height', s.logo_height) END AS logo`;
const last = 'FROM house_style s WHERE s.organisation_id = $1 ORDER BY s.number DESC LIMIT 1';

/** One row { number, name, colour, paper, logo }, or none where nobody has chosen yet. */
export const lastSql = `SELECT s.number, s.name, s.colour, s.paper, ${logo} ${last}`;
/** The same with `bytes`: the PNG of the logo, or null. */
export const dressSql = `SELECT s.number, s.name, s.colour, s.paper, ${logo}, s.logo AS bytes ${last}`;
/** $2 number · $3 name · $4 colour · $5 paper · $6 without its logo · $7 person · $8 moment. One row { number }, none where this number was taken meanwhile. */
export const reviseSql = `INSERT INTO house_style (organisation_id, number, name, colour, paper, logo, logo_sha256, logo_width, logo_height, by, at)
SELECT $1::uuid, $2::int, $3, $4, $5, s.logo, s.logo_sha256, s.logo_width, s.logo_height, $7::uuid, $8::timestamptz
FROM (SELECT 1) one LEFT JOIN house_style s ON s.organisation_id = $1 AND s.number = $2::int - 1 AND NOT $6::boolean ON CONFLICT DO NOTHING RETURNING number`;
/** $2 number · $3 name · $4 colour · $5 paper · $6 PNG · $7 hash · $8 width · $9 height · $10 person · $11 moment. One row { number }, or none as above. */
export const logoSql = `INSERT INTO house_style (organisation_id, number, name, colour, paper, logo, logo_sha256, logo_width, logo_height, by, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING number`;
