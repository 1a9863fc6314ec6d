/** How much the parts of a report show: a comment takes two minutes to read, the job summary is for looking things up. */

export interface DetailLimits {
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
  /** Where to find everything that is left out here. */
  readonly fullReport: 'job summary' | 'log';
}

export const COMMENT_LIMITS: DetailLimits = {
  rows: 25,
  value: 120,
  block: 4_000,
  items: 12,
  top: 15_000,
  fullReport: 'job summary',
};

export const SUMMARY_LIMITS: DetailLimits = {
  rows: 500,
  value: 1_000,
  block: 40_000,
  items: 200,
  top: 200_000,
  fullReport: 'log',
};
