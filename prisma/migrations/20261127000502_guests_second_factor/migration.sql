-- As before; and from when the organisation whose dossier it is asks for a second factor. It asks that of its own members so that a stolen password
-- opens nothing of it; a guest's would otherwise.
CREATE OR REPLACE FUNCTION app.shared_with(held jsonb, wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.outside_only();
  RETURN (SELECT jsonb_build_object('dossier', c.dossier_id, 'host', jsonb_build_object('id', o.id, 'kind', o.kind, 'iso3', o.iso3),
      'role', CASE m.role WHEN 'viewer' THEN 'viewer' ELSE 'contributor' END, 'secondFactorFrom', r.second_factor_from)
    FROM session s JOIN membership m ON m.organisation_id = s.organisation_id AND m.person_id = s.person_id AND m.status = 'active'
    JOIN coalition_member c ON c.member_id = s.organisation_id AND c.dossier_id = wanted AND c.standing = 'joined'
    JOIN organisation o ON o.id = c.organisation_id AND o.suspended_at IS NULL
    LEFT JOIN sign_in_rule r ON r.organisation_id = o.id
    WHERE s.id = (held->>'sessionId')::uuid AND wanted IS NOT NULL);
END $$;
