# Candour needs no build step: Node 24 runs the TypeScript sources as they stand.
FROM node:24-bookworm-slim

# Two arenas of the C library's heap instead of one for each thread: 35 MB less, and no slower.
ENV NODE_ENV=production \
    NO_UPDATE_NOTIFIER=1 \
    MALLOC_ARENA_MAX=2

WORKDIR /opt/candour

# Dependencies first: they change less often than the sources. The pinned `node` package is only for development.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY bin ./bin
COPY src ./src
COPY workers ./workers
COPY config ./config
COPY docs ./docs
COPY README.md LICENSE ./

# The mailbox's secrets and the findings belong to this user alone.
RUN mkdir -p /var/lib/candour /etc/candour \
    && chown -R node:node /var/lib/candour
USER node
VOLUME ["/var/lib/candour"]
WORKDIR /etc/candour

# The review pages, where council.yaml says "web: { host: 0.0.0.0, … }".
EXPOSE 8024

# GET /health answers on the container's own loopback only; the check runs inside.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "/opt/candour/bin/health.js"]

STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/opt/candour/bin/candour.js"]
CMD ["start", "--config", "/etc/candour/council.yaml"]
