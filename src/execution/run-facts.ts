/** What every report says about its run. */
import type { ReportSource } from '../markdown/marker.ts';

export interface RunFacts {
  /** Distinguishes several reports on one pull request; empty for the only one. */
  readonly title: string;
  /** `owner/name` */
  readonly repository: string;
  /** For links: `https://github.com`. */
  readonly serverUrl: string;
  /** Link to the run, where all of the output is. */
  readonly runUrl: string | undefined;
  /** The run's id, which grows from run to run, and its attempt: an older run never overwrites a newer one's comment. */
  readonly run?: { readonly id: number; readonly attempt: number } | undefined;
  /** Which job of which workflow it is, and what it was asked: two questions never share a report. */
  readonly source?: ReportSource | undefined;
  /** How many values had to be masked in the report; absent for none. */
  readonly masked?: number | undefined;
}
