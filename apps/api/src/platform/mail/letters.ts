// Every letter by its name; whoever adds one adds its file in letters/ and its line here.
import { addressChanged } from './letters/address-changed.ts';
import { addressConfirm } from './letters/address-confirm.ts';
import { addressStop } from './letters/address-stop.ts';
import { coalitionAnswered, coalitionEnded, coalitionInvited } from './letters/coalition.ts';
import { evidenceRequest } from './letters/evidence-request.ts';
import { factorChanged } from './letters/factor-changed.ts';
import { invitation } from './letters/invitation.ts';
import { organisationGone, organisationLeaving, organisationStaying } from './letters/leaving.ts';
import { newSignIn } from './letters/new-sign-in.ts';
import { newsDigest } from './letters/news-digest.ts';
import { passwordChanged } from './letters/password-changed.ts';
import { passwordReset } from './letters/password-reset.ts';
import { removedFromOrganisation } from './letters/removed.ts';

export const letters = {
  factorChanged,
  evidenceRequest,
  coalitionInvited,
  coalitionEnded,
  coalitionAnswered,
  invitation,
  passwordReset,
  passwordChanged,
  addressConfirm,
  addressStop,
  addressChanged,
  newSignIn,
  newsDigest,
  removedFromOrganisation,
  organisationLeaving,
  organisationStaying,
  organisationGone,
};

export type LetterName = keyof typeof letters;
/** What a letter must be told. */
export type FactsOf<N extends LetterName> = { [fact in keyof (typeof letters)[N]['facts']]: string };
