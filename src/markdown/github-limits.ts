/** GitHub's size limits. */

/** UTF-8 bytes of a comment or issue body: GitHub refuses 65,536 characters, but counts some of them differently. */
export const BODY_BYTES = 60_000;
/** UTF-8 bytes of a job summary: GitHub drops a step's entirely if it has more than 1,048,576. */
export const SUMMARY_BYTES = 1_000_000;
