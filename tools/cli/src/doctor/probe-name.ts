/** The name of the probe span, and the message of the probe line. */
export const PROBE = 'mesh doctor';
