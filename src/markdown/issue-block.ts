/**
 * The part of an issue's body that is ours: from a hidden line, by which later runs find the issue, to another one.
 * What people write above and below stays. A marker alone proves nothing: it counts only together with the issue's
 * author and label.
 */

/** A leaf as markers name it: by digests, since paths and backends may hold what is masked elsewhere. */
export interface MarkedLeaf {
  /** Digest of its path. */
  readonly leaf: string;
  /** Digest of its state's place; undefined if that is not known. */
  readonly state: string | undefined;
}

export interface IssueMarker {
  /** Digest of the project. */
  readonly scope: string;
  /** The leaves that the issue is about; none once another issue has taken them over. */
  readonly leaves: readonly MarkedLeaf[];
  /** Digest of what they have in common; undefined in issues of versions that wrote one for each leaf. */
  readonly cause: string | undefined;
  /** What the leaves were when the block was written; `gone`: no longer there, `moved`: in another issue. */
  readonly class: 'clean' | 'drifted' | 'pending' | 'gone' | 'moved';
  /** Since when they have not been clean (`clean`: since when they have): `2026-11-25T04:17:00Z`. */
  readonly since: string;
  /** Digest of the title that goes with it: a different one was written by a person. */
  readonly title: string;
  /** Digest of what the block says. */
  readonly content: string;
}

const DIGEST = '([0-9a-f]{32})';
const BEGIN = new RegExp(
  `<!-- kompos:drift scope=${DIGEST} (?:leaf=${DIGEST} state=(?:${DIGEST}|-)|cause=(?:${DIGEST}|-) leaves=([0-9a-f.,-]*)) ` +
    `class=(clean|drifted|pending|gone|moved) since=(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ) title=${DIGEST} content=${DIGEST} -->`,
  'u',
);
const END = '<!-- kompos:drift end -->';

/** The block with its markers. Nothing in the text can be mistaken for one of them. */
export function issueBlock(marker: IssueMarker, text: string): string {
  const { scope, leaves, cause = '-', since, title, content } = marker;
  const listed = leaves.map(({ leaf, state = '-' }) => `${leaf}.${state}`).join(',');
  const begin = `scope=${scope} cause=${cause} leaves=${listed} class=${marker.class} since=${since} title=${title} content=${content}`;
  return `<!-- kompos:drift ${begin} -->\n${text.trim().replaceAll('<!-- kompos:', '<!- kompos:')}\n${END}`;
}

/** Reads the first marker in a body; undefined if there is none. */
export function readMarker(body: string): IssueMarker | undefined {
  const [, scope, leaf, state, cause, listed, name, since, title, content] = BEGIN.exec(body) ?? [];
  const found = (['clean', 'drifted', 'pending', 'gone', 'moved'] as const).find((each) => each === name);
  if (scope === undefined || since === undefined || title === undefined) return undefined;
  if (content === undefined || found === undefined) return undefined;
  const leaves = leaf === undefined ? readLeaves(listed ?? '') : [{ leaf, state }];
  return { scope, leaves, cause, class: found, since, title, content };
}

function readLeaves(listed: string): readonly MarkedLeaf[] {
  return listed.split(',').flatMap((each) => {
    const [, leaf, state] = /^([0-9a-f]{32})\.(?:([0-9a-f]{32})|-)$/u.exec(each) ?? [];
    return leaf === undefined ? [] : [{ leaf, state }];
  });
}

/** What a person wrote around our block. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** If the block's end was removed, everything after its first line counts as a person's. */
export function aroundBlock(body: string): Surroundings {
  const begin = BEGIN.exec(body);
  if (begin === null) return { before: body, after: '' };
  const rest = begin.index + begin[0].length;
  const end = body.indexOf(END, rest);
  return { before: body.slice(0, begin.index), after: body.slice(end < 0 ? rest : end + END.length) };
}

/** What our block says, without its markers; nothing if there is none. */
export function blockText(body: string): string {
  const begin = BEGIN.exec(body);
  if (begin === null) return '';
  const rest = begin.index + begin[0].length;
  const end = body.indexOf(END, rest);
  return end < 0 ? '' : body.slice(rest, end).trim();
}

/** The body with our block replaced and everything else unchanged; a block that was removed is appended. */
export function withBlock(body: string, block: string): string {
  if (readMarker(body) === undefined) return body === '' ? block : `${body}\n\n${block}`;
  const { before, after } = aroundBlock(body);
  return `${before}${block}${after}`;
}
