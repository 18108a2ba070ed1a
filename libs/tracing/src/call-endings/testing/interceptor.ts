import * as grpc from '@grpc/grpc-js';

/** Ends the calls that are told to end before their handler. */
export const interceptor: grpc.ServerInterceptor = (_method, call) =>
  new grpc.ServerInterceptingCall(call, {
    start: (next) =>
      next({
        onReceiveMetadata(metadata, goOn) {
          const act = metadata.get('act')[0];
          if (act === 'interceptor refuses') end(call, Number(metadata.get('code')[0]));
          else if (act === 'interceptor answers without a message') end(call, grpc.status.OK);
          else goOn(metadata);
        },
      }),
  });

function end(call: grpc.ServerInterceptingCallInterface, code: grpc.status): void {
  call.sendStatus({ code, details: 'as told' });
}
