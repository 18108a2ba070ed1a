import { InstrumentationBase, InstrumentationNodeModuleDefinition } from '@opentelemetry/instrumentation';
import { notePatched } from '../doctor/patched.ts';
import type { Boundary } from '../propagation/boundary.ts';
import { createPatches, type Patches } from './create-patches.ts';
import type { Grpc } from './grpc-module.ts';

/**
 * Traces the calls of `@grpc/grpc-js`, in and out, however it is imported: what is patched are the prototypes of its
 * servers and clients.
 */
export class GrpcInstrumentation extends InstrumentationBase {
  readonly #patches: Patches;

  constructor(boundary: Boundary) {
    // Not enabled from the base's constructor: the field is not there yet.
    super('@mesh/tracing/grpc', '0.1.0', { enabled: false });
    this.#patches = createPatches({ boundary, tracer: () => this.tracer, isEnabled: () => this.isEnabled() });
  }

  protected override init(): InstrumentationNodeModuleDefinition {
    return new InstrumentationNodeModuleDefinition(
      '@grpc/grpc-js',
      ['*'],
      (grpc: Grpc, version) => {
        notePatched(grpc.Server);
        return this.#patches.apply(grpc, version);
      },
      () => this.#patches.undo(),
    );
  }
}
