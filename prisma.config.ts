import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema',
  // A restore goes first to the migrations that its archive knew.
  migrations: { path: process.env['MIGRATIONS_DIR'] ?? 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost:5432/none' },
});
