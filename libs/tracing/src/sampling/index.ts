/** For tools that check or try out what samples a mesh, without a service. */
export { parseSamplingDocument } from './document/parse-sampling-document.ts';
export type * from './document/sampling-document.ts';
export { SamplingDocumentError } from './document/sampling-document-error.ts';
