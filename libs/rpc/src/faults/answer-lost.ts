import { status } from '@grpc/grpc-js';
import { RpcError } from '../rpc-error.ts';

/** Thrown where the work is done and its answer is to go nowhere: the connection of the call just ends. */
export class AnswerLost extends RpcError {
  constructor() {
    super(status.CANCELLED, 'the answer was lost on purpose', { reason: 'FAULT_INJECTED' });
  }
}
