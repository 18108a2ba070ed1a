// Original file: mesh/admin/v1/admin.proto


export interface GetSamplingRequest {
}

export interface GetSamplingRequest__Output {
}
