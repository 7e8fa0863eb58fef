-- The same index with CASE for coalesce: the planner takes coalesce for something that could leak and keeps it behind the policy.
DROP INDEX "journal_entry_by_moment";
CREATE INDEX "journal_entry_by_moment" ON "journal_entry" ("organisation_id", (CASE WHEN "told_us" IS NULL THEN "at_us" ELSE "told_us" END));
