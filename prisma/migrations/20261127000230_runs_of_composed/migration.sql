-- A composed report is made as every other document is: a run says which report, and which of its issues; null is as it stands, or drafted from the record.
ALTER TABLE "report_run" ADD COLUMN "report_id" uuid, ADD COLUMN "issue_number" integer;
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_report" FOREIGN KEY ("organisation_id", "dossier_id", "report_id") REFERENCES "report"("organisation_id", "dossier_id", "id") ON DELETE CASCADE;
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_issue_of_report" CHECK ("issue_number" IS NULL OR "report_id" IS NOT NULL);
CREATE INDEX "report_run_of_report" ON "report_run" ("organisation_id", "dossier_id", "report_id") WHERE "report_id" IS NOT NULL;
