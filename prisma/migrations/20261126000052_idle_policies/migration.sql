-- Policies for changes that nobody has the right to make: what is only ever added needs none.
DROP POLICY "assessment_change" ON "assessment";
DROP POLICY "citation_change" ON "citation";
DROP POLICY "review_change" ON "review";
DROP POLICY "evidence_revision_change" ON "evidence_revision";
DROP POLICY "evidence_file_change" ON "evidence_file";
