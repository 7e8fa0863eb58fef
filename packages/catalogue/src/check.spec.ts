import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const tool = fileURLToPath(new URL('../../../tools/catalogue-check.mjs', import.meta.url));
const treaty = fileURLToPath(new URL('../data/treaty.txt', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'catalogue-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const check = (...args: string[]) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('catalogue:check', () => {
  it('prints the articles and the register of another text', () => {
    const { status, stdout } = check(file('lights.txt', 'Article 1\nLights\n\n1. States shall keep lights.\n\n2. They may rest.\n'));
    expect(status).toBe(0);
    expect(stdout).toContain('1  Lights  (line 1; 2 paragraphs; 1 “shall”)  States shall keep lights. …');
    expect(stdout).toContain('1.1  line    4  States shall keep lights. …');
  });

  it('reads the Protocol itself: 17 articles, 42 “shall” in the first twelve', () => {
    const { status, stdout } = check(treaty);
    expect(status).toBe(0);
    expect(stdout).toContain('17 articles, 56 “shall”');
    const counts = [...stdout.matchAll(/^ +(\d+) {2}\(line .*; (\d+) “shall”\)/gm)].filter((match) => Number(match[1]) <= 12);
    expect(counts.reduce((sum, match) => sum + Number(match[2]), 0)).toBe(42);
  });

  it('says in a sentence what is wrong, with the line, and ends with 1', () => {
    const failures = [
      [check(), /Usage/],
      [check(join(folder, 'none.txt')), /There is no file/],
      [check(folder), /is not a file/],
      [check(file('empty.txt', '')), /The text is empty/],
      [check(file('binary.pdf', Buffer.from([0x25, 0x50, 0x0a, 0x00, 0xff]))), /^Line 2: This is not plain text/],
      [check(file('twice.txt', 'Article 1\n\nA.\n\nArticle 1\n\nB.')), /^Line 5: Article 1 appears a second time/],
    ] as const;
    for (const [{ status, stdout, stderr }, message] of failures) {
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(message);
    }
  });
});
