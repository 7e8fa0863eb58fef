// Every letter by its name; whoever adds one adds its file in letters/ and its line here.
import { invitation } from './letters/invitation.ts';

export const letters = { invitation };

export type LetterName = keyof typeof letters;
/** What a letter must be told. */
export type FactsOf<N extends LetterName> = { [fact in keyof (typeof letters)[N]['facts']]: string };
