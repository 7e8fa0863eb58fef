// One address in, one address out: nothing that could become a second recipient or a header.
import { domainToASCII } from 'node:url';

/**
 * The address as it is handed to SMTP: local part as given (NFC), domain in its ASCII form, so that `bücher.example` and
 * `xn--bcher-kva.example` are one. Throws where it is not exactly one plain address; callers have validated what people type.
 */
export function postalAddress(address: string): string {
  const [local, domain, ...more] = address.normalize('NFC').split('@');
  if (!local || !domain || more.length || /[\s,;<>"()[\]\\:]|\p{C}/u.test(`${local}${domain}`))
    throw new Error('The address of a letter is not one plain address');
  const ascii = domainToASCII(domain);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(ascii)) throw new Error('The domain of a letter’s address cannot be used');
  return `${local}@${ascii}`;
}
