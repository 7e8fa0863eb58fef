import { createReadStream } from 'node:fs';
import { unfit } from './unfit.ts';
import { windowsOf } from './windows.ts';

// Embedded and linked objects, templates fetched from elsewhere (one on the writer's own drive is only remembered), and fields that start another program.
const acting =
  /\\obj(?:ect|data|emb|link|autlink|sub|pub|icemb|html|ocx|update|class|name)(?![a-z])|\\template\s*(?!\s)(?![A-Za-z]:)[\s\S]{3}|\\fldinst[^}]{0,200}\b(?:DDE|(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT)\b[^}]{0,40}(?:[a-z]{2,}:|\\\\\\\\)|(?:java|vb)script:)/i;

/** Refuses an RTF that holds objects, a template of another place, or a DDE field (file_active). */
export async function checkRtf(path: string): Promise<void> {
  for await (const { text } of windowsOf(createReadStream(path), 512))
    if (acting.test(text))
      unfit(
        'rtf_object',
        'The RTF holds an embedded object, or a template or field that starts a program or fetches something. Save it as PDF, and send that.',
      );
}
