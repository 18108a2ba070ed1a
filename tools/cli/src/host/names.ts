/** The record of the process that runs `mesh up`. */
export const HOST = 'host';
/** The record of the embedded server, which knows how to take over its own leftover. */
export const POSTGRES = 'postgres';
