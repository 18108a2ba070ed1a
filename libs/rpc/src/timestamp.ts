/** A `google.protobuf.Timestamp`, to the millisecond. */
export function timestamp(time: Date): { seconds: string; nanos: number } {
  const ms = time.getTime();
  return { seconds: String(Math.floor(ms / 1000)), nanos: (((ms % 1000) + 1000) % 1000) * 1e6 };
}
