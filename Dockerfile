# The assistant in production. Build: docker build -t learning-pipeline-assistant .
# Run: docker run --env-file .env -p 3978:3978 -v lp-data:/data learning-pipeline-assistant
# Leave HOST, PORT and DATA_DIR out of that .env: they are set below, and an empty line would unset them.
# Import documents beside the running server: docker exec <container> node dist/cli/import.js /data/documents

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:22-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_DIR=/data
WORKDIR /app
# The image's user `node` may write to /data and nowhere else; a new named volume takes over the folder's owner.
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY adaptive-cards ./adaptive-cards
COPY knowledge ./knowledge
COPY prompts ./prompts
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and stops on SIGTERM: it finishes running turns within 10 s, so give it `docker stop -t 15`.
CMD ["node", "--heap-growing-percent=30", "--max-semi-space-size=16", "dist/main.js"]
