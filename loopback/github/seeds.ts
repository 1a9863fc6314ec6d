/** What tests do on GitHub's side: set the scene, act as people, and look at the result. */
import { ownerAndName } from './repository.ts';
import { type Comment, type Issue, isPull, type PullIssue, type Review, type ReviewState } from './store.ts';
import type { Store, StoredRepository } from './store.ts';

/** A pull request to be there. */
export interface PullRequestSeed {
  readonly number: number;
  readonly head: {
    readonly sha: string;
    readonly ref?: string;
    /** A fork's name; `null`: deleted. */ readonly repository?: string | null;
  };
  readonly base: { readonly sha: string; readonly ref?: string };
  readonly author?: string;
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly draft?: boolean;
  readonly state?: 'open' | 'closed';
  readonly merged?: boolean;
  readonly mergeCommit?: string | null;
  /** Further commits that belong to it: those of its branch, or those that a rebase merge made. */
  readonly commits?: readonly string[];
}

/** What happens to a pull request later. */
export type PullRequestChanges = Omit<Partial<PullRequestSeed>, 'number' | 'author' | 'body'>;

/** An issue to be there. */
export interface IssueSeed {
  readonly number?: number;
  readonly author?: string;
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly state?: 'open' | 'closed';
}

/** A comment to be there. */
export interface CommentSeed {
  readonly author: string;
  readonly body: string;
}

/** A review to be there. */
export interface ReviewSeed {
  readonly author: string;
  readonly state: ReviewState;
  readonly body?: string;
  /** The head commit unless told. */
  readonly commit?: string;
}

/** The tests' hands and eyes. Repositories are named `owner/name`. */
export interface Seeds {
  addRepository(
    fullName: string,
    facts?: { readonly defaultBranch?: string; readonly private?: boolean; readonly pushers?: readonly string[] },
  ): void;
  /** Lets somebody push, or no longer. */
  setPusher(repository: string, login: string, mayPush: boolean): void;
  addPullRequest(repository: string, seed: PullRequestSeed): void;
  changePullRequest(repository: string, number: number, changes: PullRequestChanges): void;
  /** Answers the issue's number. */
  addIssue(repository: string, seed: IssueSeed): number;
  /** Changes an issue as a person does: closes it, labels it. */
  changeIssue(
    repository: string,
    number: number,
    changes: Partial<Pick<Issue, 'state' | 'labels' | 'title' | 'body'>>,
  ): void;
  /** Answers the comment's id. */
  addComment(repository: string, number: number, seed: CommentSeed): number;
  editComment(id: number, edit: { readonly editor: string; readonly body: string }): void;
  /** Hides a comment as outdated. */
  minimizeComment(id: number): void;
  deleteComment(id: number): void;
  /** Answers the review's id. */
  addReview(repository: string, number: number, seed: ReviewSeed): number;
  dismissReview(repository: string, number: number, id: number): void;
  addLabel(repository: string, name: string, color?: string, description?: string): void;
  /** The comments of an issue or a pull request, oldest first. */
  comments(repository: string, number: number): readonly Readonly<Comment>[];
  /** The issues that are no pull requests, by number. */
  issues(repository: string): readonly Readonly<Issue>[];
  /** The labels of an issue or a pull request. */
  labelsOf(repository: string, number: number): readonly string[];
  /** A time of GitHub's clock (ISO), later than all that were given out before. */
  now(): string;
  /** Sets that clock, which else begins in the past. */
  setClock(iso: string): void;
  /** The names of the labels. */
  labels(repository: string): readonly string[];
}

