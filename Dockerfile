# The API with the built web app, as a non-root user. Build: docker build -t servanda .
FROM node:26.10.0-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json prisma.config.ts ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/
COPY packages/catalogue/package.json packages/catalogue/
COPY packages/contract/package.json packages/contract/
# The install of every other machine, with the optional packages: the native parts of argon2, SWC and the bundler are among them.
# It leaves its mark, so that the build below does not install once more.
COPY tools/bootstrap.mjs tools/
RUN node --input-type=module -e "import { install } from './tools/bootstrap.mjs'; install()"
COPY . .
RUN node tools/build.mjs

FROM node:26.10.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
RUN groupadd --gid 10001 servanda && useradd --uid 10001 --gid servanda --no-create-home servanda \
  && mkdir -p /var/lib/servanda/files && chown -R servanda:servanda /var/lib/servanda
COPY --from=build --chown=root:root /app /app
USER servanda
ENV HOST=0.0.0.0 PORT=4000 FILES_DIR=/var/lib/servanda/files WEB_DIR=/app/apps/web/dist
VOLUME /var/lib/servanda
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/api/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
