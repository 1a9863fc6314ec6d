import { ProblemError } from '../../base/problems.ts';

/** A program cannot be had: no release fits, or nothing can be downloaded. Nothing that was downloaded is suspicious. */
export class NotAvailable extends ProblemError {}
