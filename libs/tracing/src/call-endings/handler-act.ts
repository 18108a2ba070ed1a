/**
 * What the server of the table does with a call; it is told by the call's metadata. `interceptor …`: before any
 * handler. `…its process` and `shuts down…` happen when the call has come in each kind.
 */
export type HandlerAct =
  | 'answers'
  | 'answers late'
  | 'answers what cannot be serialised'
  | 'answers what cannot be read'
  | 'fails'
  | 'fails after a message'
  | 'fails twice'
  | 'throws'
  | 'rejects'
  | 'is silent'
  | 'is silent after a message'
  | 'destroys its stream'
  | 'kills its process'
  | 'shuts down by force'
  | 'interceptor refuses'
  | 'interceptor answers without a message';
