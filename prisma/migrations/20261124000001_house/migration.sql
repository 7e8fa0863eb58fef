-- CreateEnum
CREATE TYPE "law_verdict" AS ENUM ('compliant', 'largely_compliant', 'partially_compliant', 'non_compliant');

-- CreateEnum
CREATE TYPE "practice_verdict" AS ENUM ('effective', 'substantial', 'limited', 'none', 'no_data');

-- CreateEnum
CREATE TYPE "review_act" AS ENUM ('submit', 'accept', 'return');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('draft', 'submitted', 'accepted', 'returned');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'contradicts');

-- CreateEnum
CREATE TYPE "dossier_kind" AS ENUM ('own', 'independent');

-- CreateEnum
CREATE TYPE "ground" AS ENUM ('extradition_conditional_on_treaty', 'no_later_extradition_treaty', 'party_to_the_crc', 'not_party_to_the_crc', 'not_in_a_position_to_assist');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('law', 'judgment', 'policy', 'budget', 'statistics', 'training_record', 'institution', 'agreement', 'report');

-- CreateEnum
CREATE TYPE "confidentiality" AS ENUM ('public', 'internal', 'restricted');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('government', 'ngo', 'nhri', 'operator');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('lead', 'reviewer', 'contributor', 'viewer');

-- CreateEnum
CREATE TYPE "membership_status" AS ENUM ('invited', 'active', 'suspended', 'left');

-- CreateEnum
CREATE TYPE "state_status" AS ENUM ('party', 'signatory');

-- CreateEnum
CREATE TYPE "adherence_type" AS ENUM ('ratification', 'accession', 'succession');

-- CreateTable
CREATE TABLE "assessment" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "element_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "law" "law_verdict",
    "practice" "practice_verdict",
    "as_of" DATE NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "reasons" TEXT NOT NULL,
    "qualifier_note" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "wording_sha256" TEXT NOT NULL,
    "catalogue_version" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_role" "role" NOT NULL,
    "author_body" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "citation" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "evidence_id" UUID NOT NULL,
    "pinpoint" TEXT NOT NULL,
    "stance" "stance" NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("organisation_id","assessment_id","ordinal")
);

-- CreateTable
CREATE TABLE "review" (
    "organisation_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "act" "review_act" NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_role" "role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("organisation_id","assessment_id","ordinal")
);

-- CreateTable
CREATE TABLE "current_assessment" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "element_code" TEXT NOT NULL,
    "latest_id" UUID NOT NULL,
    "latest_number" INTEGER NOT NULL,
    "latest_status" "review_status" NOT NULL,
    "latest_author_id" UUID NOT NULL,
    "latest_recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "status_reason" TEXT NOT NULL DEFAULT '',
    "standing_id" UUID,
    "standing_number" INTEGER,
    "standing_accepted" BOOLEAN NOT NULL DEFAULT false,
    "law" "law_verdict",
    "practice" "practice_verdict",
    "as_of" DATE,
    "standing_since" TIMESTAMPTZ(3),

    CONSTRAINT "current_assessment_pkey" PRIMARY KEY ("organisation_id","dossier_id","element_code")
);

-- CreateTable
CREATE TABLE "dossier" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kind" "dossier_kind" NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "treaty" TEXT NOT NULL DEFAULT 'opsc',
    "title" TEXT NOT NULL,
    "catalogue_version" TEXT NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "facts" JSONB NOT NULL,
    "opened_by" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "dossier_element" (
    "organisation_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "element_code" TEXT NOT NULL,
    "applies" BOOLEAN NOT NULL,
    "ground" "ground",
    "reason" TEXT,

    CONSTRAINT "dossier_element_pkey" PRIMARY KEY ("organisation_id","dossier_id","element_code")
);

