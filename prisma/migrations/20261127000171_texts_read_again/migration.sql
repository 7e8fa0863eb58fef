-- The text of RTF and OpenDocument files held what they tell beside it (authors, comments): it is read anew from the file when a process next begins to serve.
ALTER TABLE "evidence_text" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "evidence_file" NO FORCE ROW LEVEL SECURITY;
UPDATE "evidence_text" t SET state = 'waiting', reason = NULL, changed_at = clock_timestamp() - interval '1 day' FROM "evidence_file" f
WHERE f.organisation_id = t.organisation_id AND f.id = t.file_id AND t.state IN ('done', 'no_text')
  AND f.media_type IN ('application/rtf', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet');
ALTER TABLE "evidence_text" FORCE ROW LEVEL SECURITY;
ALTER TABLE "evidence_file" FORCE ROW LEVEL SECURITY;