/** Binds the tests' side to a store. */
export function createSeeds(store: Store): Seeds {
  const repositoryOf = (fullName: string): StoredRepository =>
    there(store.repository(fullName), `repository ${fullName}`);
  const issueOf = (fullName: string, number: number): Issue =>
    there(repositoryOf(fullName).issues.get(number), `issue ${fullName}#${number}`);
  const pullOf = (fullName: string, number: number): PullIssue => {
    const issue = issueOf(fullName, number);
    return there(isPull(issue) ? issue : undefined, `pull request ${fullName}#${number}`);
  };
  const commentOf = (id: number) => there(store.findComment(id), `comment ${id}`);

  return {
    now: () => store.now(),
    setClock: (iso) => {
      store.setClock(iso);
    },
    addRepository: (fullName, { pushers = [], ...facts } = {}) => {
      store.addRepository({ fullName, ...facts }, [ownerAndName(fullName).owner, ...pushers]);
    },
    setPusher: (repository, login, mayPush) => {
      const { pushers } = repositoryOf(repository);
      if (mayPush) pushers.add(login);
      else pushers.delete(login);
    },
    addPullRequest: (fullName, seed) => {
      const repository = repositoryOf(fullName);
      store.addIssue(repository, {
        number: seed.number,
        author: seed.author ?? 'ada',
        title: seed.title ?? 'Change the configuration',
        body: seed.body ?? null,
        labels: seed.labels ?? [],
        state: seed.state ?? (seed.merged === true ? 'closed' : 'open'),
        pull: {
          base: baseOf(repository, seed.base),
          head: headOf(repository, seed.head),
          draft: seed.draft ?? false,
          merged: seed.merged ?? false,
          mergeCommit: seed.mergeCommit ?? null,
          commits: seed.commits ?? [],
          reviews: [],
        },
      });
    },
    changePullRequest: (fullName, number, changes) => {
      changePull(store, repositoryOf(fullName), pullOf(fullName, number), changes);
    },
    addIssue: (fullName, seed) =>
      store.addIssue(repositoryOf(fullName), { ...seed, author: seed.author ?? 'ada' }).number,
    changeIssue: (fullName, number, { state, ...changes }) => {
      const issue = issueOf(fullName, number);
      Object.assign(issue, changes);
      for (const name of issue.labels) store.ensureLabel(repositoryOf(fullName), name);
      if (state !== undefined) store.setState(issue, state);
    },
    addComment: (fullName, number, { author, body }) => store.addComment(issueOf(fullName, number), author, body).id,
    editComment: (id, { editor, body }) => {
      store.editComment(commentOf(id).comment, editor, body);
    },
    minimizeComment: (id) => {
      commentOf(id).comment.minimized = true;
    },
    deleteComment: (id) => {
      const { issue, comment } = commentOf(id);
      issue.comments.splice(issue.comments.indexOf(comment), 1);
    },
    addReview: (fullName, number, { author, state, body = '', commit }) => {
      const { pull } = pullOf(fullName, number);
      const submittedAt = store.now();
      const review: Review = { id: store.newId(), author, state, body, commit: commit ?? pull.head.sha, submittedAt };
      pull.reviews.push(review);
      return review.id;
    },
    dismissReview: (fullName, number, id) => {
      const review = pullOf(fullName, number).pull.reviews.find((each) => each.id === id);
      there(review, `review ${id}`).state = 'DISMISSED';
    },
    addLabel: (fullName, name, color, description) => {
      store.ensureLabel(repositoryOf(fullName), name, color, description);
    },
    comments: (fullName, number) => issueOf(fullName, number).comments.map((comment) => ({ ...comment })),
    issues: (fullName) =>
      [...repositoryOf(fullName).issues.values()]
        .filter((issue) => !isPull(issue))
        .map((issue) => ({ ...issue }))
        .sort((a, b) => a.number - b.number),
    labelsOf: (fullName, number) => repositoryOf(fullName).issues.get(number)?.labels ?? [],
    labels: (fullName) => [...repositoryOf(fullName).labels.values()].map(({ name }) => name),
  };
}

function changePull(store: Store, repository: StoredRepository, issue: PullIssue, changes: PullRequestChanges): void {
  const { pull } = issue;
  if (changes.head !== undefined) pull.head = headOf(repository, { ref: pull.head.ref, ...changes.head });
  if (changes.base !== undefined) pull.base = baseOf(repository, { ref: pull.base.ref, ...changes.base });
  pull.draft = changes.draft ?? pull.draft;
  pull.commits = changes.commits ?? pull.commits;
  pull.mergeCommit = changes.mergeCommit ?? pull.mergeCommit;
  issue.title = changes.title ?? issue.title;
  issue.labels = changes.labels ?? issue.labels;
  for (const name of issue.labels) store.ensureLabel(repository, name);
  if (changes.merged !== undefined) pull.merged = changes.merged;
  const state = changes.state ?? (changes.merged === true ? 'closed' : undefined);
  if (state !== undefined) store.setState(issue, state);
}

function baseOf(repository: StoredRepository, base: PullRequestSeed['base']) {
  return { ref: base.ref ?? repository.facts.defaultBranch ?? 'main', sha: base.sha };
}

function headOf(repository: StoredRepository, head: PullRequestSeed['head']) {
  const { facts } = repository;
  const fullName = head.repository;
  const from = fullName === undefined || fullName === facts.fullName ? facts : { ...facts, fork: true, fullName };
  return {
    ref: head.ref ?? 'feature',
    sha: head.sha,
    repository: from.fullName === null ? undefined : { ...from, fullName: from.fullName },
  };
}

function there<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The loopback GitHub has no ${what}.`);
  return value;
}
