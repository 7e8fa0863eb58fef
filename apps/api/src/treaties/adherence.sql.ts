/** JSON array of the printed or Committee-set dates of the State under the alias `s`: { event, on, source }. */
export const overridesJson = `coalesce((SELECT jsonb_agg(jsonb_build_object('event', o.event, 'on', o."on", 'source', o.source) ORDER BY o.event) FROM calendar_override o WHERE o.iso3 = s.iso3), '[]')`;
