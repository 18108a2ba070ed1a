/**
 * Without C the programs run on any system of their kind; the setting is part of the key of Go's own cache, as are
 * -trimpath and -ldflags, so they must be the same everywhere or everything is compiled once more.
 */
export const GO_SETTINGS = { CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=readonly -buildvcs=false' };

/** -v names each package when it is compiled. */
export const GO_FLAGS = ['-v', '-trimpath', '-ldflags=-s -w'];
