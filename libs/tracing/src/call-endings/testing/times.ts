/** Of the calls that have one. Other tests run at the same time: each has to get through well before it. */
export const DEADLINE_MILLIS = 1000;
/** When a late handler answers, after the call has come. */
export const LATE_MILLIS = 3000;
/**
 * A span has ended so long after its call, even where the server has to wait for a deadline that its client does not
 * wait for; a late handler has not answered yet.
 */
export const SLACK_MILLIS = 1500;

/** How long an HTTP client or server waits before it gives up. */
export const PATIENCE_MILLIS = 500;
