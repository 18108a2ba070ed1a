# The image of one service: docker build --build-arg APP=order --tag mesh/order .
#
# The classic builder and BuildKit both take it. The base images are arguments; RUN_IMAGE needs nothing but the C and C++
# libraries that Node is linked to, so a distroless "cc" image does as well: no shell is ever started in it.
ARG NODE_IMAGE=node:24.21.0-trixie-slim
ARG RUN_IMAGE=debian:13.2-slim

FROM ${NODE_IMAGE} AS node

FROM node AS build
WORKDIR /mesh
# All the manifests, and nothing else, in front of the installation: a change of a source keeps what is installed.
# The scripts of packages only fetch the Node that is already here.
COPY package.json package-lock.json .npmrc ./
COPY protos/package.json protos/
COPY libs/config/package.json libs/config/
COPY libs/postgres/package.json libs/postgres/
COPY libs/rpc/package.json libs/rpc/
COPY libs/tracing/package.json libs/tracing/
COPY apps/gateway/package.json apps/gateway/
COPY apps/inventory/package.json apps/inventory/
COPY apps/order/package.json apps/order/
COPY apps/telemetry-lite/package.json apps/telemetry-lite/
COPY tools/checks/package.json tools/checks/
COPY tools/cli/package.json tools/cli/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
RUN npm ci --ignore-scripts --cache /tmp/npm && rm -r /tmp/npm
COPY tsconfig.base.json ./
COPY tools/image tools/image
COPY protos protos
COPY libs libs
COPY apps apps
RUN npx --no-install tsc -b apps/gateway apps/order apps/inventory
# A start then reads a handful of files of the tracing library and not hundreds.
RUN node libs/tracing/pack/bundle-dist.mjs
# From here on it is about one of the three.
ARG APP
RUN node tools/image/collect-app.mjs ${APP} /app

FROM ${RUN_IMAGE}
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app /app
WORKDIR /app
ARG APP
ENV NODE_ENV=production OTEL_SERVICE_NAME=${APP}
# A number, so that "must not run as root" can be checked without a user database.
USER 65532:65532
# `service` leads to apps/<the service>, so that no shell has to put the name in.
CMD ["node", "--enable-source-maps", "--import", "@mesh/tracing/register", "service/dist/main.js"]
