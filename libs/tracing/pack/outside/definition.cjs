const asItIs = (bytes) => bytes;

/** One unary method whose messages are plain bytes. */
exports.definition = {
  Say: {
    path: '/outside.v1.Echo/Say',
    requestStream: false,
    responseStream: false,
    requestSerialize: asItIs,
    requestDeserialize: asItIs,
    responseSerialize: asItIs,
    responseDeserialize: asItIs,
  },
};
