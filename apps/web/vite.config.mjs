import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const contract = fileURLToPath(new URL('../../packages/contract/src/index.ts', import.meta.url));

/** Lays a `.br` and a `.gz` beside every text file, so that no server has to compress while somebody waits. */
const compressed = () => ({
  name: 'compressed',
  writeBundle({ dir }) {
    for (const path of readdirSync(dir, { recursive: true }).filter((name) => /\.(js|css|svg)$/.test(name))) {
      const bytes = readFileSync(join(dir, path));
      writeFileSync(join(dir, `${path}.br`), brotliCompressSync(bytes));
      writeFileSync(join(dir, `${path}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

export default defineConfig({
  plugins: [react(), compressed()],
  // The contract's source, so that no built copy can be out of step with it.
  resolve: { alias: { '@servanda/contract': contract } },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.API_PORT ?? 4000}` } },
  // Nothing is inlined as data: the content security policy takes fonts and scripts from 'self' only.
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: true },
});
