/** What the loopback GitHub knows: repositories, issues, pull requests and what people wrote there. */
import { ownerAndName, type RepositoryFacts } from './repository.ts';

/** A comment on an issue or a pull request. */
export interface Comment {
  readonly id: number;
  readonly author: string;
  body: string;
  /** Who edited it last; `null` when nobody did. */
  editor: string | null;
  readonly createdAt: string;
  updatedAt: string;
  minimized: boolean;
}

/** A review's verdict, as REST and GraphQL both spell it. */
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

/** A review of a pull request at one of its commits. */
export interface Review {
  readonly id: number;
  readonly author: string;
  state: ReviewState;
  readonly body: string;
  readonly commit: string;
  readonly submittedAt: string;
}

/** What makes an issue a pull request. */
export interface Pull {
  base: { readonly ref: string; readonly sha: string };
  head: { readonly ref: string; readonly sha: string; readonly repository: RepositoryFacts | undefined };
  draft: boolean;
  merged: boolean;
  mergeCommit: string | null;
  /** Further commits that GitHub knows to belong to it, such as those of a rebase merge. */
  commits: readonly string[];
  readonly reviews: Review[];
}

/** An issue; a pull request is one too, with the same numbers, comments and labels. */
export interface Issue {
  readonly number: number;
  readonly author: string;
  title: string;
  body: string | null;
  labels: readonly string[];
  state: 'open' | 'closed';
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly comments: Comment[];
  readonly pull: Pull | undefined;
}

/** A pull request. */
export type PullIssue = Issue & { readonly pull: Pull };

/** A label of a repository. */
export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** A repository with all that is in it. */
export interface StoredRepository {
  readonly facts: RepositoryFacts;
  /** Who may push; a review tells it for its author. */
  readonly pushers: Set<string>;
  readonly issues: Map<number, Issue>;
  /** By name in lower case: GitHub does not tell labels apart by case. */
  readonly labels: Map<string, Label>;
}

/** The state behind the API, with ids that ascend and a clock of its own: every change is one second later. */
export class Store {
  readonly repositories = new Map<string, StoredRepository>();
  #seconds = Date.parse('2026-01-05T12:00:00Z') / 1000;
  #lastId = 1000;

  /** A time that was not given out before. */
  now(): string {
    this.#seconds += 1;
    return new Date(this.#seconds * 1000).toISOString().replace('.000Z', 'Z');
  }

  setClock(iso: string): void {
    this.#seconds = Math.floor(Date.parse(iso) / 1000);
  }

  newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  addRepository(facts: RepositoryFacts, pushers: readonly string[]): StoredRepository {
    ownerAndName(facts.fullName);
    const repository = { facts, pushers: new Set(pushers), issues: new Map(), labels: new Map() };
    this.repositories.set(facts.fullName.toLowerCase(), repository);
    return repository;
  }

  /** The repository, whatever the case of its name. */
  repository(fullName: string): StoredRepository | undefined {
    return this.repositories.get(fullName.toLowerCase());
  }

  /** Adds an issue with the next free number, or with the number given. */
  addIssue(
    repository: StoredRepository,
    facts: Pick<Issue, 'author' | 'title'> & Partial<Pick<Issue, 'number' | 'body' | 'labels' | 'pull' | 'state'>>,
  ): Issue {
    const createdAt = this.now();
    const closed = facts.state === 'closed';
    const issue: Issue = {
      number: facts.number ?? Math.max(0, ...repository.issues.keys()) + 1,
      author: facts.author,
      title: facts.title,
      body: facts.body ?? null,
      labels: facts.labels ?? [],
      state: facts.state ?? 'open',
      stateReason: closed && facts.pull === undefined ? 'completed' : null,
      createdAt,
      updatedAt: createdAt,
      closedAt: closed ? createdAt : null,
      comments: [],
      pull: facts.pull,
    };
    for (const name of issue.labels) this.ensureLabel(repository, name);
    repository.issues.set(issue.number, issue);
    return issue;
  }

  /** GitHub makes a label that an issue names and the repository has not. */
  ensureLabel(repository: StoredRepository, name: string, color = 'ededed', description: string | null = null): Label {
    const known = repository.labels.get(name.toLowerCase());
    if (known !== undefined) return known;
    const label = { id: this.newId(), name, color, description };
    repository.labels.set(name.toLowerCase(), label);
    return label;
  }

  addComment(issue: Issue, author: string, body: string): Comment {
    const createdAt = this.now();
    const id = this.newId();
    const comment = { id, author, body, editor: null, createdAt, updatedAt: createdAt, minimized: false };
    issue.comments.push(comment);
    issue.updatedAt = createdAt;
    return comment;
  }

  editComment(comment: Comment, editor: string, body: string): void {
    comment.body = body;
    comment.editor = editor;
    comment.updatedAt = this.now();
  }

  /** Closes or reopens an issue or a pull request. */
  setState(issue: Issue, state: 'open' | 'closed', reason?: Issue['stateReason']): void {
    if (issue.state === state) return;
    issue.state = state;
    issue.updatedAt = this.now();
    issue.closedAt = state === 'closed' ? issue.updatedAt : null;
    issue.stateReason = isPull(issue) ? null : (reason ?? (state === 'closed' ? 'completed' : 'reopened'));
  }

  /** The comment with this id and where it stands, in one repository or in all of them. */
  findComment(id: number, repositories = [...this.repositories.values()]): FoundComment | undefined {
    for (const repository of repositories) {
      for (const issue of repository.issues.values()) {
        const comment = issue.comments.find((each) => each.id === id);
        if (comment !== undefined) return { repository, issue, comment };
      }
    }
    return undefined;
  }
}

/** A comment and where it stands. */
export interface FoundComment {
  readonly repository: StoredRepository;
  readonly issue: Issue;
  readonly comment: Comment;
}

/** Tells pull requests from other issues. */
export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}
