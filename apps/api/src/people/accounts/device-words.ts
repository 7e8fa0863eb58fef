import type { OpenSession } from '@servanda/contract';
import Bowser from 'bowser';

type Words = Pick<OpenSession, 'browser' | 'system' | 'form'>;
const forms: Record<string, Words['form']> = { desktop: 'desktop', mobile: 'mobile', tablet: 'tablet' };

/** What a browser calls itself, in names that a person knows. It is what it says: a hint to its owner, never a proof. */
export function deviceWords(agent: string | null): Words {
  if (!agent) return { browser: null, system: null, form: 'unknown' };
  const { browser, os, platform } = Bowser.parse(agent);
  const form = forms[platform.type ?? ''];
  return { browser: browser.name || null, system: os.name || null, form: form ?? (browser.name ? 'program' : 'unknown') };
}
