/** What decides about the issues: those that exist, what a run found, and the project. */
import type { IssueMarker } from '../../../markdown/issue-block.ts';
import type { LeafIdentity } from './identity.ts';

/** An issue of ours. */
export interface ExistingIssue {
  readonly number: number;
  readonly url: string;
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly marker: IssueMarker;
}

/** What issues need to know about a leaf. */
export interface Finding {
  readonly identity: LeafIdentity;
  /** `unknown`: it could not be planned, so nothing is said about it. `paused`: not even tried, which its issue says. */
  readonly class: 'clean' | 'drifted' | 'pending' | 'paused' | 'unknown';
  /** Digest of what it has in common with others of its cause; empty unless it is drifted or pending. */
  readonly cause: string;
  /** Digest of what an issue would say. */
  readonly content: string;
}

export interface Project {
  readonly scope: string;
  /** All leaves, checked or not, in order. */
  readonly leaves: readonly LeafIdentity[];
  /** Whether the states of all leaves are known; otherwise no leaf can be considered gone. */
  readonly complete: boolean;
}
