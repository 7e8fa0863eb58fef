-- Functions of the schema app are for the runtime role alone.
REVOKE EXECUTE ON FUNCTION app.out_of_date_on, app.evidence_day FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.evidence_day TO servanda_app;
