import type { Grpc } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { patchGrpc } from './patch-grpc.ts';

export interface Patches {
  /** Patches this copy of grpc-js and every one that was seen before. @returns the copy itself */
  apply(grpc: Grpc, version: string | undefined): Grpc;
  /** Takes the patches back from all copies. */
  undo(): void;
}

interface Copy {
  readonly patch: () => () => void;
  undo: (() => void) | undefined;
}

/** A program can load several copies, and each of them by `import` and by `require`, which give the same classes. */
export function createPatches(tracing: GrpcTracing): Patches {
  const copies = new Map<Grpc['Server'], Copy>();
  return {
    apply(grpc, version) {
      const known = copies.get(grpc.Server);
      if (!known)
        copies.set(grpc.Server, { patch: () => patchGrpc(grpc, version, tracing), undo: undefined });
      for (const copy of copies.values()) copy.undo ??= copy.patch();
      return grpc;
    },
    undo() {
      for (const copy of copies.values()) {
        copy.undo?.();
        copy.undo = undefined;
      }
    },
  };
}
