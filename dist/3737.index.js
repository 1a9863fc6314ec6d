export const id = 3737;
export const ids = [3737];
export const modules = {

/***/ 33737:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDrift: () => (/* binding */ runDrift)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/commands/drift/issues/decide.ts
/**
 * @param standing issues that are ours by author and label
 * @param mostOpen an issue is opened or reopened only while fewer than this many are open
 */
function decideIssues(standing, findings, project, mostOpen) {
    const own = standing.filter(({ marker }) => marker.scope === project.scope).sort((a, b) => a.number - b.number);
    const byLeaf = new Map();
    const closing = [];
    for (const issue of own) {
        const oldest = byLeaf.get(issue.marker.leaf);
        if (oldest === undefined)
            byLeaf.set(issue.marker.leaf, issue);
        else if (issue.open)
            closing.push({ kind: 'duplicate', issue, of: oldest.number });
    }
    const carried = carryOver(byLeaf, project);
    for (const issue of byLeaf.values()) {
        const left = !project.leaves.some(({ leaf }) => leaf === issue.marker.leaf) && !carried.has(issue);
        if (left && issue.open && project.complete)
            closing.push({ kind: 'gone', issue });
    }
    const issues = new Map();
    const updates = [];
    const wanting = [];
    for (const finding of findings) {
        const { leaf } = finding.identity;
        const issue = byLeaf.get(leaf) ?? heir(carried, finding.identity);
        if (issue !== undefined)
            issues.set(leaf, issue);
        if (finding.class === 'unknown')
            continue;
        if (finding.class === 'paused') {
            const isMarked = issue?.marker.content === finding.content;
            if (issue?.open === true && !isMarked)
                updates.push({ kind: 'update', leaf, issue, reopen: false });
        }
        else if (finding.class === 'clean') {
            if (issue?.open === true)
                closing.push({ kind: 'close', leaf, issue });
        }
        else if (issue?.open !== true)
            wanting.push(finding);
        else if (!says(issue, finding))
            updates.push({ kind: 'update', leaf, issue, reopen: false });
    }
    const closed = new Set(closing.flatMap((each) => (each.kind === 'open' ? [] : [each.issue])));
    const room = Math.max(0, mostOpen - own.filter((issue) => issue.open && !closed.has(issue)).length);
    // What drifted is more urgent than what was never applied.
    const urgent = wanting.toSorted((a, b) => rank(a) - rank(b)).map(({ identity }) => identity.leaf);
    const openings = urgent.slice(0, room).map((leaf) => {
        const issue = issues.get(leaf);
        return issue === undefined ? { kind: 'open', leaf } : { kind: 'update', leaf, issue, reopen: true };
    });
    return { decisions: [...closing, ...updates, ...openings], overLimit: urgent.slice(room), issues };
}
/** Issues of leaves that are gone, by the leaf that has their state now and no issue of its own. */
function carryOver(byLeaf, { leaves }) {
    const known = new Set(leaves.map(({ leaf }) => leaf));
    const carried = new Map();
    const taken = new Set();
    for (const issue of byLeaf.values()) {
        const { leaf, state } = issue.marker;
        if (known.has(leaf) || state === undefined)
            continue;
        const now = leaves.find((each) => each.state === state);
        if (now === undefined || byLeaf.has(now.leaf) || taken.has(now.leaf))
            continue;
        taken.add(now.leaf);
        carried.set(issue, now);
    }
    return carried;
}
function heir(carried, { leaf }) {
    return [...carried].find(([, identity]) => identity.leaf === leaf)?.[0];
}
function says({ marker }, finding) {
    return (marker.leaf === finding.identity.leaf &&
        marker.state === finding.identity.state &&
        marker.class === finding.class &&
        marker.content === finding.content);
}
function rank(finding) {
    return finding.class === 'drifted' ? 0 : 1;
}

// EXTERNAL MODULE: ./src/markdown/issue-block.ts
var issue_block = __webpack_require__(99862);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/bytes.ts
var bytes = __webpack_require__(22522);
// EXTERNAL MODULE: ./src/base/names.ts
var base_names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/links.ts
var links = __webpack_require__(47352);
;// CONCATENATED MODULE: ./src/commands/drift/wording.ts



/** `2026-11-25 04:17 UTC`, from a time in ISO form. */
function timeInWords(time) {
    return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
/** One item of a list for each drifted attribute: its value in the state → the value found. */
function driftLines(resources) {
    return resources.flatMap(({ address, gone, attributes }) => gone
        ? [`- ${(0,escaping/* code */.aY)(address, 200)} is **gone**`]
        : attributes.map(({ path, before, after }) => `- ${(0,escaping/* code */.aY)(address, 200)} ${(0,escaping/* code */.aY)(path, 120)}: ${value(before)} → ${value(after)}`));
}
/** One item of a list for each attribute that an apply would change in what exists. */
function plannedLines(planned) {
    return planned.flatMap(({ address, values = [] }) => values.map(({ path, before, after }) => `- ${(0,escaping/* code */.aY)(address, 200)} ${(0,escaping/* code */.aY)(path, 120)}: ${value(before)} → ${value(after)}`));
}
/** What stands above them. */
const DRIFT_HEAD = 'In the state → found:\n';
/** One item of a list for each difference that a rule of `drift.ignore` covers. */
function ignoredLines(ignored) {
    return ignored.map(({ address, attribute, reason }) => {
        const what = attribute === undefined
            ? ' is gone'
            : ` ${(0,escaping/* code */.aY)(attribute.path, 120)}: ${value(attribute.before)} → ${value(attribute.after)}`;
        return `- ${(0,escaping/* code */.aY)(address, 200)}${what} (${(0,escaping/* prose */.CS)(reason, 300)})`;
    });
}
/** One item of a list for each warning, with its place unless that is a leaf. */
function warningLines(report, problems) {
    return problems
        .filter(({ severity }) => severity === 'warning')
        .map(({ place, message, leaves = [] }) => {
        const where = place?.line === undefined ? '' : `${(0,links/* placeLink */.aE)({ ...report, base: undefined }, place)}: `;
        const [first, ...others] = place === undefined || place.line !== undefined ? leaves : [place.file];
        const whose = others.length > 0 ? (0,phrases/* count */.U9)(others.length + 1, 'leaf', 'leaves') : first && (0,escaping/* code */.aY)(first, 240);
        return `- ${where}${(0,escaping/* prose */.CS)(message.replace('\n', ': '), 500)}${whose === undefined ? '' : ` (${whose})`}`;
    });
}
/** What differs in short: `aws_ssm_parameter.a (value), +2 more`. */
function changesInShort(outcome) {
    if (outcome.class === 'pending') {
        const { resources, counts } = outcome.summary;
        const names = resources.map(({ address, action }) => `${action} ${(0,escaping/* code */.aY)(address, 120)}`);
        return few(names.length > 0 ? names : [(0,phrases/* count */.U9)(counts.outputs, 'output', 'outputs')]);
    }
    return few(outcome.drifted.map(({ address, gone, attributes }) => {
        const what = gone ? 'gone' : few(attributes.map(({ path }) => (0,escaping/* code */.aY)(path, 60)));
        return `${(0,escaping/* code */.aY)(address, 120)} (${what})`;
    }));
}
function few(items, most = 3) {
    const more = items.length - most;
    return [...items.slice(0, most), ...(more > 0 ? [`+${(0,phrases/* count */.U9)(more)} more`] : [])].join(', ');
}
function value(json) {
    return json === undefined ? 'none' : (0,escaping/* code */.aY)(json, 120);
}

// EXTERNAL MODULE: ./src/markdown/fit.ts
var fit = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/markdown/resource-list.ts
var resource_list = __webpack_require__(46130);
// EXTERNAL MODULE: ./src/masking/masking.ts + 3 modules
var masking = __webpack_require__(59554);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/commands/drift/issues/text.ts
/** The words of a leaf's issue: title, block, and the notes that say why it is closed. */











/** GitHub allows 256 characters. */
const TITLE_LENGTH = 240;
/**
 * The title of a new issue, on one line and within GitHub's limit: `Not applied: monitoring · prod / ap-south-1`.
 *
 * @param name from `titleNames`
 */
function issueTitle(name, found) {
    return (0,bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(`${found === 'drifted' ? 'Drift' : 'Not applied'}: ${name}`), TITLE_LENGTH);
}
/** What the block says, without its time and run: an issue is rewritten only when this differs. */
function issueContent({ outcome, problems }) {
    switch (outcome.class) {
        case 'drifted':
        case 'pending': {
            const { drifted, ignored, summary, planned } = outcome;
            const values = outcome.class === 'pending' ? planned.map((each) => each.values ?? []) : [];
            const warnings = problems.length === 0 ? [] : [problems.map(base_problems/* formatProblem */.Vw)];
            return JSON.stringify([outcome.class, drifted, ignored, summary.resources, summary.counts, values, ...warnings]);
        }
        case 'unchecked':
            return outcome.paused === true ? 'paused' : 'unchecked';
        default:
            return outcome.class;
    }
}
/** What the block says of a leaf that is paused: what it said before, below a mark. */
function pausedText(report, why, before) {
    const mark = `**Paused** since ${timeInWords(report.time)}. ${(0,escaping/* prose */.CS)(why, 1_000)} It is not checked, so what follows may be out of date.`;
    return `${mark}\n\n${before}`;
}
/**
 * The block of an open issue.
 *
 * @param since when it was first seen
 * @param bytes the text takes fewer UTF-8 bytes than this, which must be 4,000 or more
 */
function issueText(report, { leaf, problems }, outcome, since, bytes) {
    const begin = [
        outcome.class === 'drifted'
            ? `Something other than ${(0,programs/* programOf */.oQ)(report)} changed what ${(0,escaping/* code */.aY)(leaf, 240)} manages.`
            : `The plan of ${(0,escaping/* code */.aY)(leaf, 240)} has changes that no change outside of ${(0,programs/* programOf */.oQ)(report)} explains: something was merged but never applied, or what the code reads (a data source, a newer module or provider, the time) has changed.`,
        `Known since ${timeInWords(since)}.`,
    ].join(' ');
    const { outputs } = outcome.summary.counts;
    const planned = [
        ...(0,resource_list/* allResourceLines */.$E)(outcome.summary),
        ...(outputs > 0 ? [`!   ${(0,phrases/* count */.U9)(outputs, 'output', 'outputs')}`] : []),
    ];
    const blocks = [
        begin,
        (0,fit/* shortTable */.zE)(DRIFT_HEAD, driftLines(outcome.drifted)),
        planned.length === 0 ? '' : 'An apply would do this now:',
        (0,fit/* fencedLines */.RY)(planned, 'diff', 'more'),
        // What drifted is listed above, the other way round.
        outcome.class === 'pending' ? (0,fit/* shortTable */.zE)('Now → then:\n', plannedLines(outcome.planned)) : '',
        (0,fit/* shortTable */.zE)(`${(0,programs/* programOf */.oQ)(report)} warns:\n`, warningLines(report, problems)),
        {
            kind: 'fold',
            open: false,
            summary: 'Ignored',
            blocks: [(0,fit/* shortTable */.zE)('', ignoredLines(outcome.ignored))],
        },
        ...nextSteps(leaf, outcome),
        footer(report),
    ];
    return (0,fit/* fit */.Uj)(blocks, () => bytes - 1).join('\n\n');
}
/** What the block says once the leaf is clean. */
function cleanText(report, leaf) {
    return `${(0,escaping/* code */.aY)(leaf.leaf, 240)} has been clean since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}
/** What the block says once the leaf is gone. */
function goneText(report) {
    return `This leaf has been gone since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}
/** The comment that closes an issue because its leaf is clean. */
function cleanNote(report, { outcome }) {
    const ignored = outcome.class === 'clean' ? outcome.ignored : [];
    const reasons = [...new Set(ignored.map(({ reason }) => reason))].slice(0, 5);
    const why = reasons.length === 0
        ? 'the plan has no changes'
        : `what differs is ignored (${reasons.map((reason) => (0,escaping/* prose */.CS)(reason, 200)).join('; ')})`;
    return `Clean at ${at(report)}: ${why}. The issue reopens automatically.`;
}
/** The comment that closes an issue for good. */
function goneNote(report) {
    return `Closed for good: the leaf is gone at ${at(report)}, and no other leaf has its state.`;
}
/** The comment that closes an issue in favor of the number `of`. */
function duplicateNote(of) {
    return `Duplicate of #${of}.`;
}
/** The choices differ: drift can also be kept, and an unapplied change can also be reverted. */
function nextSteps(leaf, outcome) {
    const command = `gh workflow run apply.yml -f leaves='${leaf.replaceAll("'", "'\\''")}'`;
    const apply = `start the workflow that applies by hand (\`workflow_dispatch\`) on the default branch with this leaf, as below if its file is \`apply.yml\`. It shows the plan with its fingerprint and does nothing else; started again with \`-f accept=\` and the fingerprint, it applies exactly that plan.\n\n${indented((0,escaping/* fence */.EU)(command, 'text'))}`;
    if (outcome.class === 'pending') {
        return [
            '**How to fix it**',
            `- To apply what was merged, ${apply}`,
            '- To revert it, change code or configuration in a pull request.',
        ];
    }
    const [first] = outcome.drifted;
    const rule = [
        'drift:',
        '  ignore:',
        `    - leaf: ${JSON.stringify(leaf)}`,
        `      address: ${JSON.stringify(first?.address ?? '')}`,
        ...(first?.attributes[0] === undefined ? [] : [`      attribute: ${JSON.stringify(first.attributes[0].path)}`]),
        '      reason: …',
    ].join('\n');
    return [
        '**How to fix it**',
        `- To restore what the code says, ${apply}`,
        '- To keep it, change code or configuration in a pull request until its plan has no changes.',
        // A rule that is cut short would be wrong, and one with a mask in it would match anything.
        `- To ignore such changes from now on, add a rule to \`.komposconfig.yaml\`${rule.length > 1_000 || rule.includes(masking.MASK) ? '.' : `:\n\n${indented((0,escaping/* fence */.EU)(rule, 'text'))}`}`,
    ];
}
function footer(report) {
    return `<sub>Written by ${(0,links/* runLink */.ut)(report, 'a run')} at ${(0,escaping/* code */.aY)((0,base_names/* shortCommit */.A)(report.head))}, ${timeInWords(report.time)}. What you write above or below this block stays.</sub>`;
}
function at(report) {
    return `${(0,escaping/* code */.aY)((0,base_names/* shortCommit */.A)(report.head))} (${(0,links/* runLink */.ut)(report, 'run')})`;
}
/** The fence belongs to the list item before it. */
function indented(markdown) {
    return markdown.replace(/^/gmu, '  ');
}

// EXTERNAL MODULE: ./src/markdown/github-limits.ts
var github_limits = __webpack_require__(34835);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/commands/drift/issues/identity.ts
/** What identifies an issue, as digests: leaf paths and backends may contain masked text. */

/** 128 bits in hex. */
function digest(...parts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
/** What the issues of one project and title have in common, however many projects the repository has: 32 hex digits. */
function scopeDigest({ root, title }) {
    return digest('scope', root, title);
}
/** @param state the state identity, made without values of the environment */
function leafIdentity(path, state) {
    return { leaf: digest('leaf', path), state: state && digest('state', state) };
}

;// CONCATENATED MODULE: ./src/commands/drift/issues/writes.ts
/** Decisions → what is written to GitHub, write by write, so that their number is known before the first. Pure. */





/** The least in which a block can say what it must. */
const LEAST_BYTES = 4_000;
/** What the issues need to know about the leaves. */
function findingsOf({ leaves }) {
    return leaves.map((leaf) => {
        const { identity, outcome } = leaf;
        return { identity, class: findingClass(outcome), content: digest('content', issueContent(leaf)) };
    });
}
function findingClass(outcome) {
    if (outcome.class === 'unchecked' && outcome.paused === true)
        return 'paused';
    return outcome.class === 'error' || outcome.class === 'unchecked' ? 'unknown' : outcome.class;
}
/** The writes of all decisions, in order. */
function issueWrites(decisions, report, scope) {
    const leaves = new Map(report.leaves.map((leaf) => [leaf.identity.leaf, leaf]));
    return decisions.flatMap((decision) => {
        switch (decision.kind) {
            case 'duplicate':
                return closing(decision.issue, undefined, 'not_planned', duplicateNote(decision.of));
            case 'gone': {
                const { issue } = decision;
                const marker = { ...issue.marker, class: 'gone', since: report.time, content: digest('gone') };
                return closing(issue, (0,issue_block/* issueBlock */.NY)(marker, goneText(report)), 'not_planned', goneNote(report));
            }
            default: {
                const leaf = leaves.get(decision.leaf);
                return leaf === undefined ? [] : writesOf(decision, leaf, report, scope);
            }
        }
    });
}
function writesOf(decision, leaf, report, scope) {
    const { identity, outcome } = leaf;
    const content = digest('content', issueContent(leaf));
    const own = { scope, leaf: identity.leaf, state: identity.state, content };
    if (decision.kind === 'close') {
        const { issue } = decision;
        const marker = { ...own, class: 'clean', since: report.time, title: issue.marker.title };
        return closing(issue, (0,issue_block/* issueBlock */.NY)(marker, cleanText(report, leaf)), 'completed', cleanNote(report, leaf));
    }
    if (outcome.class === 'unchecked' && decision.kind === 'update') {
        const { number, body, marker } = decision.issue;
        // Of the same class still, so that versions which do not know this mark find the issue as well.
        const block = (0,issue_block/* issueBlock */.NY)({ ...marker, content }, pausedText(report, outcome.why, (0,issue_block/* blockText */.dK)(body)));
        return [{ kind: 'edit', number, block }];
    }
    if (outcome.class !== 'drifted' && outcome.class !== 'pending')
        return [];
    const title = issueTitle(leaf.name, outcome.class);
    const marker = { ...own, class: outcome.class, title: digest('title', title) };
    if (decision.kind === 'open') {
        const since = report.time;
        const text = issueText(report, leaf, outcome, since, github_limits/* BODY_BYTES */.d);
        return [{ kind: 'create', leaf: decision.leaf, title, body: (0,issue_block/* issueBlock */.NY)({ ...marker, since }, text) }];
    }
    const { issue, reopen } = decision;
    const since = reopen ? report.time : issue.marker.since;
    const text = issueText(report, leaf, outcome, since, roomIn(issue.body));
    return [
        {
            kind: 'edit',
            number: issue.number,
            block: (0,issue_block/* issueBlock */.NY)({ ...marker, since }, text),
            // A title that a person has set stays.
            ...(digest('title', issue.title) === issue.marker.title && issue.title !== title ? { title } : {}),
            ...(reopen ? { state: 'open', reason: 'reopened' } : {}),
        },
    ];
}
/** Closed first: if the run ends between the two, only the note is missing. */
function closing({ number }, block, reason, note) {
    return [
        { kind: 'edit', number, ...(block === undefined ? {} : { block }), state: 'closed', reason },
        { kind: 'comment', number, body: note },
    ];
}
function roomIn(body) {
    const { before, after } = (0,issue_block/* aroundBlock */.BE)(body);
    return Math.max(LEAST_BYTES, github_limits/* BODY_BYTES */.d - (0,bytes/* utf8Length */.wI)(before + after));
}

;// CONCATENATED MODULE: ./src/commands/drift/issues/after-writes.ts

/**
 * A write that was refused, or never tried, changed nothing.
 *
 * @param stood the issue of each leaf before the writes, by the digest of its path
 * @param done the writes that were carried out
 * @param created the issues that they created, by leaf
 * @returns the issue of each leaf that has one
 */
function issuesNow(stood, done, created) {
    const edits = new Map(done.flatMap((write) => (write.kind === 'edit' ? [[write.number, write]] : [])));
    const now = new Map();
    for (const [leaf, { number, url, open, marker }] of stood) {
        const edit = edits.get(number);
        const isOpen = edit?.state === undefined ? open : edit.state === 'open';
        const { since } = (edit?.block === undefined ? undefined : (0,issue_block/* readMarker */.t7)(edit.block)) ?? marker;
        now.set(leaf, { number, url, open: isOpen, since: isOpen ? since : undefined });
    }
    for (const write of done) {
        const issue = write.kind === 'create' ? created.get(write.leaf) : undefined;
        if (write.kind !== 'create' || issue === undefined)
            continue;
        now.set(write.leaf, { ...issue, open: true, since: (0,issue_block/* readMarker */.t7)(write.body)?.since });
    }
    return now;
}

// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(10897);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
;// CONCATENATED MODULE: ./src/commands/drift/classify.ts
/**
 * The normal plan decides: without changes a leaf is clean, even if the provider reports some. Drift counts when the
 * resource itself has a planned change, or when another one uses a drifted value of it. A planned change belongs to the
 * drift that it would revert: if all of that is ignored, the change is too. What ignored drift causes in another
 * resource or in an output still counts, since it cannot be distinguished from an unrelated change. An action that only
 * such a change invokes belongs to it.
 */
function classify(result, split) {
    if (!result.ok)
        return { class: 'error', stage: result.stage, output: result.output };
    const { summary, drift, text } = result;
    const parts = drift.resources.map((resource) => ({ resource, ...split(resource) }));
    const ignored = parts.flatMap((part) => part.ignored);
    if (!summary.hasChanges)
        return { class: 'clean', ignored: [] };
    const remaining = drift.changes.filter((change) => !takesBack(change, drift.resources, ignored.filter(isAt(change.address))));
    const changes = remaining.filter(({ follows }) => follows === undefined || !drift.changes.some(isAt(follows)) || remaining.some(isAt(follows)));
    const nothingElse = changes.length === 0 && drift.outputs.length === 0;
    if (nothingElse && changes.length < drift.changes.length)
        return { class: 'clean', ignored };
    const drifted = parts.flatMap(({ left }) => (left !== undefined && isBehind(left, changes) ? [left] : []));
    return { class: drifted.length > 0 ? 'drifted' : 'pending', drifted, ignored, planned: drift.changes, summary, text };
}
function isAt(address) {
    return (one) => one.address === address;
}
/** Whether the change only reverts ignored drift of its own resource. */
function takesBack({ address, attributes }, resources, ignored) {
    if (ignored.length === 0)
        return false;
    if (resources.some((each) => each.gone && each.address === address))
        return true;
    // A change whose new values are all unknown cannot be distinguished from any other.
    return (attributes.length > 0 &&
        attributes.every((path) => ignored.some(({ attribute }) => attribute !== undefined && covers(attribute.path, path))));
}
function isBehind(resource, changes) {
    if (changes.some(isAt(resource.address)))
        return true;
    return resource.feeds.some((source) => resource.gone || resource.attributes.some(({ path }) => overlap(path, source)));
}
function overlap(one, other) {
    return covers(one, other) || covers(other, one);
}
/** Whether the lower path is the upper one, or is below it. */
function covers(upper, lower) {
    if (upper === '' || upper === lower)
        return true;
    return lower.startsWith(upper) && /^[.[]/u.test(lower.slice(upper.length));
}

// EXTERNAL MODULE: ./src/markdown/leaf-names.ts
var leaf_names = __webpack_require__(86436);
;// CONCATENATED MODULE: ./src/commands/drift/issues/title-names.ts
/** What the titles of issues call the leaves. Pure. */



/** Characters, so that a title has room for what comes before it. */
const LENGTH = 200;
/** From short to long: `vpc · prod / eu`, the same with the names of folders, the path. */
const FORMS = [
    (path) => (0,leaf_names/* nameInWords */.I8)((0,leaf_names/* nameAlone */.xo)(path)),
    (path) => (0,leaf_names/* nameInWords */.I8)((0,leaf_names/* nameAlone */.xo)(path, (folder) => folder)),
    (path) => path,
];
/**
 * A name for each leaf, on one line, that no other one has: the shortest that tells it apart. All leaves of a project
 * decide about it, whichever are checked, so that it is the same in every run.
 */
function titleNames(leaves) {
    const names = new Map();
    let left = leaves;
    for (const form of FORMS) {
        const called = left.map((leaf) => ({ leaf, name: (0,bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(form(leaf.path)), LENGTH) }));
        const count = new Map();
        for (const name of [...names.values(), ...called.map((each) => each.name)])
            count.set(name, (count.get(name) ?? 0) + 1);
        for (const { leaf, name } of called)
            if (count.get(name) === 1)
                names.set(leaf.path, name);
        left = left.filter(({ path }) => !names.has(path));
    }
    for (const { path, identity } of left)
        names.set(path, `${(0,bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(path), LENGTH)} (${identity.leaf.slice(0, 8)})`);
    return names;
}

// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/commands/drift/ignore.ts
/** The rules below `drift.ignore`: globs of leaves, addresses and attributes whose drift is known and wanted. Pure. */

/**
 * Of several rules that fit, the first one gives the reason. A rule with an attribute does not ignore that a resource is
 * gone.
 *
 * @param leaf path of the leaf whose resources are split
 */
function ignoring(rules, leaf) {
    const own = rules
        .filter((rule) => rule.leaf === undefined || (0,selection/* leafGlob */.x7)(rule.leaf)(leaf))
        .map(({ address, attribute, reason }) => ({
        fitsAddress: address === undefined ? () => true : below(address),
        fitsAttribute: attribute === undefined ? undefined : below(attribute),
        reason,
    }));
    return (resource) => {
        const fitting = own.filter(({ fitsAddress }) => fitsAddress(resource.address));
        const whole = fitting.find(({ fitsAttribute }) => fitsAttribute === undefined);
        if (resource.gone) {
            return whole === undefined
                ? { left: resource, ignored: [] }
                : { left: undefined, ignored: [{ address: resource.address, attribute: undefined, reason: whole.reason }] };
        }
        const ignored = resource.attributes.flatMap((attribute) => {
            const rule = fitting.find(({ fitsAttribute }) => fitsAttribute?.(attribute.path) ?? true);
            return rule === undefined ? [] : [{ address: resource.address, attribute, reason: rule.reason }];
        });
        const gone = new Set(ignored.map(({ attribute }) => attribute));
        const attributes = resource.attributes.filter((attribute) => !gone.has(attribute));
        return { left: attributes.length === 0 ? undefined : { ...resource, attributes }, ignored };
    };
}
/**
 * Addresses and attribute paths are not file names: `*` matches anything and everything else matches itself. (A glob
 * library treats the brackets, quotes and braces of `this["{a}"]` as patterns.) What is below matches too, as with
 * Terraform's `-target`: the instances of a resource, the resources of a module, the keys of a map. It is not a regular
 * expression: with several `*`, a text and glob made for it would keep one busy for hours.
 */
function below(glob) {
    const [first = '', ...parts] = glob.split('*');
    const last = parts.pop();
    const endsWell = (text, end) => end === text.length || /[.[]/u.test(text.charAt(end));
    return (text) => {
        if (!text.startsWith(first))
            return false;
        if (last === undefined)
            return endsWell(text, first.length);
        let from = first.length;
        for (const part of parts) {
            const found = text.indexOf(part, from);
            if (found < 0)
                return false;
            from = found + part.length;
        }
        if (last === '')
            return true;
        for (let found = text.indexOf(last, from); found >= 0; found = text.indexOf(last, found + 1)) {
            if (endsWell(text, found + last.length))
                return true;
        }
        return false;
    };
}

// EXTERNAL MODULE: ./src/project/project.ts
var project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/execution/checkout.ts + 3 modules
var checkout = __webpack_require__(41545);
// EXTERNAL MODULE: ./src/execution/plan-in-parallel.ts
var plan_in_parallel = __webpack_require__(73007);
// EXTERNAL MODULE: ./src/execution/plan-warnings.ts
var plan_warnings = __webpack_require__(82261);
// EXTERNAL MODULE: ./src/execution/terraform-problems.ts
var terraform_problems = __webpack_require__(8931);
// EXTERNAL MODULE: ./src/execution/secrets.ts + 1 modules
var execution_secrets = __webpack_require__(98552);
// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
// EXTERNAL MODULE: ./src/execution/fitting-terraform.ts + 1 modules
var fitting_terraform = __webpack_require__(63695);
;// CONCATENATED MODULE: ./src/commands/drift/drift.ts
/** `command: drift`: plans every leaf and classifies the results. Nothing is ever applied. */





















/**
 * Plans the leaves of the checked-out commit. Two leaves with one state are an error before anything starts, regardless
 * of the selected leaves.
 *
 * @throws ProblemError when no leaf could be checked
 */
async function lookForDrift(request, context) {
    return (0,checkout/* withCheckout */.j)(request, context.environment, context.configurationEnvironment, async (checkout) => {
        const commit = checkout.repository.head;
        const head = await checkout.open(commit);
        const { changed: all, sharedStates } = await (0,changed_leaves/* allLeaves */.K)(head);
        (0,base_problems/* throwOnErrors */.pe)((0,states/* sharedStateProblems */.FM)(sharedStates, all, (0,outside_settings/* outsideSettings */.b)(context.environment).ofStates));
        const isSelected = (0,selection/* leafSelection */.rn)(all.map(({ leaf }) => leaf.path), request.leaves);
        const selected = all.filter(({ leaf }) => isSelected(leaf.path));
        const found = `${(0,phrases/* count */.U9)(all.length, 'leaf', 'leaves')}, ${(0,phrases/* count */.U9)(selected.length)} to check`;
        context.log.info(`Checked out ${(0,base_names/* shortCommit */.A)(commit)}: ${found}.`);
        const toPlan = selected.filter(changed_leaf/* isPlannable */.S0).filter((each) => stateless(each) === undefined);
        const binary = toPlan.length === 0 ? undefined : await (0,fitting_terraform/* findFittingTerraform */.N)(head.project, request.projectRoot, context);
        const secrets = binary === undefined ? undefined : await (0,execution_secrets/* readSecrets */.ql)(toPlan, { head, base: undefined }, context.secrets);
        const limited = {
            ...context,
            cancelled: () => context.cancelled() || request.deadlinePassed(),
            withSecrets: secrets?.rendered,
        };
        const planned = binary === undefined
            ? undefined
            : await (0,plan_in_parallel/* planInParallel */.u)(request, limited, checkout.repository.top, rotated(toPlan.filter((each) => secrets?.failed.has(each) !== true), request.facts.run?.id ?? 0), binary);
        const stopped = planned?.stopped ?? new Set();
        const results = planned?.results ?? new Map();
        const incomplete = secrets?.failed ?? new Set();
        const whyNot = (each) => {
            if (stopped.has(each))
                return 'The job was cancelled while it was planned.';
            return context.cancelled() ? 'The job was cancelled before it was planned.' : 'The time limit was reached.';
        };
        const rules = head.project.settings.driftIgnore;
        const identities = await identify(all, request.standIns, checkout);
        const identityOf = (each) => identities.get(each) ?? leafIdentity(each.leaf.path, undefined);
        const names = titleNames(all.map((each) => ({ path: each.leaf.path, identity: identityOf(each) })));
        const leaves = selected.map((each) => {
            const result = results.get(each);
            return {
                leaf: each.leaf.path,
                name: names.get(each.leaf.path) ?? each.leaf.path,
                identity: identityOf(each),
                outcome: outcomeOf(each, incomplete.has(each), result && classify(result, ignoring(rules, each.leaf.path)), stateless(each) ?? whyNot(each)),
                problems: [...each.problems, ...problemsOf(each, result)],
            };
        });
        return {
            report: {
                ...request.facts,
                head: commit,
                time: context.now.toISOString().replace(/\.\d+Z$/u, 'Z'),
                terraformVersion: binary?.version,
                program: binary?.program,
                leafCount: all.length,
                leaves,
                problems: [...head.project.warnings, ...(secrets?.problems ?? [])],
            },
            scope: scopeDigest({ root: head.project.root, title: request.facts.title }),
            known: [...identities.values()],
            complete: (0,project/* missingConfigRoots */.O1)(head.project).length === 0 &&
                all.every((each) => {
                    if (each.kind === 'paused')
                        return true;
                    const { rendering } = (0,changed_leaf/* headOf */.Uo)(each) ?? {};
                    return (rendering !== undefined && (rendering.state === undefined || identities.get(each)?.state !== undefined));
                }),
        };
    });
}
/** What Terraform said about a leaf besides its changes. */
function problemsOf(each, result) {
    if (result === undefined || !(0,changed_leaf/* isPlannable */.S0)(each))
        return [];
    const rendered = (0,changed_leaf/* renderedOf */.dY)(each);
    if (!result.ok)
        return (0,terraform_problems/* terraformProblems */.N)(rendered, [], (0,diagnostics/* errorsIn */.R4)(result.output), result.stage);
    const { summary, warnings } = result;
    // What a plan cannot show matters to those who review one.
    const shown = { ...summary, remarks: summary.remarks && { ...summary.remarks, unseen: [] } };
    return [...(0,terraform_problems/* terraformProblems */.N)(rendered, [], warnings, 'plan'), ...(0,plan_warnings/* planWarnings */.p)(each.leaf.path, shown, warnings)];
}
/** Why there is no state to plan against: every run would create everything. */
function stateless(each) {
    const head = (0,changed_leaf/* headOf */.Uo)(each);
    return head === undefined ? undefined : (0,state/* lostState */.It)(head.rendering.state, true);
}
function outcomeOf(each, isIncomplete, planned, why) {
    if (each.kind === 'paused')
        return { class: 'unchecked', why: each.why, paused: true };
    const { kind } = each;
    if (kind === 'failed' || isIncomplete)
        return { class: 'error', stage: 'render', output: '' };
    return planned ?? { class: 'unchecked', why };
}
/** Each run starts at a different leaf, so that a time limit does not always leave out the same ones. */
function rotated(leaves, run) {
    const first = leaves.length === 0 ? 0 : run % leaves.length;
    return [...leaves.slice(first), ...leaves.slice(0, first)];
}
/** A backend's settings may contain secrets of the environment, so digests of them are made with stand-ins. */
async function identify(leaves, standIns, checkout) {
    const renderer = standIns === undefined ? undefined : await checkout.open(checkout.repository.head, standIns);
    const identities = new Map();
    for (const each of leaves) {
        let rendering = (0,changed_leaf/* headOf */.Uo)(each)?.rendering;
        if (renderer !== undefined) {
            const result = await renderer.render(each.leaf);
            rendering = result.ok ? result.rendering : undefined;
        }
        identities.set(each, leafIdentity(each.leaf.path, rendering?.state?.identity));
    }
    return identities;
}

// EXTERNAL MODULE: ./src/execution/report-names.ts
var report_names = __webpack_require__(46607);
;// CONCATENATED MODULE: ./src/commands/drift/report.ts
/** What a drift run found, as plain data: issues, summary, log and outputs are renderings of it. */

/** What in a report is never masked. */
const DRIFT_NAMES = {
    ...report_names/* RUN_NAMES */.tE,
    head: 'name',
    time: 'name',
    program: 'name',
    leaves: {
        leaf: 'name',
        name: 'name',
        identity: 'name',
        outcome: {
            class: 'name',
            stage: 'name',
            drifted: { address: 'address' },
            ignored: { address: 'address' },
            planned: { address: 'address', follows: 'address' },
            summary: report_names/* SUMMARY_NAMES */.qY,
        },
        problems: report_names/* PROBLEM_NAMES */.zq,
    },
    problems: report_names/* PROBLEM_NAMES */.zq,
};
/** The leaves of one class, with their outcome. */
function leavesOfClass(report, ...classes) {
    return report.leaves.flatMap((leaf) => {
        const { outcome } = leaf;
        return isOf(outcome, classes) ? [{ ...leaf, outcome }] : [];
    });
}
function isOf(outcome, classes) {
    return classes.some((each) => each === outcome.class);
}

// EXTERNAL MODULE: ./src/masking/mask-data.ts
var mask_data = __webpack_require__(74399);
// EXTERNAL MODULE: ./src/markdown/plan-diff.ts
var plan_diff = __webpack_require__(55568);
// EXTERNAL MODULE: ./src/markdown/shown-names.ts
var shown_names = __webpack_require__(65217);
// EXTERNAL MODULE: ./src/markdown/counts.ts
var counts = __webpack_require__(86093);
;// CONCATENATED MODULE: ./src/commands/drift/summary.ts
/** The dashboard of a drift run: the job summary, and a short version for the log. */















/** The verdict, a list for each class, then each leaf's plan. */
function renderDriftSummary(dashboard, bytes = github_limits/* SUMMARY_BYTES */.R) {
    const { report, notices } = dashboard;
    const { terraformVersion } = report;
    const terraform = terraformVersion === undefined ? '' : `, ${(0,programs/* programOf */.oQ)(report)} ${(0,escaping/* code */.aY)(terraformVersion)}`;
    const masked = (0,phrases/* maskedValues */.ql)(report);
    const names = (0,leaf_names/* leafNames */.PU)(report.leaves.map(({ leaf }) => leaf));
    const blocks = [
        `### ${nameOf(report)}: ${driftVerdict(report)}`,
        (0,shown_names/* patternsOf */.D4)(names),
        ...notices.map((notice) => `> ${(0,escaping/* prose */.CS)(notice, 1_000)}`),
        ...problems(report),
        ...openSection(dashboard, names, 'drifted', bytes * 0.15),
        ...openSection(dashboard, names, 'pending', bytes * 0.15),
        ...errorSection(dashboard, names, bytes * 0.1),
        ...overLimitSection(dashboard, names, bytes * 0.05),
        ...uncheckedSection(report, names, bytes * 0.05),
        ...section('Warnings', warningLines(report, (0,base_problems/* inLeaves */.e$)(report.leaves)), bytes * 0.05),
        ...ignoredSection(report, names, bytes * 0.1),
        {
            kind: 'details',
            items: folds(report),
            more: (left) => `The details of ${(0,phrases/* count */.U9)(left, 'leaf', 'leaves')} do not fit here: the log has them.`,
        },
        `<sub>${(0,links/* runLink */.ut)(report, 'Run')} at ${(0,escaping/* code */.aY)((0,base_names/* shortCommit */.A)(report.head))}, ${timeInWords(report.time)}${terraform}. Nothing was applied.${masked === '' ? '' : ` ${masked}.`}</sub>`,
    ];
    return `${(0,fit/* fit */.Uj)(blocks, () => bytes - 2).join('\n\n')}\n`;
}
/** One line for each leaf that is not clean. */
function renderDriftText({ report, issues, overLimit, notices }) {
    const rows = report.leaves.flatMap(({ leaf, identity, outcome }) => {
        if (outcome.class === 'clean')
            return [];
        const issue = issues.get(identity.leaf);
        const where = issue?.open === true ? `  #${issue.number}` : overLimit.includes(identity.leaf) ? '  (no issue)' : '';
        const why = outcome.class === 'error' ? `: ${outcome.stage}` : '';
        return [`  ${`${outcome.class}${why}`.padEnd(14)} ${(0,escaping/* oneLine */.TN)(leaf)}${where}`];
    });
    const found = [...report.problems, ...(0,base_problems/* inLeaves */.e$)(report.leaves)].map((each) => (0,escaping/* visible */.RK)(`${each.severity === 'warning' ? 'Warning' : 'Error'}: ${(0,base_problems/* formatProblem */.Vw)(each)}`));
    const name = report.title === '' ? 'Kompos drift' : `Kompos drift ${(0,escaping/* oneLine */.TN)(report.title)}`;
    return [`${name}: ${driftVerdict(report)}`, rows.join('\n'), [...notices, ...new Set(found)].join('\n')]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
/** `2 drifted · 1 pending · 1 failed · 9 clean · 3 not selected` */
function driftVerdict(report) {
    const number = (name) => leavesOfClass(report, name).length;
    const parts = [
        ['drifted', 'drifted'],
        ['pending', 'pending'],
        ['error', 'failed'],
        ['unchecked', 'not checked'],
    ].flatMap(([name, word]) => (number(name) > 0 ? [`${(0,phrases/* count */.U9)(number(name))} ${word}`] : []));
    const rest = report.leafCount - report.leaves.length;
    if (report.leaves.length === 0)
        return 'no leaf was checked';
    return parts.length === 0
        ? `${(0,phrases/* count */.U9)(report.leaves.length, 'leaf is', 'leaves are')} clean`
        : [...parts, `${(0,phrases/* count */.U9)(number('clean'))} clean`, ...(rest > 0 ? [`${(0,phrases/* count */.U9)(rest)} not selected`] : [])].join(counts/* AND */.S);
}
function nameOf({ title }) {
    return title === '' ? 'Kompos drift' : `Kompos drift ${(0,escaping/* code */.aY)(title, 100)}`;
}
function problems(report) {
    return report.problems.slice(0, 50).map((each) => (0,escaping/* fence */.EU)((0,bytes/* startOf */.GH)((0,base_problems/* formatProblem */.Vw)(each), 3_000), 'text'));
}
/** @param least bytes that the list always gets */
function section(title, items, least) {
    return items.length === 0 ? [] : [`#### ${title}`, (0,fit/* shortTable */.zE)('', items, { least })];
}
/** `- **vpc** · dev: 1 · 2`, without what is empty. */
function item(leaf, names, ...parts) {
    const said = parts.filter((part) => part !== '').join(counts/* AND */.S);
    return `- ${(0,shown_names/* shownName */.HD)(names.of(leaf))}${said === '' ? '' : `: ${said}`}`;
}
function openSection({ report, issues }, names, name, least) {
    const items = report.leaves.flatMap(({ leaf, identity, outcome }) => {
        if (outcome.class !== name)
            return [];
        const issue = issues.get(identity.leaf);
        const since = `since ${timeInWords(issue?.since ?? report.time)}`;
        return [item(leaf, names, changesInShort(outcome), since, summary_link(issue))];
    });
    const title = name === 'drifted' ? `Drifted: changed outside of ${(0,programs/* programOf */.oQ)(report)}` : 'Pending: planned changes without drift';
    return section(title, items, least);
}
function errorSection({ report, issues }, names, least) {
    const items = report.leaves.flatMap(({ leaf, identity, outcome, problems: own }) => {
        if (outcome.class !== 'error')
            return [];
        const why = own.find(({ severity }) => severity === 'error')?.message ?? firstError(outcome.output);
        return [item(leaf, names, `${outcome.stage} failed`, (0,escaping/* prose */.CS)(why, 300), summary_link(issues.get(identity.leaf)))];
    });
    return section('Failed: could not be planned', items, least);
}
/** The line of Terraform's box that says `Error:`, without its border. */
function firstError(output) {
    const lines = output.split('\n').map((line) => line.replace(/^[│╷╵\s]+/u, ''));
    return lines.find((line) => line.startsWith('Error:')) ?? lines.find((line) => line !== '') ?? '';
}
function overLimitSection({ report, overLimit }, names, least) {
    const leaves = new Map(report.leaves.map(({ leaf, identity }) => [identity.leaf, leaf]));
    const items = overLimit.flatMap((digest) => leaves.get(digest) ?? []).map((leaf) => item(leaf, names));
    const words = `The limit ${(0,escaping/* code */.aY)('max-open-issues')} is reached, so these leaves have no issue:`;
    return section(`Without an issue\n\n${words}`, items, least);
}
function uncheckedSection(report, names, least) {
    const items = leavesOfClass(report, 'unchecked').map(({ leaf, outcome }) => item(leaf, names, (0,escaping/* prose */.CS)(outcome.why, 300)));
    return section('Not checked', items, least);
}
function ignoredSection(report, names, least) {
    const items = report.leaves.flatMap(({ leaf, outcome }) => 'ignored' in outcome ? ignoredLines(outcome.ignored).map((line) => item(leaf, names, line.slice('- '.length))) : []);
    return section('Ignored', items, least);
}
function summary_link(issue) {
    if (issue === undefined)
        return '';
    const words = `#${issue.number}`;
    const linked = /^https?:\/\/[\w.:/-]+$/u.test(issue.url) ? `[${words}](${issue.url})` : words;
    return issue.open ? linked : `${linked} (closed)`;
}
/** Each leaf's drift and plan, or what Terraform said when it failed. */
function folds(report) {
    const open = leavesOfClass(report, 'drifted', 'pending').map(({ leaf, outcome }) => fold(leaf, 'diff', (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(outcome.text)), (0,fit/* shortTable */.zE)(DRIFT_HEAD, driftLines(outcome.drifted))));
    const failed = leavesOfClass(report, 'error').map(({ leaf, outcome }) => fold(leaf, 'text', outcome.output.trim()));
    return [...open, ...failed];
}
function fold(leaf, language, text, ...before) {
    const blocks = [...before, { kind: 'text', language, text, fullReport: 'log' }];
    return { kind: 'fold', open: false, summary: (0,escaping/* htmlCode */.h8)(leaf, 240), blocks };
}

// EXTERNAL MODULE: ./src/action/job.ts + 1 modules
var action_job = __webpack_require__(16426);
// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
;// CONCATENATED MODULE: ./src/action/drift.ts
/** `command: drift`: the drift report → issues, log, summary, outputs. */













/** Sets exit code 1 when a leaf could not be planned or issues could not be written. Drift itself is not a failure. */
async function runDrift(job) {
    const { inputs, log, masker } = job;
    checkEvent(job, process.env['GITHUB_REF'] ?? '');
    if (inputs.token === undefined && inputs.maxOpenIssues > 0) {
        throw (0,base_problems/* problemError */.gS)('input', 'Input "token" is empty, so issues cannot be written.', {
            hint: 'Omit the input (it defaults to the job\'s token), or set "max-open-issues: 0".',
        });
    }
    const started = Date.now();
    const { timeLimit } = inputs;
    const { result, cancelled } = await (0,action_job/* withTerraform */.Hy)(job, async (settings, context) => {
        const found = await lookForDrift({
            facts: job.facts,
            serverUrl: job.facts.serverUrl,
            ownCode: (0,action_job/* ownCode */.m1)(job, process.env),
            ...settings,
            changesOnly: true,
            leaves: inputs.leaves,
            listMerge: inputs.listMerge,
            token: inputs.token,
            standIns: (0,action_job/* reviewSettings */.ic)(job, process.env).standIns,
            deadlinePassed: () => timeLimit !== undefined && Date.now() - started >= timeLimit,
        }, context);
        return { result: found, cancelled: context.cancelled() };
    });
    const report = (0,mask_data/* maskReport */.f)(result.report, DRIFT_NAMES, masker);
    (0,action_job/* registerSecrets */.dg)(masker);
    // A cancelled job has only seconds left: the next run updates the issues.
    const dashboard = cancelled
        ? withoutIssues(report, 'The job was cancelled: issues were not updated.')
        : await bringIssuesUpToDate(job, result, report);
    log.info(renderDriftText(dashboard));
    annotateErrors(report);
    await (0,runner/* writeSummary */.Sy)(renderDriftSummary(dashboard));
    (0,runner/* setOutput */.uH)('drifted', paths(report, 'drifted'));
    (0,runner/* setOutput */.uH)('pending', paths(report, 'pending'));
    (0,runner/* setOutput */.uH)('errors', paths(report, 'error'));
    if (leavesOfClass(report, 'error').length > 0)
        process.exitCode = 1;
}
/** Drift is what exists compared with the default branch: any other commit differs anyway. */
function checkEvent({ event }, ref) {
    const { revisions, defaultBranch } = event;
    const hint = 'Run "command: drift" on a schedule or by hand (workflow_dispatch) on the default branch.';
    if (revisions.kind !== 'manual') {
        const message = `Drift detection runs on a schedule or by hand, but this event is ${revisions.kind}.`;
        throw (0,base_problems/* problemError */.gS)('event', message, { hint });
    }
    if (defaultBranch === undefined || ref !== `refs/heads/${defaultBranch}`) {
        const branch = defaultBranch === undefined ? 'the default branch' : `the default branch "${defaultBranch}"`;
        const message = `Drift detection runs on ${branch}, but this run is for "${ref}".`;
        throw (0,base_problems/* problemError */.gS)('event', message, { hint });
    }
}
async function bringIssuesUpToDate(job, result, report) {
    const { inputs, log } = job;
    const { token, maxOpenIssues, driftLabel } = inputs;
    if (token === undefined || maxOpenIssues === 0)
        return withoutIssues(report);
    const { connectIssues } = await Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(5039)]).then(__webpack_require__.bind(__webpack_require__, 65039));
    const tracker = connectIssues((0,action_job/* githubAccess */.Yh)(report, token, process.env), (milliseconds) => (0,promises_.setTimeout)(milliseconds));
    try {
        const standing = (await tracker.ours(driftLabel)).flatMap((issue) => {
            const marker = (0,issue_block/* readMarker */.t7)(issue.body);
            return marker === undefined ? [] : [{ ...issue, marker }];
        });
        const findings = findingsOf(report);
        const project = { scope: result.scope, leaves: result.known, complete: result.complete };
        const { decisions, overLimit, issues } = decideIssues(standing, findings, project, maxOpenIssues);
        const writes = issueWrites(decisions, report, result.scope);
        log.info(`${(0,phrases/* count */.U9)(standing.length, 'drift issue exists', 'drift issues exist')}; ${(0,phrases/* count */.U9)(writes.length, 'write', 'writes')} to bring them up to date.`);
        const { done, created, problems } = await tracker.write(writes, driftLabel);
        return { report, issues: issuesNow(issues, done, created), overLimit, notices: unwritten(job, problems) };
    }
    catch (error) {
        if (!(error instanceof base_problems/* ProblemError */.Mm))
            throw error;
        return withoutIssues(report, ...unwritten(job, error.problems));
    }
}
/** Reports what could not be written and fails the job: the issues differ from the summary. */
function unwritten({ masker }, problems) {
    const different = [...new Map(problems.map((each) => [(0,base_problems/* formatProblem */.Vw)(each), each])).values()];
    for (const each of different) {
        (0,runner/* annotate */.fz)({ severity: 'error', title: 'Kompos drift', message: masker.mask((0,base_problems/* formatProblem */.Vw)(each)) });
    }
    if (different.length > 0)
        process.exitCode = 1;
    return different.map(({ message }) => masker.mask(message));
}
function withoutIssues(report, ...notices) {
    return { report, issues: new Map(), overLimit: [], notices };
}
/** GitHub shows at most ten errors per step; the summary has all of them. */
function annotateErrors(report) {
    const failed = leavesOfClass(report, 'error');
    const found = failed.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
    for (const each of [...new Map(found.map((one) => [(0,base_problems/* formatProblem */.Vw)(one), one])).values()].slice(0, 9)) {
        const { file, line } = each.place ?? {};
        (0,runner/* annotate */.fz)({ severity: 'error', title: 'Kompos drift', message: (0,base_problems/* formatProblem */.Vw)(each), file, line });
    }
    const planned = failed.filter(({ outcome }) => outcome.stage !== 'render');
    if (planned.length === 0)
        return;
    const named = planned.slice(0, 10).map(({ leaf, outcome }) => `${leaf}: ${outcome.stage} failed`);
    const message = [...named, ...(planned.length > 10 ? [`and ${planned.length - 10} more`] : [])].join('\n');
    (0,runner/* annotate */.fz)({ severity: 'error', title: 'Kompos drift', message });
}
function paths(report, name) {
    return JSON.stringify(leavesOfClass(report, name).map(({ leaf }) => leaf));
}


/***/ }),

/***/ 99862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ aroundBlock),
/* harmony export */   NY: () => (/* binding */ issueBlock),
/* harmony export */   dK: () => (/* binding */ blockText),
/* harmony export */   su: () => (/* binding */ withBlock),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/**
 * The part of an issue's body that is ours: from a hidden line, by which later runs find the issue, to another one.
 * What people write above and below stays. A marker alone proves nothing: it counts only together with the issue's
 * author and label.
 */
const DIGEST = '([0-9a-f]{32})';
const BEGIN = new RegExp(`<!-- kompos:drift scope=${DIGEST} leaf=${DIGEST} state=(?:${DIGEST}|-) class=(clean|drifted|pending|gone) ` +
    `since=(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ) title=${DIGEST} content=${DIGEST} -->`, 'u');
const END = '<!-- kompos:drift end -->';
/** The block with its markers. Nothing in the text can be mistaken for one of them. */
function issueBlock(marker, text) {
    const { scope, leaf, state = '-', since, title, content } = marker;
    const begin = `scope=${scope} leaf=${leaf} state=${state} class=${marker.class} since=${since} title=${title} content=${content}`;
    return `<!-- kompos:drift ${begin} -->\n${text.trim().replaceAll('<!-- kompos:', '<!- kompos:')}\n${END}`;
}
/** Reads the first marker in a body; undefined if there is none. */
function readMarker(body) {
    const [, scope, leaf, state, name, since, title, content] = BEGIN.exec(body) ?? [];
    const found = ['clean', 'drifted', 'pending', 'gone'].find((each) => each === name);
    if (scope === undefined || leaf === undefined || since === undefined)
        return undefined;
    if (title === undefined || content === undefined || found === undefined)
        return undefined;
    return { scope, leaf, state, class: found, since, title, content };
}
/** If the block's end was removed, everything after its first line counts as a person's. */
function aroundBlock(body) {
    const begin = BEGIN.exec(body);
    if (begin === null)
        return { before: body, after: '' };
    const rest = begin.index + begin[0].length;
    const end = body.indexOf(END, rest);
    return { before: body.slice(0, begin.index), after: body.slice(end < 0 ? rest : end + END.length) };
}
/** What our block says, without its markers; nothing if there is none. */
function blockText(body) {
    const begin = BEGIN.exec(body);
    if (begin === null)
        return '';
    const rest = begin.index + begin[0].length;
    const end = body.indexOf(END, rest);
    return end < 0 ? '' : body.slice(rest, end).trim();
}
/** The body with our block replaced and everything else unchanged; a block that was removed is appended. */
function withBlock(body, block) {
    if (readMarker(body) === undefined)
        return body === '' ? block : `${body}\n\n${block}`;
    const { before, after } = aroundBlock(body);
    return `${before}${block}${after}`;
}


/***/ })

};

//# sourceMappingURL=3737.index.js.map