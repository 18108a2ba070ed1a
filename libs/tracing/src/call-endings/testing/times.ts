/** Of the calls that have one. All cases run at the same time on two cores: each has to get through before it. */
export const DEADLINE_MILLIS = 500;
/** When a late handler answers, after the call has come. */
export const LATE_MILLIS = 1500;
/** A span of a call that is over has ended by then; a late handler has not answered yet. */
export const SLACK_MILLIS = 500;
