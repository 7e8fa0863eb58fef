// Small real documents for the demonstration world, made in code: PDF, RTF, CSV and plain text.

/** What the standard fonts of a PDF can show without embedding one. */
const plain = (line: string) => line.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');

/** One page A4 in Helvetica; every object stands in the cross-reference table, so that strict readers open it. */
function pdf(lines: string[]): Buffer {
  const shown = lines.map((line) => `(${plain(line).replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const drawing = `BT /F1 10 Tf 56 780 Td 15 TL\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join('\n');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n${table}\ntrailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const rtfText = (line: string) => line.replace(/[\\{}]/g, '\\$&').replace(/[^\p{ASCII}]/gu, (c) => `\\u${c.charCodeAt(0)}?`);
const rtf = (lines: string[]) => Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Helvetica;}}\\fs22\n${lines.map(rtfText).join('\\par\n')}\\par}\n`);
const csv = (lines: string[]) => Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
const txt = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);

const makers: Record<string, (lines: string[]) => Buffer> = { pdf, rtf, csv, txt };

/** The bytes of a document; the name's ending decides the format (pdf, rtf, csv or txt). */
export function documentOf({ name, lines }: { name: string; lines: string[] }): Buffer {
  const make = makers[name.split('.').at(-1) ?? ''];
  if (!make) throw new Error(`No document is made of the kind of ${name}.`);
  return make(lines);
}
