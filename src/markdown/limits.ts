/** How much room the parts of a report get. A comment is read in two minutes; the job summary is looked things up in. */

/** UTF-8 bytes of a comment's or an issue's body: GitHub refuses 65,536 characters; the rest is for what it counts differently. */
export const BODY_BYTES = 60_000;
/** UTF-8 bytes of a job summary: GitHub drops a step's of more than 1,048,576 altogether. */
export const SUMMARY_BYTES = 1_000_000;

export interface Room {
  /** Rows of a table of configuration keys. */
  readonly rows: number;
  /** Characters of one configuration value. */
  readonly value: number;
  /** Bytes of one rendered block. */
  readonly block: number;
  /** Blocks, problems and files of one leaf. */
  readonly items: number;
  /** Bytes of notices and of problems that belong to no leaf. */
  readonly top: number;
  /** Where everything is that has no place here. */
  readonly elsewhere: 'job summary' | 'log';
}

export const COMMENT_ROOM: Room = {
  rows: 25,
  value: 120,
  block: 4_000,
  items: 12,
  top: 15_000,
  elsewhere: 'job summary',
};

export const SUMMARY_ROOM: Room = {
  rows: 500,
  value: 1_000,
  block: 40_000,
  items: 200,
  top: 200_000,
  elsewhere: 'log',
};
