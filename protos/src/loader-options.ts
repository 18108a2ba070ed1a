/**
 * How @grpc/proto-loader reads the protos. `gen/` is generated with the same choices by
 * `npm run generate`; a difference would make the types lie.
 */
export const loaderOptions = {
  longs: String,
  enums: String,
  defaults: true,
  oneofs: true,
} as const;
