// The SDK as its documentation starts it, with nothing instrumented.
import { NodeSDK } from '@opentelemetry/sdk-node';

const sdk = new NodeSDK();
sdk.start();
process.once('disconnect', () => sdk.shutdown());