-- CreateTable
CREATE TABLE "evidence" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kind" "evidence_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "originator" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "dated_on" DATE,
    "in_force_from" DATE,
    "in_force_to" DATE,
    "period_from" DATE,
    "period_to" DATE,
    "confidentiality" "confidentiality" NOT NULL,
    "link" TEXT,
    "summary" TEXT NOT NULL,
    "out_of_date_on" DATE,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "evidence_revision" (
    "organisation_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_revision_pkey" PRIMARY KEY ("organisation_id","evidence_id","number")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "stored_by" UUID NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at_us" BIGINT NOT NULL,
    "person_id" UUID,
    "role" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT,
    "data" JSONB NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("organisation_id","seq")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "version" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "obligation" (
    "code" TEXT NOT NULL,
    "article" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "citation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "section" TEXT NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "element" (
    "code" TEXT NOT NULL,
    "obligation_code" TEXT NOT NULL,
    "article" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "citation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "wording_sha256" TEXT NOT NULL,
    "rule" TEXT NOT NULL,

    CONSTRAINT "element_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "iso3" CHAR(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "status" "membership_status" NOT NULL DEFAULT 'active',
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id","person_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_sha256" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "body" TEXT,
    "token_sha256" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "setup_code" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "code_sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state" (
    "iso3" CHAR(3) NOT NULL,
    "name" TEXT NOT NULL,
    "status" "state_status" NOT NULL,
    "type" "adherence_type",
    "signed_on" DATE,
    "deposited_on" DATE,
    "is_crc_party" BOOLEAN NOT NULL,
    "has_reservation_or_declaration" BOOLEAN NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "source_line" INTEGER,
    "is_invented" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "state_pkey" PRIMARY KEY ("iso3")
);

-- CreateTable
CREATE TABLE "reservation" (
    "id" UUID NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "provision" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_override" (
    "id" UUID NOT NULL,
    "iso3" CHAR(3) NOT NULL,
    "event" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_override_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_organisation_id_dossier_id_element_code_recorded_idx" ON "assessment"("organisation_id", "dossier_id", "element_code", "recorded_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "assessment_number_once" ON "assessment"("organisation_id", "dossier_id", "element_code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_in_dossier" ON "assessment"("organisation_id", "dossier_id", "id");

-- CreateIndex
CREATE INDEX "citation_organisation_id_evidence_id_idx" ON "citation"("organisation_id", "evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_once" ON "dossier"("organisation_id", "iso3", "treaty", "title");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_in_dossier" ON "evidence"("organisation_id", "dossier_id", "id");

-- CreateIndex
CREATE INDEX "evidence_file_organisation_id_evidence_id_idx" ON "evidence_file"("organisation_id", "evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_ordinal_key" ON "obligation"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "element_ordinal_key" ON "element"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_sha256_key" ON "session"("token_sha256");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_sha256_key" ON "invitation"("token_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "reservation_once" ON "reservation"("iso3", "provision", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_override_once" ON "calendar_override"("iso3", "event");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_element" FOREIGN KEY ("organisation_id", "dossier_id", "element_code") REFERENCES "dossier_element"("organisation_id", "dossier_id", "element_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_assessment" FOREIGN KEY ("organisation_id", "dossier_id", "assessment_id") REFERENCES "assessment"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_evidence" FOREIGN KEY ("organisation_id", "dossier_id", "evidence_id") REFERENCES "evidence"("organisation_id", "dossier_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_assessment" FOREIGN KEY ("organisation_id", "assessment_id") REFERENCES "assessment"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_element" FOREIGN KEY ("organisation_id", "dossier_id", "element_code") REFERENCES "dossier_element"("organisation_id", "dossier_id", "element_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_state" FOREIGN KEY ("iso3") REFERENCES "state"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_element" ADD CONSTRAINT "dossier_element_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_element" ADD CONSTRAINT "dossier_element_element" FOREIGN KEY ("element_code") REFERENCES "element"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_dossier" FOREIGN KEY ("organisation_id", "dossier_id") REFERENCES "dossier"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_revision" ADD CONSTRAINT "evidence_revision_evidence" FOREIGN KEY ("organisation_id", "evidence_id") REFERENCES "evidence"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_evidence" FOREIGN KEY ("organisation_id", "evidence_id") REFERENCES "evidence"("organisation_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "element" ADD CONSTRAINT "element_obligation" FOREIGN KEY ("obligation_code") REFERENCES "obligation"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_state" FOREIGN KEY ("iso3") REFERENCES "state"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_override" ADD CONSTRAINT "calendar_override_state" FOREIGN KEY ("iso3") REFERENCES "state"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What can be true at all. The names are the error's key.
ALTER TABLE "person" ADD CONSTRAINT "person_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_government_has_state" CHECK (("kind" = 'government') = ("iso3" IS NOT NULL));
ALTER TABLE "setup_code" ADD CONSTRAINT "setup_code_single" CHECK ("id" = 1);
ALTER TABLE "session" ADD CONSTRAINT "session_token_is_a_hash" CHECK (octet_length("token_sha256") = 32);
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_period_in_order" CHECK ("period_from" <= "period_to");
ALTER TABLE "dossier_element" ADD CONSTRAINT "dossier_element_ground_when_not_applicable" CHECK ("applies" = ("ground" IS NULL) AND ("applies" OR "reason" <> ''));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_force_in_order" CHECK ("in_force_from" <= "in_force_to");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_period_in_order" CHECK ("period_from" <= "period_to");
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_with_reason" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_reason" IS NULL));
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_hash" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_size" CHECK ("size_bytes" BETWEEN 1 AND 26214400);
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_has_a_verdict" CHECK ("law" IS NOT NULL OR "practice" IS NOT NULL);
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_says_how_you_know" CHECK (btrim("reasons") <> '');
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_number_positive" CHECK ("number" >= 1);
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_period_in_order" CHECK ("period_from" <= "period_to");
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_wording_hash" CHECK ("wording_sha256" = encode(sha256(convert_to("wording", 'UTF8')), 'hex'));
ALTER TABLE "review" ADD CONSTRAINT "review_return_with_reason" CHECK ("act" <> 'return' OR btrim("reason") <> '');
ALTER TABLE "current_assessment" ADD CONSTRAINT "current_assessment_standing_whole" CHECK (("standing_id" IS NULL) = ("standing_number" IS NULL));
