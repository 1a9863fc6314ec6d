export const id = 2821;
export const ids = [2821];
export const modules = {

/***/ 2821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDrift: () => (/* binding */ runDrift)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/commands/drift/issues/held.ts
/**
 * A leaf that is gone is called like the one that has its state now, if that has no issue of its own. As long as not all
 * states are known, no leaf can be told to be gone.
 *
 * @param own issues of the project, in the order of their age
 */
function heldBy(own, { leaves, complete }) {
    const known = new Map(leaves.map((each) => [each.leaf, each]));
    const byState = new Map(leaves.flatMap((each) => (each.state === undefined ? [] : [[each.state, each]])));
    const taken = new Set(own.flatMap(({ marker }) => marker.leaves.map(({ leaf }) => leaf)));
    const heirs = new Map();
    const nowCalled = (marked) => {
        const now = known.get(marked.leaf) ?? heirs.get(marked.leaf);
        if (now !== undefined)
            return [now];
        const heir = byState.get(marked.state ?? '');
        if (heir === undefined || taken.has(heir.leaf))
            return complete ? [] : [marked];
        taken.add(heir.leaf);
        heirs.set(marked.leaf, heir);
        return [heir];
    };
    const open = new Map();
    // An open issue is more likely to be read on than a closed one.
    return own
        .toSorted((a, b) => Number(b.open) - Number(a.open))
        .map((issue) => {
        const now = issue.marker.leaves.flatMap(nowCalled);
        if (!issue.open)
            return { issue, leaves: now, elsewhere: [] };
        const doubled = now.filter(({ leaf }) => open.has(leaf));
        const mine = now.filter((each) => !doubled.includes(each));
        for (const { leaf } of mine)
            open.set(leaf, issue.number);
        return { issue, leaves: mine, elsewhere: doubled.flatMap(({ leaf }) => open.get(leaf) ?? []) };
    });
}

// EXTERNAL MODULE: ./src/commands/drift/issues/identity.ts
var issues_identity = __webpack_require__(55541);
;// CONCATENATED MODULE: ./src/commands/drift/issues/slots.ts
/** Their digests, names and the command that applies them fit into an issue. */
const MOST_LEAVES = 250;
/**
 * One slot for each cause, or several if it has too many leaves. Leaves stay in the open issue about their cause; those
 * that were not checked are in its slot too. What drifted comes first: it is more urgent than what was never applied.
 *
 * @param waits whether a leaf, by its digest, was not checked
 */
function slotsOf(held, findings, waits) {
    const causes = new Map();
    for (const finding of findings) {
        if (finding.class !== 'drifted' && finding.class !== 'pending')
            continue;
        const same = causes.get(finding.cause);
        if (same === undefined)
            causes.set(finding.cause, [finding]);
        else
            same.push(finding);
    }
    const slots = [...causes].flatMap(([cause, found]) => packed(held.filter(({ issue }) => issue.open && issue.marker.cause === cause), found, waits).map(({ home, leaves }) => {
        const inIt = new Set(leaves.map(({ leaf }) => leaf));
        const first = found.find(({ identity }) => inIt.has(identity.leaf)) ?? found[0];
        return { cause, class: found[0].class === 'drifted' ? 'drifted' : 'pending', leaves, first, home };
    }));
    return slots.toSorted((a, b) => rank(a) - rank(b));
}
function packed(homes, found, waits) {
    const own = new Map(found.map(({ identity }) => [identity.leaf, identity]));
    const stays = homes.map(({ leaves }) => leaves.flatMap((each) => own.get(each.leaf) ?? (waits(each.leaf) ? [each] : [])));
    const all = new Map([...stays.flat(), ...own.values()].map((each) => [each.leaf, each]));
    const needed = Math.ceil(all.size / MOST_LEAVES);
    const slots = homes
        .slice(0, needed)
        .map((home, index) => ({ home, leaves: (stays[index] ?? []).slice(0, MOST_LEAVES) }));
    for (const { leaves } of slots)
        for (const { leaf } of leaves)
            all.delete(leaf);
    for (const each of all.values()) {
        const room = slots.find(({ leaves }) => leaves.length < MOST_LEAVES);
        if (room === undefined)
            slots.push({ home: undefined, leaves: [each] });
        else
            room.leaves.push(each);
    }
    return slots;
}
function rank({ class: found }) {
    return found === 'drifted' ? 0 : 1;
}

;// CONCATENATED MODULE: ./src/commands/drift/issues/decide.ts



/**
 * @param standing issues that are ours by author and label
 * @param mostOpen an issue is opened or reopened only while fewer than this many are open
 */
function decideIssues(standing, findings, project, mostOpen) {
    // One without leaves was given up for another.
    const own = standing.filter(({ marker }) => marker.scope === project.scope && marker.leaves.length > 0);
    const held = heldBy(own.toSorted((a, b) => a.number - b.number), project);
    const found = new Map(findings.map((each) => [each.identity.leaf, each]));
    const waits = (leaf) => ['unknown', 'paused'].includes(found.get(leaf)?.class ?? 'unknown');
    const slots = slotsOf(held, findings, waits);
    // Those that were not checked are in a slot only together with others of their cause.
    const placed = new Set(slots.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
    const isNeeded = ({ leaves }) => leaves.some(({ leaf }) => waits(leaf) && !placed.has(leaf));
    const homes = new Map(slots.flatMap((slot) => (slot.home === undefined ? [] : [[slot, slot.home]])));
    // Leaves whose cause is another one now take their issue along, unless it is still needed for others.
    settle(slots, held, homes, (each, shared) => each.issue.open && shared > 0 && !isNeeded(each));
    const claimed = new Set(homes.values());
    const left = held.filter((each) => each.issue.open && !claimed.has(each));
    const over = left.filter((each) => !isNeeded(each));
    const room = Math.max(0, mostOpen - held.filter(({ issue }) => issue.open).length + over.length);
    const homeless = slots.filter((slot) => !homes.has(slot));
    const opened = homeless.slice(0, room);
    settle(opened, held, homes, ({ issue: { open, marker } }, _shared, { cause }) => {
        return !open && marker.cause === cause && marker.class !== 'gone';
    });
    settle(opened, held, homes, ({ issue, leaves }, shared) => !issue.open && shared > 0 && shared === leaves.length);
    const numbers = new Map([...homes].flatMap(([{ leaves }, { issue }]) => leaves.map(({ leaf }) => [leaf, issue.number])));
    const closing = over.map((each) => closingOf(each, numbers));
    const updates = slots.flatMap((slot) => {
        const home = homes.get(slot);
        if (home === undefined)
            return [];
        const { issue } = home;
        const group = groupOf(slot, project, found);
        const takesOver = closing.flatMap((each) => each.kind === 'moved' && each.to.includes(issue.number) ? [each.issue] : []);
        if (issue.open && says(issue, group) && takesOver.length === 0)
            return [];
        return [{ kind: 'update', group, issue, reopen: !issue.open, takesOver }];
    });
    const withoutRoom = new Set(homeless.slice(room).flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
    const kept = left
        .filter((each) => !over.includes(each))
        .map(({ issue, leaves }) => ({
        issue,
        leaves: leaves.filter(({ leaf }) => (placed.has(leaf) ? withoutRoom.has(leaf) : waits(leaf))),
    }));
    const isKept = new Set(kept.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf)));
    return {
        decisions: [
            ...updates.filter(({ reopen }) => !reopen),
            ...closing,
            ...kept.flatMap((each) => keeping(each, found)),
            ...updates.filter(({ reopen }) => reopen),
            ...opened.flatMap((slot) => homes.has(slot) ? [] : [{ kind: 'open', group: groupOf(slot, project, found) }]),
        ],
        overLimit: [...withoutRoom].filter((leaf) => !isKept.has(leaf)),
    };
}
/** Gives slots without an issue the free ones that fit: first where most leaves are shared, then the oldest. */
function settle(slots, held, homes, fits) {
    const taken = new Set(homes.values());
    const pairs = slots.flatMap((slot) => {
        if (homes.has(slot))
            return [];
        const mine = new Set(slot.leaves.map(({ leaf }) => leaf));
        return held.flatMap((each) => {
            const shared = taken.has(each) ? 0 : each.leaves.filter(({ leaf }) => mine.has(leaf)).length;
            return !taken.has(each) && fits(each, shared, slot) ? [{ slot, each, shared }] : [];
        });
    });
    for (const { slot, each } of pairs.toSorted((a, b) => b.shared - a.shared || a.each.issue.number - b.each.issue.number)) {
        if (homes.has(slot) || taken.has(each))
            continue;
        homes.set(slot, each);
        taken.add(each);
    }
}
function groupOf({ cause, class: is, leaves, first }, project, found) {
    const order = new Map(project.leaves.map(({ leaf }, index) => [leaf, index]));
    const place = ({ leaf }) => order.get(leaf) ?? project.leaves.length;
    const sorted = leaves.toSorted((a, b) => place(a) - place(b));
    const paused = sorted.flatMap(({ leaf }) => (found.get(leaf)?.class === 'paused' ? [leaf] : []));
    const content = paused.length === 0 ? first.content : (0,issues_identity/* digest */.br)('content', first.content, ...paused);
    return { cause, class: is, first: first.identity.leaf, leaves: sorted, paused, content };
}
/** @param numbers the issue that each leaf is in now */
function closingOf({ issue, leaves, elsewhere }, numbers) {
    const to = [...new Set([...leaves.flatMap(({ leaf }) => numbers.get(leaf) ?? []), ...elsewhere])];
    if (to.length > 0)
        return { kind: 'moved', issue, to };
    return leaves.length === 0 ? { kind: 'gone', issue } : { kind: 'close', issue, leaves };
}
/** What stays open for leaves that were not checked is rewritten only if it says too much, or not that they are paused. */
function keeping({ issue, leaves }, found) {
    const [paused, ...others] = leaves.map(({ leaf }) => found.get(leaf));
    const arePaused = [paused, ...others].every((each) => each?.class === 'paused');
    const isMarked = !arePaused || issue.marker.content === paused?.content;
    if (isMarked && leaves.length === issue.marker.leaves.length)
        return [];
    return [{ kind: 'keep', issue, leaves, paused: arePaused ? paused?.identity.leaf : undefined }];
}
function says({ marker }, group) {
    const named = (leaves) => leaves
        .map(({ leaf, state = '' }) => `${leaf}.${state}`)
        .sort()
        .join();
    return (named(marker.leaves) === named(group.leaves) &&
        marker.cause === group.cause &&
        marker.class === group.class &&
        marker.content === group.content);
}

// EXTERNAL MODULE: ./src/markdown/issue-block.ts
var issue_block = __webpack_require__(99862);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/markdown/bytes.ts
var markdown_bytes = __webpack_require__(22522);
// EXTERNAL MODULE: ./src/base/names.ts
var base_names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/markdown/leaf-input.ts
var leaf_input = __webpack_require__(57300);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/commands/drift/issues/command.ts
/** What applies the leaves of an issue, to be pasted into a terminal. Pure. */



/** Bytes of the leaves of one run: they fit into what GitHub accepts, and into the field of its page. */
const MOST_TOGETHER = 8_000;
/** The commands, a line each, that start the apply workflow for these leaves. */
function applyCommands(leaves) {
    const runs = [
        ...command_packed(leaves.filter(selection/* isJoinable */.f5)),
        ...leaves.filter((leaf) => !(0,selection/* isJoinable */.f5)(leaf)).map((leaf) => [leaf]),
    ];
    return runs.map((run) => `gh workflow run apply.yml -f leaves='${(0,leaf_input/* leavesText */.k)(run).replaceAll("'", "'\\''")}'`);
}
function command_packed(leaves) {
    const runs = [];
    let bytes = MOST_TOGETHER;
    for (const leaf of leaves) {
        const own = (0,markdown_bytes/* utf8Length */.wI)(leaf) + 1;
        bytes += own;
        const run = runs.at(-1);
        if (run === undefined || bytes > MOST_TOGETHER) {
            runs.push([leaf]);
            bytes = own;
        }
        else
            run.push(leaf);
    }
    return runs;
}

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
    return problemLines(report, problems.filter(({ severity }) => severity === 'warning'));
}
/** Errors of required checks. */
function failedCheckLines(report, problems) {
    return problemLines(report, problems.filter(isFailedCheck));
}
/** Whether a required check is not well. */
function isFailedCheck({ code: of, severity }) {
    return of === 'check' && severity === 'error';
}
function problemLines(report, problems) {
    return problems.map(({ place, message, leaves = [] }) => {
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
// EXTERNAL MODULE: ./src/markdown/leaf-names.ts
var leaf_names = __webpack_require__(86436);
// EXTERNAL MODULE: ./src/markdown/own-names.ts
var own_names = __webpack_require__(17892);
// EXTERNAL MODULE: ./src/markdown/resource-list.ts
var resource_list = __webpack_require__(46130);
// EXTERNAL MODULE: ./src/markdown/shown-names.ts
var shown_names = __webpack_require__(65217);
// EXTERNAL MODULE: ./src/masking/masking.ts + 3 modules
var masking = __webpack_require__(59554);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/commands/drift/issues/text.ts
/** The words of an issue: title, block, and the notes that say why it is closed. */















/** GitHub allows 256 characters. */
const TITLE_LENGTH = 240;
/**
 * The title of a new issue, on one line and within GitHub's limit: `Not applied: monitoring · prod / ap-south-1`.
 *
 * @param name of the first leaf, from `titleNames`
 * @param others how many more leaves it is about
 */
function issueTitle(name, found, others = 0) {
    const begin = found === 'drifted' ? 'Drift: ' : 'Not applied: ';
    const end = others === 0 ? '' : ` and ${(0,phrases/* count */.U9)(others)} more`;
    return `${begin}${(0,markdown_bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(name), TITLE_LENGTH - begin.length - end.length)}${end}`;
}
/**
 * What the block says, without its time and run: an issue is rewritten only when this differs. The names of the leaf's
 * own folders are put aside, so that it does not matter which of several leaves stands for all.
 */
function issueContent({ leaf, outcome, problems }) {
    switch (outcome.class) {
        case 'drifted':
        case 'pending': {
            const { drifted, ignored, summary, planned } = outcome;
            const values = outcome.class === 'pending' ? planned.map((each) => each.values ?? []) : [];
            const facts = [drifted, ignored, summary.resources, summary.counts, values, problems.map(base_problems/* formatProblem */.Vw)];
            return (0,own_names/* likeness */.$R)(leaf, outcome.class, facts);
        }
        case 'unchecked':
            return outcome.paused === true ? 'paused' : 'unchecked';
        default:
            return outcome.class;
    }
}
/** What the block says of a leaf that is paused, or of several: what it said before, below a mark. */
function pausedText(report, why, leaves, before) {
    const what = leaves === 1 ? 'It is' : `Its ${(0,phrases/* count */.U9)(leaves)} leaves are`;
    return markedText('Paused', `since ${timeInWords(report.time)}. ${(0,escaping/* prose */.CS)(why, 1_000)} ${what} not checked, so what follows may be out of date.`, before);
}
/**
 * What the block says once some of its leaves are clean or in other issues and the others were not checked: what it said
 * before, below a mark.
 */
function partlyText(report, leaves, left, before) {
    const named = (0,phrases/* firstFew */.Dt)(leaves.map((leaf) => (0,escaping/* code */.aY)(leaf, 240)), 20);
    const mark = `at ${timeInWords(report.time)}: what follows is older, and now only about ${(0,phrases/* count */.U9)(left, 'leaf', 'leaves')}, not checked in that run: ${named}`;
    return markedText('Partly resolved', mark, before);
}
/** One line above a text, in place of an earlier one. */
function markedText(word, mark, before) {
    return `**${word}** ${mark}\n\n${before.replace(/^\*\*(?:Paused|Partly resolved)\*\* [^\n]*\n+/u, '')}`;
}
/**
 * The block of an open issue.
 *
 * @param since when it was first seen
 * @param bytes the text takes fewer UTF-8 bytes than this, which must be 4,000 or more
 */
function issueText(report, subject, since, bytes) {
    const { first, outcome } = subject;
    const { outputs } = outcome.summary.counts;
    const planned = [
        ...(0,resource_list/* allResourceLines */.$E)(outcome.summary),
        ...(outputs > 0 ? [`!   ${(0,phrases/* count */.U9)(outputs, 'output', 'outputs')}`] : []),
    ];
    const blocks = [
        beginning(report, subject, since),
        (0,fit/* shortTable */.zE)(DRIFT_HEAD, driftLines(outcome.drifted)),
        planned.length === 0 ? '' : 'An apply would do this now:',
        (0,fit/* fencedLines */.RY)(planned, 'diff', 'more'),
        // What drifted is listed above, the other way round.
        outcome.class === 'pending' ? (0,fit/* shortTable */.zE)('Now → then:\n', plannedLines(outcome.planned)) : '',
        (0,fit/* shortTable */.zE)(`${(0,programs/* programOf */.oQ)(report)} warns:\n`, warningLines(report, first.problems.filter(({ code }) => code !== 'check'))),
        {
            kind: 'fold',
            open: false,
            summary: 'Ignored',
            blocks: [(0,fit/* shortTable */.zE)('', ignoredLines(outcome.ignored))],
        },
        ...leafList(subject),
        ...nextSteps(report, subject, bytes),
        footer(report),
    ];
    return (0,fit/* fit */.Uj)(blocks, () => bytes - 1).join('\n\n');
}
function beginning(report, subject, since) {
    const { first, outcome } = subject;
    const number = numberOf(subject);
    const program = (0,programs/* programOf */.oQ)(report);
    const known = `Known since ${timeInWords(since)}.`;
    const pending = `no change outside of ${program} explains: something was merged but never applied, or what the code reads (a data source, a newer module or provider, the time) has changed.`;
    if (number === 1) {
        return outcome.class === 'drifted'
            ? `Something other than ${program} changed what ${(0,escaping/* code */.aY)(first.leaf, 240)} manages. ${known}`
            : `The plan of ${(0,escaping/* code */.aY)(first.leaf, 240)} has changes that ${pending} ${known}`;
    }
    const which = `${(0,phrases/* count */.U9)(number)} leaves of **${(0,escaping/* code */.aY)((0,leaf_names/* nameAlone */.xo)(first.leaf).name, 80)}**`;
    const what = outcome.class === 'drifted'
        ? `Something other than ${program} changed what ${which} manage, in the same way.`
        : `The plans of ${which} have the same changes, which ${pending}`;
    return `${what} ${known}\n\nThey count as the same because values, resources and actions are equal, apart from the names of their folders. In ${(0,escaping/* code */.aY)(first.leaf, 240)}:`;
}
/** All leaves of an issue that is about several. */
function leafList(subject) {
    const { leaves, paused, lost } = subject;
    const number = numberOf(subject);
    if (number === 1)
        return [];
    const names = (0,leaf_names/* leafNames */.PU)(leaves);
    const lines = [
        ...leaves.map((leaf) => `- ${(0,shown_names/* placeCode */.DL)(names.of(leaf))}${paused.has(leaf) ? ' (paused)' : ''}`),
        ...(lost > 0 ? [`- ${(0,phrases/* count */.U9)(lost)} more that cannot be found while not all leaves render`] : []),
    ];
    return [
        {
            kind: 'fold',
            open: number <= 12,
            summary: `${(0,phrases/* count */.U9)(number)} leaves`,
            blocks: [(0,shown_names/* patternsOf */.D4)(names), (0,fit/* shortTable */.zE)('', lines)],
        },
    ];
}
function numberOf({ leaves, lost }) {
    return leaves.length + lost;
}
/** What the block says once its leaves, whose paths are given, are clean. */
function cleanText(report, leaves) {
    const [first = ''] = leaves;
    const who = leaves.length === 1 ? `${(0,escaping/* code */.aY)(first, 240)} has` : `All ${(0,phrases/* count */.U9)(leaves.length)} leaves have`;
    return `${who} been clean since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}
/** What the block says once the leaf is gone. */
function goneText(report, leaves) {
    return `${leaves === 1 ? 'This leaf has' : `Its ${(0,phrases/* count */.U9)(leaves)} leaves have`} been gone since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}
/** What the block says once other issues are about its leaves. */
function movedText(report, to) {
    return `Continued in ${numbers(to)} since ${timeInWords(report.time)}.\n\n${footer(report)}`;
}
/** The comment that closes an issue because its leaves are clean. */
function cleanNote(report, leaves) {
    const ignored = leaves.flatMap(({ outcome }) => (outcome.class === 'clean' ? outcome.ignored : []));
    const reasons = [...new Set(ignored.map(({ reason }) => reason))].slice(0, 5);
    const none = leaves.length === 1 ? 'the plan has no changes' : 'no plan has changes';
    const why = reasons.length === 0 ? none : `what differs is ignored (${reasons.map((reason) => (0,escaping/* prose */.CS)(reason, 200)).join('; ')})`;
    return `Clean at ${at(report)}: ${why}. The issue reopens automatically.`;
}
/** The comment that closes an issue for good. */
function goneNote(report, leaves) {
    const who = leaves === 1 ? 'the leaf is' : 'its leaves are';
    return `Closed for good: ${who} gone at ${at(report)}, and no other leaf has ${leaves === 1 ? 'its state' : 'their states'}.`;
}
/** The comment that closes an issue in favor of others. */
function movedNote(report, to) {
    return `Continued in ${numbers(to)}, with all leaves that differ in the same way at ${at(report)}.`;
}
function numbers(issues) {
    return issues.map((each) => `#${each}`).join(', ');
}
/** Characters of a rule that is shown to be pasted. */
const LONGEST_RULE = 1_000;
/** The choices differ: drift can also be kept, and an unapplied change can also be reverted. */
function nextSteps(report, subject, bytes) {
    const { outcome } = subject;
    const apply = applyStep(report, subject, bytes);
    if (outcome.class === 'pending') {
        return [
            '**How to fix it**',
            `- To apply what was merged, ${apply}`,
            '- To revert it, change code or configuration in a pull request.',
        ];
    }
    const rule = ruleFor(subject);
    return [
        '**How to fix it**',
        `- To restore what the code says, ${apply}`,
        '- To keep it, change code or configuration in a pull request until its plan has no changes.',
        `- To ignore such changes from now on, add a rule to \`.komposconfig.yaml\`${rule === undefined ? '.' : `:\n\n${indented((0,escaping/* fence */.EU)(rule, 'text'))}`}`,
    ];
}
function applyStep(report, { leaves, paused }, bytes) {
    const active = leaves.filter((leaf) => !paused.has(leaf));
    const isOne = active.length === 1;
    const command = applyCommands(active).join('\n');
    // One that is cut short would apply something else.
    const isShown = command !== '' && (0,markdown_bytes/* utf8Length */.wI)(command) <= bytes / 2;
    const which = isOne ? 'this leaf' : 'these leaves';
    const where = isShown ? '' : ` in the input ${(0,escaping/* code */.aY)('leaves')} (a command with all of it cannot be shown)`;
    const begin = `start the workflow that applies by hand (\`workflow_dispatch\`) on the default branch with ${which}${where}`;
    const link = `, as below if its file is ${(0,links/* workflowLink */.k1)(report, 'apply.yml')}`;
    const then = isOne
        ? 'It shows the plan with its fingerprint and does nothing else; started again with `-f accept=` and the fingerprint, it applies exactly that plan.'
        : 'It shows the plans with their fingerprints and does nothing else; started again with `-f accept=` and the fingerprints, separated by spaces, it applies exactly these plans.';
    return `${begin}${isShown ? link : ''}. ${then}${isShown ? `\n\n${indented((0,escaping/* fence */.EU)(command, 'text'))}` : ` Its page is ${(0,links/* workflowLink */.k1)(report, 'apply.yml')} if that is its file.`}`;
}
/** A rule that ignores what drifted first; undefined if none can be shown. */
function ruleFor({ outcome, leaves }) {
    const [leaf = '', ...others] = leaves.length === 1 ? leaves : (0,leaf_names/* leafNames */.PU)(leaves).patterns;
    const [first] = outcome.drifted;
    const rule = [
        'drift:',
        '  ignore:',
        `    - leaf: ${JSON.stringify(leaf)}`,
        `      address: ${JSON.stringify(first?.address ?? '')}`,
        ...(first?.attributes[0] === undefined ? [] : [`      attribute: ${JSON.stringify(first.attributes[0].path)}`]),
        '      reason: …',
    ].join('\n');
    // One that is cut short would be wrong, and one with a mask in it would match anything.
    return others.length > 0 || rule.length > LONGEST_RULE || rule.includes(masking.MASK) ? undefined : rule;
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
// EXTERNAL MODULE: ./src/commands/drift/issues/cause.ts
var issues_cause = __webpack_require__(74548);
;// CONCATENATED MODULE: ./src/commands/drift/issues/writes.ts
/** Decisions → what is written to GitHub, write by write, so that their number is known before the first. Pure. */






/** The least in which a block can say what it must. */
const LEAST_BYTES = 4_000;
/** Bytes that each leaf takes in the marker. */
const MARKED_BYTES = 66;
/** What the issues need to know about the leaves. */
function findingsOf({ leaves }, per) {
    return leaves.map((leaf) => {
        const { identity, outcome } = leaf;
        const isOpen = outcome.class === 'drifted' || outcome.class === 'pending';
        const cause = isOpen ? (0,issues_cause/* causeOf */.r)(leaf, outcome, per) : '';
        return { identity, class: findingClass(outcome), cause, content: (0,issues_identity/* digest */.br)('content', issueContent(leaf)) };
    });
}
function findingClass(outcome) {
    if (outcome.class === 'unchecked' && outcome.paused === true)
        return 'paused';
    return outcome.class === 'error' || outcome.class === 'unchecked' ? 'unknown' : outcome.class;
}
/**
 * The writes of all decisions, in order.
 *
 * @param known all leaves of the project
 */
function issueWrites(decisions, report, { scope, known }) {
    const facts = {
        report,
        scope,
        found: new Map(report.leaves.map((leaf) => [leaf.identity.leaf, leaf])),
        named: new Map(known.map((leaf) => [leaf.leaf, leaf])),
    };
    return decisions.flatMap((decision) => writesOf(decision, facts));
}
function writesOf(decision, facts) {
    const { report, found } = facts;
    switch (decision.kind) {
        case 'open':
            return opening(decision.group, facts);
        case 'update':
            return updating(decision, facts);
        case 'keep': {
            const { issue, leaves, paused } = decision;
            return [{ kind: 'edit', number: issue.number, block: keptBlock(issue, leaves, paused, facts) }];
        }
        case 'close': {
            const { issue, leaves } = decision;
            const clean = leaves.flatMap(({ leaf }) => found.get(leaf) ?? []);
            const marker = { ...issue.marker, leaves, class: 'clean', since: report.time, content: (0,issues_identity/* digest */.br)('clean') };
            const text = cleanText(report, pathsOf(leaves, facts));
            return closing(issue, (0,issue_block/* issueBlock */.NY)(marker, text), 'completed', cleanNote(report, clean));
        }
        case 'gone': {
            const { issue } = decision;
            const number = issue.marker.leaves.length;
            const marker = { ...issue.marker, class: 'gone', since: report.time, content: (0,issues_identity/* digest */.br)('gone') };
            const note = goneNote(report, number);
            return closing(issue, (0,issue_block/* issueBlock */.NY)(marker, goneText(report, number)), 'not_planned', note);
        }
        case 'moved': {
            const { issue, to } = decision;
            const own = { leaves: [], cause: undefined, class: 'moved', content: (0,issues_identity/* digest */.br)('moved') };
            const block = (0,issue_block/* issueBlock */.NY)({ ...issue.marker, ...own, since: report.time }, movedText(report, to));
            return closing(issue, block, 'not_planned', movedNote(report, to), to);
        }
    }
}
function opening(group, facts) {
    const since = facts.report.time;
    const title = titleOf(group, facts);
    const text = textOf(group, since, github_limits/* BODY_BYTES */.d, facts);
    if (text === undefined)
        return [];
    const body = (0,issue_block/* issueBlock */.NY)(markerOf(group, title, since, facts), text);
    return [{ kind: 'create', leaves: group.leaves.map(({ leaf }) => leaf), title, body }];
}
function updating({ group, issue, reopen, takesOver }, facts) {
    const { number, marker, labels } = issue;
    const [oldest = marker.since] = [marker, ...takesOver.map((each) => each.marker)].map(({ since }) => since).sort();
    const since = reopen ? facts.report.time : oldest;
    const title = titleOf(group, facts);
    const text = textOf(group, since, roomIn(issue.body), facts);
    if (text === undefined)
        return [];
    const taken = new Set(takesOver.flatMap((each) => each.labels).filter((label) => !labels.includes(label)));
    return [
        {
            kind: 'edit',
            number,
            block: (0,issue_block/* issueBlock */.NY)(markerOf(group, title, since, facts), text),
            // A title that a person has set stays.
            ...((0,issues_identity/* digest */.br)('title', issue.title) === marker.title && issue.title !== title ? { title } : {}),
            ...(reopen ? { state: 'open', reason: 'reopened' } : {}),
        },
        ...(taken.size > 0 ? [{ kind: 'label', number, labels: [...taken] }] : []),
    ];
}
function titleOf({ class: found, leaves }, { named }) {
    const [first] = leaves.flatMap(({ leaf }) => named.get(leaf) ?? []);
    return issueTitle(first?.name ?? '', found, leaves.length - 1);
}
function markerOf(group, title, since, { scope }) {
    const { cause, class: is, leaves, content } = group;
    return { scope, leaves, cause, class: is, since, title: (0,issues_identity/* digest */.br)('title', title), content };
}
/** Undefined only if the leaf that stands for all is not open after all. */
function textOf({ first, leaves, paused }, since, room, facts) {
    const leaf = facts.found.get(first);
    if (leaf?.outcome.class !== 'drifted' && leaf?.outcome.class !== 'pending')
        return undefined;
    const paths = pathsOf(leaves, facts);
    const subject = {
        first: leaf,
        outcome: leaf.outcome,
        leaves: paths,
        paused: new Set(paused.flatMap((each) => facts.named.get(each)?.path ?? [])),
        lost: leaves.length - paths.length,
    };
    return issueText(facts.report, subject, since, Math.max(LEAST_BYTES, room - leaves.length * MARKED_BYTES));
}
/** Of the same class still, and without another title: what it says is as old as before. */
function keptBlock({ body, marker }, leaves, paused, facts) {
    const { report, found } = facts;
    const before = (0,issue_block/* blockText */.dK)(body);
    const leaf = paused === undefined ? undefined : found.get(paused);
    if (leaf?.outcome.class === 'unchecked') {
        const content = (0,issues_identity/* digest */.br)('content', issueContent(leaf));
        return (0,issue_block/* issueBlock */.NY)({ ...marker, leaves, content }, pausedText(report, leaf.outcome.why, leaves.length, before));
    }
    const text = partlyText(report, pathsOf(leaves, facts), leaves.length, before);
    return (0,issue_block/* issueBlock */.NY)({ ...marker, leaves, content: (0,issues_identity/* digest */.br)('partly') }, text);
}
function pathsOf(leaves, { named }) {
    return leaves.flatMap(({ leaf }) => named.get(leaf)?.path ?? []);
}
/** Closed first: if the run ends between the two, only the note is missing. */
function closing({ number }, block, reason, note, after = []) {
    return [
        { kind: 'edit', number, block, state: 'closed', reason, ...(after.length > 0 ? { after } : {}) },
        { kind: 'comment', number, body: note },
    ];
}
function roomIn(body) {
    const { before, after } = (0,issue_block/* aroundBlock */.BE)(body);
    return github_limits/* BODY_BYTES */.d - (0,markdown_bytes/* utf8Length */.wI)(before + after);
}

;// CONCATENATED MODULE: ./src/commands/drift/issues/after-writes.ts

/**
 * What the blocks of the issues say counts, since a write that was refused, or never tried, changed nothing. Of several
 * issues of a leaf it is the open one.
 *
 * @param standing the issues of the project before the writes
 * @param done the writes that were carried out
 * @param created the issues that they created, by the digests of their leaves
 * @returns the issue of each leaf that has one, by its digest
 */
function issuesNow(standing, done, created) {
    const edits = new Map(done.flatMap((write) => (write.kind === 'edit' ? [[write.number, write]] : [])));
    const now = new Map();
    for (const { number, url, open, marker } of standing) {
        const edit = edits.get(number);
        const isOpen = edit?.state === undefined ? open : edit.state === 'open';
        const { since, leaves } = (edit?.block === undefined ? undefined : (0,issue_block/* readMarker */.t7)(edit.block)) ?? marker;
        for (const { leaf } of leaves) {
            if (isOpen || now.get(leaf)?.open !== true)
                now.set(leaf, { number, url, open: isOpen, since: isOpen ? since : undefined });
        }
    }
    for (const write of done) {
        if (write.kind !== 'create')
            continue;
        for (const leaf of write.leaves) {
            const issue = created.get(leaf);
            if (issue !== undefined)
                now.set(leaf, { ...issue, open: true, since: (0,issue_block/* readMarker */.t7)(write.body)?.since });
        }
    }
    return now;
}

// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(10897);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/checks/groups.ts
var groups = __webpack_require__(71869);
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
        const called = left.map((leaf) => ({ leaf, name: (0,markdown_bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(form(leaf.path)), LENGTH) }));
        const count = new Map();
        for (const name of [...names.values(), ...called.map((each) => each.name)])
            count.set(name, (count.get(name) ?? 0) + 1);
        for (const { leaf, name } of called)
            if (count.get(name) === 1)
                names.set(leaf.path, name);
        left = left.filter(({ path }) => !names.has(path));
    }
    for (const { path, identity } of left)
        names.set(path, `${(0,markdown_bytes/* shorten */.ml)((0,escaping/* oneLine */.TN)(path), LENGTH)} (${identity.leaf.slice(0, 8)})`);
    return names;
}

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/commands/drift/share.ts
/** A stable part of the leaves, for runs that each check another part. Pure. */

/**
 * Whether a leaf is in a share. That depends on nothing but its path: each leaf is in exactly one share, whatever other
 * leaves there are.
 */
function inShare(path, { number, of }) {
    return (0,external_node_crypto_.createHash)('sha256').update(path).digest().readUIntBE(0, 6) % of === number % of;
}

// EXTERNAL MODULE: ./src/project/project.ts
var project = __webpack_require__(84768);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/execution/checkout.ts + 3 modules
var checkout = __webpack_require__(41545);
// EXTERNAL MODULE: ./src/execution/choose-checks.ts
var choose_checks = __webpack_require__(34431);
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
        const { share } = request;
        const selected = all.filter(({ leaf }) => isSelected(leaf.path) && (share === undefined || inShare(leaf.path, share)));
        const part = share === undefined ? '' : ` (share ${share.number % share.of} of ${share.of}, counted from 0)`;
        const found = `${(0,phrases/* count */.U9)(all.length, 'leaf', 'leaves')}, ${(0,phrases/* count */.U9)(selected.length)} to check${part}`;
        context.log.info(`Checked out ${(0,base_names/* shortCommit */.A)(commit)}: ${found}.`);
        const toPlan = selected.filter(changed_leaf/* isPlannable */.S0).filter((each) => stateless(each) === undefined);
        const binary = toPlan.length === 0 ? undefined : await (0,fitting_terraform/* findFittingTerraform */.N)(head.project, request.projectRoot, context);
        const secrets = binary === undefined ? undefined : await (0,execution_secrets/* readSecrets */.ql)(toPlan, { head, base: undefined }, context.secrets);
        const limited = {
            ...context,
            cancelled: () => context.cancelled() || request.deadlinePassed(),
            withSecrets: secrets?.rendered,
            checks: (0,choose_checks/* chooseChecks */.v)({ head, base: undefined }, context.trust, ['drift']),
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
        const identityOf = (each) => identities.get(each) ?? (0,issues_identity/* leafIdentity */.tv)(each.leaf.path, undefined);
        const names = titleNames(all.map((each) => ({ path: each.leaf.path, identity: identityOf(each) })));
        const leaves = selected.map((each) => {
            const result = results.get(each);
            return {
                leaf: each.leaf.path,
                name: names.get(each.leaf.path) ?? each.leaf.path,
                identity: identityOf(each),
                outcome: outcomeOf(each, incomplete.has(each), result && classify(result, ignoring(rules, each.leaf.path)), stateless(each) ?? whyNot(each)),
                problems: [
                    ...each.problems,
                    ...problemsOf(each, result),
                    ...(0,groups/* checkProblems */.Xw)({ leaf: each.leaf.path, checks: (0,changed_leaf/* isPlannable */.S0)(each) ? planned?.checks.get(each) : [] }),
                ],
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
            scope: (0,issues_identity/* scopeDigest */.h$)({ root: head.project.root, title: request.facts.title }),
            known: all.map((each) => {
                const { path } = each.leaf;
                return { ...identityOf(each), path, name: names.get(path) ?? path };
            }),
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
        return (0,terraform_problems/* terraformProblems */.N9)(rendered, [], (0,diagnostics/* errorsIn */.R4)(result.output), result.stage);
    const { summary, warnings } = result;
    // What a plan cannot show matters to those who review one.
    const shown = { ...summary, remarks: summary.remarks && { ...summary.remarks, unseen: [] } };
    return [...(0,terraform_problems/* terraformProblems */.N9)(rendered, [], warnings, 'plan'), ...(0,plan_warnings/* planWarnings */.p)(each.leaf.path, shown, warnings)];
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
        identities.set(each, (0,issues_identity/* leafIdentity */.tv)(each.leaf.path, rendering?.state?.identity));
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
        `### ${leavesOfClass(report, 'error').length > 0 || (0,base_problems/* hasErrors */.Cs)(report.problems) ? '❌ ' : ''}${nameOf(report)}: ${driftVerdict(report)}`,
        (0,shown_names/* patternsOf */.D4)(names),
        ...notices.map((notice) => `> ${(0,escaping/* prose */.CS)(notice, 1_000)}`),
        ...problems(report),
        ...errorSection(dashboard, names, bytes * 0.1),
        ...openSection(dashboard, names, 'drifted', bytes * 0.15),
        ...openSection(dashboard, names, 'pending', bytes * 0.15),
        ...overLimitSection(dashboard, names, bytes * 0.05),
        ...uncheckedSection(report, names, bytes * 0.05),
        ...section('Failed checks', failedCheckLines(report, (0,base_problems/* inLeaves */.e$)(report.leaves)), bytes * 0.05),
        ...section('Warnings', warningLines(report, (0,base_problems/* inLeaves */.e$)(report.leaves)), bytes * 0.05),
        ...ignoredSection(report, names, bytes * 0.1),
        {
            kind: 'details',
            items: folds(report, names),
            more: (left) => `The details of ${(0,phrases/* count */.U9)(left)} more do not fit here: the log has them.`,
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
/** `1 failed · 2 drifted · 1 pending · 9 clean · 3 not selected` */
function driftVerdict(report) {
    const number = (name) => leavesOfClass(report, name).length;
    const parts = [
        ['error', 'failed'],
        ['drifted', 'drifted'],
        ['pending', 'pending'],
        ['unchecked', 'not checked'],
    ].flatMap(([name, word]) => (number(name) > 0 ? [`${(0,phrases/* count */.U9)(number(name))} ${word}`] : []));
    const unwell = report.leaves.filter(({ problems }) => problems.some(isFailedCheck)).length;
    if (unwell > 0)
        parts.unshift(`checks failed in ${(0,phrases/* count */.U9)(unwell, 'leaf', 'leaves')}`);
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
    return report.problems.slice(0, 50).map((each) => (0,escaping/* fence */.EU)((0,markdown_bytes/* startOf */.GH)((0,base_problems/* formatProblem */.Vw)(each), 3_000), 'text'));
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
/** Groups of leaves that have the same cause, and the same in another respect. */
function alike(leaves, alsoBy) {
    const groups = new Map();
    for (const each of leaves) {
        const key = `${(0,issues_cause/* causeOf */.r)(each, each.outcome, 'cause')} ${alsoBy(each)}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [each]);
        else
            group.push(each);
    }
    return [...groups.values()];
}
/** One item for leaves that differ in the same way and have the same issue. */
function openSection({ report, issues }, names, name, least) {
    const groups = alike(leavesOfClass(report, name), ({ identity }) => `${issues.get(identity.leaf)?.number ?? ''}`);
    const items = groups.map((group) => {
        const [{ identity, outcome }] = group;
        const issue = issues.get(identity.leaf);
        const since = `since ${timeInWords(issue?.since ?? report.time)}`;
        const own = group.map(({ leaf }) => names.of(leaf));
        const places = group.length === 1 ? '' : `in ${(0,phrases/* firstFew */.Dt)(own.map(shown_names/* placeCode */.DL), 10)}`;
        const said = [changesInShort(outcome), since, summary_link(issue), places].filter((part) => part !== '');
        return `- ${(0,shown_names/* shownGroup */.bh)(own)}: ${said.join(counts/* AND */.S)}`;
    });
    const title = name === 'drifted' ? `Drifted: changed outside of ${(0,programs/* programOf */.oQ)(report)}` : 'Pending: planned changes without drift';
    return section(title, items, least);
}
function errorSection({ report, issues }, names, least) {
    const items = report.leaves.flatMap(({ leaf, identity, outcome, problems: own }) => {
        if (outcome.class !== 'error')
            return [];
        const why = own.find(({ severity }) => severity === 'error')?.message ?? firstError(outcome.output);
        const what = outcome.stage === 'render' ? 'does not render' : `${outcome.stage} failed`;
        return [item(leaf, names, what, (0,escaping/* prose */.CS)(why, 300), summary_link(issues.get(identity.leaf)))];
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
/** The drift and plan of leaves that differ alike, or what Terraform said when one failed. */
function folds(report, names) {
    const open = alike(leavesOfClass(report, 'drifted', 'pending'), ({ leaf, outcome }) => (0,own_names/* withoutOwnNames */.xr)(outcome.text, leaf)).map(([{ leaf, outcome }, ...others]) => {
        const drifted = (0,fit/* shortTable */.zE)(DRIFT_HEAD, driftLines(outcome.drifted));
        if (others.length === 0)
            return fold((0,escaping/* htmlCode */.h8)(leaf, 240), 'diff', (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(outcome.text)), drifted);
        const leaves = [leaf, ...others.map((each) => each.leaf)];
        return fold(`${(0,escaping/* htmlCode */.h8)(names.of(leaf).name, 80)}${counts/* AND */.S}${(0,phrases/* count */.U9)(leaves.length)} leaves`, 'diff', (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(outcome.text)), (0,shown_names/* placesOf */.ek)(leaves, names, 'log'), `The same in all, apart from the names of their folders. In ${(0,escaping/* code */.aY)(leaf, 240)}:`, drifted);
    });
    const failed = leavesOfClass(report, 'error').map(({ leaf, outcome }) => fold((0,escaping/* htmlCode */.h8)(leaf, 240), 'text', outcome.output.trim()));
    return [...open, ...failed];
}
function fold(summary, language, text, ...before) {
    const blocks = [...before, { kind: 'text', language, text, fullReport: 'log' }];
    return { kind: 'fold', open: false, summary, blocks };
}

// EXTERNAL MODULE: ./src/action/job.ts + 2 modules
var action_job = __webpack_require__(51097);
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
            share: inputs.driftShare,
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
    if (leavesOfClass(report, 'error').length > 0 || report.leaves.some(hasFailedChecks))
        process.exitCode = 1;
}
/** Whether a required check of `on: drift` has findings, or could not tell. */
function hasFailedChecks({ problems }) {
    return problems.some(({ code, severity }) => code === 'check' && severity === 'error');
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
    const { token, maxOpenIssues, driftLabel, driftIssues } = inputs;
    if (token === undefined || maxOpenIssues === 0)
        return withoutIssues(report);
    const { connectIssues } = await Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(5039)]).then(__webpack_require__.bind(__webpack_require__, 65039));
    const tracker = connectIssues((0,action_job/* githubAccess */.Yh)(report, token, process.env), (milliseconds) => (0,promises_.setTimeout)(milliseconds));
    try {
        const standing = (await tracker.ours(driftLabel)).flatMap((issue) => {
            const marker = (0,issue_block/* readMarker */.t7)(issue.body);
            return marker === undefined ? [] : [{ ...issue, marker }];
        });
        const findings = findingsOf(report, driftIssues);
        const { scope, known, complete } = result;
        const { decisions, overLimit } = decideIssues(standing, findings, { scope, leaves: known, complete }, maxOpenIssues);
        const writes = issueWrites(decisions, report, result);
        log.info(`${(0,phrases/* count */.U9)(standing.length, 'drift issue exists', 'drift issues exist')}; ${(0,phrases/* count */.U9)(writes.length, 'write', 'writes')} to bring them up to date.`);
        const { done, created, problems } = await tracker.write(writes, driftLabel);
        const own = standing.filter(({ marker }) => marker.scope === scope);
        return { report, issues: issuesNow(own, done, created), overLimit, notices: unwritten(job, problems) };
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
    const found = report.leaves.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
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
const BEGIN = new RegExp(`<!-- kompos:drift scope=${DIGEST} (?:leaf=${DIGEST} state=(?:${DIGEST}|-)|cause=(?:${DIGEST}|-) leaves=([0-9a-f.,-]*)) ` +
    `class=(clean|drifted|pending|gone|moved) since=(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ) title=${DIGEST} content=${DIGEST} -->`, 'u');
const END = '<!-- kompos:drift end -->';
/** The block with its markers. Nothing in the text can be mistaken for one of them. */
function issueBlock(marker, text) {
    const { scope, leaves, cause = '-', since, title, content } = marker;
    const listed = leaves.map(({ leaf, state = '-' }) => `${leaf}.${state}`).join(',');
    const begin = `scope=${scope} cause=${cause} leaves=${listed} class=${marker.class} since=${since} title=${title} content=${content}`;
    return `<!-- kompos:drift ${begin} -->\n${text.trim().replaceAll('<!-- kompos:', '<!- kompos:')}\n${END}`;
}
/** Reads the first marker in a body; undefined if there is none. */
function readMarker(body) {
    const [, scope, leaf, state, cause, listed, name, since, title, content] = BEGIN.exec(body) ?? [];
    const found = ['clean', 'drifted', 'pending', 'gone', 'moved'].find((each) => each === name);
    if (scope === undefined || since === undefined || title === undefined)
        return undefined;
    if (content === undefined || found === undefined)
        return undefined;
    const leaves = leaf === undefined ? readLeaves(listed ?? '') : [{ leaf, state }];
    return { scope, leaves, cause, class: found, since, title, content };
}
function readLeaves(listed) {
    return listed.split(',').flatMap((each) => {
        const [, leaf, state] = /^([0-9a-f]{32})\.(?:([0-9a-f]{32})|-)$/u.exec(each) ?? [];
        return leaf === undefined ? [] : [{ leaf, state }];
    });
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


/***/ }),

/***/ 57300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ leavesTexts),
/* harmony export */   k: () => (/* binding */ leavesText)
/* harmony export */ });
/* harmony import */ var _project_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11267);
/* harmony import */ var _escaping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69405);
/** Paths of leaves as the input `leaves` takes them, to be copied from a report. Pure. */


/** What a glob, the input or a report may read or show in another way. */
const NOT_TYPED = /^\s|\s$|[^\w=./@:~ -]/gu;
/**
 * One text that selects these leaves. A path that a report would show in another way, or that the input would read in
 * another way, is a glob, with `?` for each character of which that could be true; of what else it selects, only what is accepted is applied.
 *
 * @param leaves one, or several that are joinable
 */
function leavesText(leaves) {
    return (0,_project_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(leaves.map(typed));
}
/** As few texts as possible, each of which selects some of the leaves: those that are not joinable stand alone. */
function leavesTexts(leaves) {
    const together = leaves.filter(_project_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .isJoinable */ .f5);
    return [
        ...(together.length === 0 ? [] : [leavesText(together)]),
        ...leaves.filter((leaf) => !(0,_project_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .isJoinable */ .f5)(leaf)).map((leaf) => leavesText([leaf])),
    ];
}
function typed(path) {
    if ((0,_escaping_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(path) === path && !/\n|^[\s!#]|\s$|`{41}/u.test(path))
        return path;
    return path.replace(NOT_TYPED, (found) => '?'.repeat(found.length));
}


/***/ })

};

//# sourceMappingURL=2821.index.js.map