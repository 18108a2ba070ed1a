// Original file: mesh/admin/v1/admin.proto


export interface GetSamplingResponse {
  /**
   * One JSON object: what the function `currentSampling` of @mesh/tracing answers.
   */
  'reportJson'?: (string);
}

export interface GetSamplingResponse__Output {
  /**
   * One JSON object: what the function `currentSampling` of @mesh/tracing answers.
   */
  'reportJson': (string);
}
