import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const contract = fileURLToPath(new URL('../../packages/contract/src/index.ts', import.meta.url));

export default defineConfig({
  plugins: [react()],
  // The contract's source, so that no built copy can be out of step with it.
  resolve: { alias: { '@servanda/contract': contract } },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.API_PORT ?? 4000}` } },
  // Nothing is inlined as data: the content security policy takes fonts and scripts from 'self' only.
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: true },
});
