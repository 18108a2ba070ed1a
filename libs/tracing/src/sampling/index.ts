/** For tools that check or try out what samples a mesh, without a service. */
export { Budget as CaptureBudget } from '../capture/budget.ts';
export { readMarkKeys } from '../env/read-mark-keys.ts';
export { parseSamplingDocument } from './document/parse-sampling-document.ts';
export type * from './document/sampling-document.ts';
export { SamplingDocumentError } from './document/sampling-document-error.ts';
export { createSamplingEngine } from './engine/create-sampling-engine.ts';
export type * from './engine/sampling-engine.ts';
export { signMark } from './mark/sign-mark.ts';
