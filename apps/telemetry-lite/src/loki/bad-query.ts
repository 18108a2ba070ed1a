/** A parameter that Loki would refuse too; answered 400 with this sentence as text. */
export class BadQuery extends Error {}
