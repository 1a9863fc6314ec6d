/** Links into the repository and to the run. Anything that does not look valid is shown without a link. */
import { shortCommit } from '../base/names.ts';
import { BUILT_IN, formatPlace, type Place } from '../base/problems.ts';
import { code } from './escaping.ts';

const SERVER = /^https?:\/\/[\w.:-]+$/u;
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/u;
const PAGE = /^https?:\/\/[\w.:/?#=&%~+-]+$/u;
const COMMIT = /^[0-9a-f]{7,64}$/u;

/** Where a repository is. */
interface RepositoryPage {
  /** `https://github.com` */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
}

/** The commits that a report compares: full ids. */
interface ComparedCommits extends RepositoryPage {
  /** Undefined for a working tree. */
  readonly head: string | undefined;
  /** Undefined if there is nothing to compare with. */
  readonly base: string | undefined;
}

/** The repository's page, or undefined if the report has no valid one. */
function repositoryUrl(report: RepositoryPage): string | undefined {
  const known = SERVER.test(report.serverUrl) && REPOSITORY.test(report.repository);
  return known ? `${report.serverUrl}/${report.repository}` : undefined;
}

/** Percent-encodes a path so that it is safe in a markdown link and in a URL; its slashes stay. */
function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

/** `file:line` as inline code, linked to that line at the head commit (`at: 'base'`: at the base). No column. */
export function placeLink(report: ComparedCommits, place: Place, at: 'head' | 'base' = 'head'): string {
  if (place.file === BUILT_IN) return BUILT_IN;
  const label = code(formatPlace({ file: place.file, line: place.line }), 240);
  const commit = at === 'head' ? report.head : report.base;
  const repository = repositoryUrl(report);
  if (repository === undefined || commit === undefined || !COMMIT.test(commit) || place.file === '') return label;
  const line = place.line === undefined ? '' : `#L${place.line}`;
  const path = encodePath(place.file);
  // A link this long would be of no use, and a comment's lines must stay bounded.
  return path.length > 1_500 ? label : `[${label}](${repository}/blob/${commit}/${path}${line})`;
}

/** `base…head` as short commit ids, linked to the comparison. */
export function compareLink(report: ComparedCommits): string {
  const head = report.head === undefined ? 'working tree' : shortCommit(report.head);
  if (report.base === undefined) return code(head);
  const label = code(`${shortCommit(report.base)}…${head}`);
  const repository = repositoryUrl(report);
  const known =
    repository !== undefined && report.head !== undefined && COMMIT.test(report.base) && COMMIT.test(report.head);
  return known ? `[${label}](${repository}/compare/${report.base}...${report.head})` : label;
}

/** `words` linked to the run's page; only the words if no page is known. */
export function runLink(report: { readonly runUrl: string | undefined }, words: string): string {
  return report.runUrl !== undefined && PAGE.test(report.runUrl) ? `[${words}](${report.runUrl})` : words;
}

/** A pull request's number, linked to it; as code, since the bare number would mention it there. */
export function pullRequestLink(report: RepositoryPage, number: number): string {
  const repository = repositoryUrl(report);
  return repository === undefined ? code(`#${number}`) : `[${code(`#${number}`)}](${repository}/pull/${number})`;
}

/** The name of a workflow's file, linked to the page that starts it and lists its runs. */
export function workflowLink(report: RepositoryPage, file: string): string {
  const repository = repositoryUrl(report);
  const name = code(file);
  return repository === undefined ? name : `[${name}](${repository}/actions/workflows/${encodePath(file)})`;
}

/** A short commit id, linked to the page that lists the commit's workflow runs. */
export function commitRuns(report: RepositoryPage, commit: string): string {
  const label = code(shortCommit(commit));
  const repository = repositoryUrl(report);
  const known = repository !== undefined && COMMIT.test(commit);
  return known ? `[${label}](${repository}/commit/${commit}/checks)` : label;
}
