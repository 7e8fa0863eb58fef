import * as z from 'zod';

/** What kind of act an entry of the journal tells of; the filter of the page is by these. */
export const actGroups = ['work', 'access', 'people', 'release', 'refusal', 'upkeep'] as const;
export const ActGroup = z.enum(actGroups);
export type ActGroup = z.infer<typeof ActGroup>;

/**
 * Every act that the journal knows, with its group. The list is closed: an act that is not here does not compile, and
 * one without its sentence in the three languages (`acts` of locales/…/journal.json) fails a test. A new act is one
 * line here and one sentence in each language.
 */
export const journalActs = {
  'dossier.opened': 'work',
  'dossier.facts_revised': 'work',
  'evidence.added': 'work',
  'evidence.list_brought_in': 'work',
  'request.asked': 'work',
  'request.moved': 'work',
  'evidence.revised': 'work',
  'evidence.withdrawn': 'work',
  'evidence.file_added': 'work',
  'evidence.erased': 'work',
  'evidence.text_asked_again': 'work',
  'dossier.shelf_life_revised': 'work',
  'national_provision.added': 'work',
  'national_provision.corrected': 'work',
  'national_provision.amended': 'work',
  'national_provision.withdrawn': 'work',
  'assessment.recorded': 'work',
  'assessment.recorded_and_submitted': 'work',
  'assessment.submitted': 'work',
  'assessment.accepted': 'work',
  'assessment.returned': 'work',
  'elements.assigned': 'work',
  'session.opened': 'access',
  'session.ended': 'access',
  'session.entered': 'access',
  'session.left': 'access',
  'session.failed': 'access',
  'session.proven': 'access',
  'second_factor.refused': 'access',
  'totp.added': 'access',
  'totp.removed': 'access',
  'passkey.added': 'access',
  'passkey.renamed': 'access',
  'passkey.removed': 'access',
  'recovery_codes.renewed': 'access',
  'sign_in_rule.changed': 'access',
  'sign_on.configured': 'access',
  'sign_on.removed': 'access',
  'identity.linked': 'access',
  'identity.unlinked': 'access',
  'password.reset_asked': 'access',
  'password.reset': 'access',
  'password.changed': 'access',
  'address.change_asked': 'access',
  'address.changed': 'access',
  'address.change_stopped': 'access',
  'profile.changed': 'people',
  'invitation.accepted': 'people',
  'body.added': 'people',
  'body.revised': 'people',
  'member.invited': 'people',
  'member.invited_again': 'people',
  'member.invitation_withdrawn': 'people',
  'member.revised': 'people',
  'member.suspended': 'people',
  'member.reinstated': 'people',
  'member.removed': 'people',
  'member.left': 'people',
  'organisation.revised': 'people',
  'organisation.founded': 'people',
  'organisation.suspended': 'people',
  'organisation.reinstated': 'people',
  'organisation.leaving_asked': 'people',
  'organisation.leaving_taken_back': 'people',
  'organisation.erased': 'people',
  'organisation.exported': 'release',
  'key.added': 'people',
  'key.revoked': 'people',
  'report.exported': 'release',
  'evidence.file_downloaded': 'release',
  'evidence.opened': 'release',
  'evidence.list_exported': 'release',
  'journal.exported': 'release',
  'journal.anchored': 'upkeep',
  'act.refused': 'refusal',
  'current.rebuilt': 'upkeep',
} as const satisfies Record<string, ActGroup>;
export type JournalAct = keyof typeof journalActs;
export const JournalAct = z.enum(Object.keys(journalActs) as [JournalAct, ...JournalAct[]]);
/** What an act is done to. */
export type JournalSubject = 'dossier' | 'evidence' | 'assessment' | 'session' | 'person' | 'organisation' | 'journal' | 'door' | (string & {});
