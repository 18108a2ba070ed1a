/**
 * The one method by which the processes of the mesh tell each other of what becomes of traces, as any gRPC client could call it:
 *
 * ```proto
 * package mesh.tracing.v1;
 * service CaptureService { rpc Tell(TellRequest) returns (TellResponse); }
 * message TellRequest { repeated ToldVerdict verdicts = 1; }
 * message ToldVerdict { bytes trace_id = 1; string verdict = 2; uint32 level = 3; } // a trigger, or `refused`
 * message TellResponse { repeated string peers = 1; } // the addresses that it has called of late itself
 * ```
 */
export const TELL_PATH = '/mesh.tracing.v1.CaptureService/Tell';

/** A thousand verdicts take 45 KB at most. */
export const MAX_VERDICTS = 1000;
export const MAX_TELL_BYTES = 64 * 1024;

/** Before each message: whether it is compressed, and four bytes of its length. https://grpc.github.io/grpc/core/md_doc__p_r_o_t_o_c_o_l-_h_t_t_p2.html */
export const FRAME_HEAD_BYTES = 5;
