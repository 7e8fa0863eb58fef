// When an organisation asks for a second person to publish. Nobody frees oneself of it on the spot. Pure.
import { hoursInSight } from '@servanda/contract';

/** What the rows of the rule say: whether it was ever asked for, who asked first since then to end it, and whether somebody else asked that, too. */
export interface KeptRule {
  number: number;
  wasAsked: boolean;
  ending: { by: string; byName: string; at: string } | null;
  isAgreed: boolean;
}
export interface RuleOfNow {
  number: number;
  secondPerson: boolean;
  /** It still holds, and ends at this moment unless it is taken back. */
  ending: { at: string; by: string; byId: string } | null;
}

/** It ends once somebody else agrees, or after so many hours in which every lead and reviewer could see it coming. */
export function ruleAt({ number, wasAsked, ending, isAgreed }: KeptRule, now: Date): RuleOfNow {
  if (!wasAsked || isAgreed) return { number, secondPerson: false, ending: null };
  if (!ending) return { number, secondPerson: true, ending: null };
  const ends = Date.parse(ending.at) + hoursInSight * 3_600_000;
  if (now.getTime() >= ends) return { number, secondPerson: false, ending: null };
  return { number, secondPerson: true, ending: { at: new Date(ends).toISOString(), by: ending.byName, byId: ending.by } };
}
