// Whether a cited passage still stands in what its piece says today.

/** White space, soft hyphens and the marks that break lines or turn the direction: they differ from one edition of a text to the next and say nothing. */
const bare = (text: string) => `translate(${text}, E' \\t\\n\\r\\u00a0\\u00ad\\u200b\\u2028\\u2029\\u202a\\u202b\\u202c\\u202d\\u202e', '')`;

/** Whether two texts are the same but for white space. */
export const sameWords = (one: string, other: string) => `${bare(one)} = ${bare(other)}`;

const removed = (file: string) => `EXISTS (SELECT 1 FROM evidence_file_removal x WHERE x.organisation_id = ct.organisation_id AND x.file_id = ${file})`;

/**
 * true, false, or null: no passage was marked, or it cannot be told, because a text of the newest revision is not (wholly) read. `ct` citation.
 * A passage stands where its file still belongs to the piece; else where its words are found in a file that does. Texts are read only then.
 */
export const passageStands = `CASE
    WHEN ct.file_id IS NULL THEN NULL
    WHEN NOT ${removed('ct.file_id')} THEN true
    WHEN EXISTS (SELECT 1 FROM evidence_file f WHERE f.organisation_id = ct.organisation_id AND f.evidence_id = ct.evidence_id AND NOT ${removed('f.id')}
      AND position(${bare('ct.quote')} IN ${bare(`(SELECT string_agg(p.text, '' ORDER BY p.number) FROM evidence_page p WHERE p.organisation_id = f.organisation_id AND p.file_id = f.id)`)}) > 0) THEN true
    WHEN EXISTS (SELECT 1 FROM evidence_file f LEFT JOIN evidence_text t ON t.organisation_id = f.organisation_id AND t.file_id = f.id
      WHERE f.organisation_id = ct.organisation_id AND f.evidence_id = ct.evidence_id AND NOT ${removed('f.id')} AND (t.state IS DISTINCT FROM 'done' OR NOT t.is_whole)) THEN NULL
    ELSE false END`;
