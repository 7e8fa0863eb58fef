import { leastWeight, weightOf, wordsAround } from '@servanda/contract';
import { dictionary } from '@zxcvbn-ts/language-common';
import { refuseField } from '../../platform/http/refusal.ts';

let common: Set<string> | undefined;
/** Whether a text stands in the list of common passwords: 49,233 entries from breaches, most common first (MIT). */
export const isCommonPassword = (text: string): boolean => {
  common ??= new Set(dictionary['passwords-common'].map(String));
  return common.has(text);
};

/** Refuses a new password that somebody who knows the account would find soon; `around`: its address, its person's name, its organisation's. */
export function checkNewPassword(password: string, ...around: string[]): void {
  if (weightOf(password, { around: wordsAround(...around), isCommon: isCommonPassword }) < leastWeight)
    refuseField('password', 'This password is easy to guess: it is common, repeats itself, or is made of the address or name. Choose another sentence');
}
