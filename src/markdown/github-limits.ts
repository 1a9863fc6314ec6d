/** What GitHub takes. */

/** UTF-8 bytes of a comment's or an issue's body: GitHub refuses 65,536 characters; the rest is for what it counts differently. */
export const BODY_BYTES = 60_000;
/** UTF-8 bytes of a job summary: GitHub drops a step's of more than 1,048,576 altogether. */
export const SUMMARY_BYTES = 1_000_000;
