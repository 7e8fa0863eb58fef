-- How many pages a file has whose text was read up to the limit, so that it can be said of how many the first were read.
ALTER TABLE "evidence_text" ADD COLUMN "pages_in_all" INTEGER;
ALTER TABLE "evidence_text" ADD CONSTRAINT "evidence_text_pages_in_all" CHECK ("pages_in_all" >= "pages");
GRANT UPDATE ("pages_in_all") ON "evidence_text" TO servanda_app;
