-- The articles that a release covers, beside its coverage: lists and notices name them without reading the bytes of each release. The database
-- derives them from the bytes, so that they cannot say anything else; they go out of the public's reach with the row that they stand in.
ALTER TABLE "publication_content" ADD COLUMN "articles" JSONB GENERATED ALWAYS AS ("content"::jsonb #> '{parts,articles}') STORED;
