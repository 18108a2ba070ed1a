/** The HTTP header and the key of the metadata by which faults travel with a request. */
export const faultsHeader = 'mesh-faults';
