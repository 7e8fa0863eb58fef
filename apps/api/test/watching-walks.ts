// Why following leaves no entry in the journal, for the suite that walks every writing door.
const own = 'what a person follows and reads is nobody else’s, and the journal is read by leads';

export const watchingExempt: Record<string, string> = {
  'people.follow': own,
  'people.unfollow': own,
  'people.markNews': own,
  'people.reviseDigest': own,
  'people.stopDigest': own,
};
