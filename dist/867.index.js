export const id = 867;
export const ids = [867];
export const modules = {

/***/ 40867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runApply: () => (/* binding */ runApply)
});

// EXTERNAL MODULE: ./src/base/names.ts
var names = __webpack_require__(82017);
// EXTERNAL MODULE: ./src/changes/changed-leaf.ts
var changed_leaf = __webpack_require__(66486);
// EXTERNAL MODULE: ./src/changes/states.ts
var states = __webpack_require__(63243);
// EXTERNAL MODULE: ./src/markdown/phrases.ts
var phrases = __webpack_require__(15131);
// EXTERNAL MODULE: ./src/terraform/fingerprint.ts + 3 modules
var terraform_fingerprint = __webpack_require__(96259);
// EXTERNAL MODULE: ./src/terraform/programs.ts
var programs = __webpack_require__(90015);
;// CONCATENATED MODULE: ./src/gate/judge.ts
/** Decides whether a plan may be applied: only if it is the one that was reviewed. Pure. */



/**
 * A leaf that waited has no reviewed plan: a person must accept it, unless it is allowed to create without one.
 *
 * @param reviewed the leaf's entry in the record, or why there is none
 * @param accepted fingerprints accepted by a person in a manual run
 * @param allowsUnseenCreates whether a plan that only creates needs nobody who has seen it, if its leaf was reviewed
 */
function judge(now, reviewed, accepted, allowsUnseenCreates = false) {
    const other = 'missing' in reviewed ? undefined : otherProgram(now, reviewed);
    if (!now.hasChanges) {
        // Files that only one of the programs reads make the other one find nothing to do.
        const isAnswer = other === undefined || ('hasChanges' in reviewed && !reviewed.hasChanges);
        return isAnswer ? { kind: 'nothing' } : { kind: 'refuse', why: other, differences: [] };
    }
    if (accepted.has(now.fingerprint.value))
        return { kind: 'apply' };
    if ('missing' in reviewed)
        return { kind: 'refuse', why: reviewed.missing, differences: [] };
    if (reviewed.destroys !== now.destroys) {
        const why = now.destroys
            ? 'The reviewed plan changes the leaf, but the leaf is gone now.'
            : 'The reviewed plan destroys the leaf, but the leaf exists now.';
        return { kind: 'refuse', why, differences: [] };
    }
    if (reviewed.waits !== undefined)
        return judgeUnseen(now, reviewed, reviewed.waits, allowsUnseenCreates);
    if (reviewed.fingerprint === now.fingerprint.value)
        return { kind: 'apply' };
    const differences = reviewed.changes && differencesOf(reviewed.changes, now.fingerprint.changes);
    return { kind: 'refuse', why: whatChanged(now, reviewed, differences), differences: differences ?? [] };
}
function judgeUnseen({ context, beyondCreating, madeBy }, reviewed, waits, allowsUnseenCreates) {
    const before = `When it was reviewed, it could not be planned, because it waited for ${waits.join(', ')}`;
    if (context.rendering !== reviewed.rendering) {
        return { kind: 'refuse', why: `${before}; and its files differ from the reviewed ones.`, differences: [] };
    }
    const isSameProgram = reviewed.madeBy === undefined || reviewed.madeBy.program === madeBy.program;
    if (allowsUnseenCreates && isSameProgram && beyondCreating.length === 0)
        return { kind: 'apply' };
    const more = !allowsUnseenCreates
        ? ''
        : beyondCreating.length > 0
            ? ` It does more than create: ${(0,phrases/* firstFew */.Dt)(beyondCreating, 5)}.`
            : ` It was reviewed for ${reviewed.madeBy?.program ?? ''}, and planned with ${madeBy.program}.`;
    return { kind: 'refuse', why: `${before}: nobody has seen this plan.${more}`, differences: [], isUnseen: true };
}
function whatChanged(now, reviewed, differences) {
    const { fingerprint, context } = now;
    const other = otherProgram(now, reviewed);
    if (other !== undefined)
        return other;
    const sameRendering = reviewed.rendering === context.rendering;
    const samePlan = reviewed.fingerprint === (0,terraform_fingerprint/* bind */.o)(fingerprint.plan, { ...context, rendering: reviewed.rendering });
    const reasons = [
        sameRendering
            ? 'Its files are as reviewed, but its plan differs: something outside the files has changed.'
            : samePlan
                ? 'Its plan is as reviewed, but its files differ from the reviewed ones.'
                : 'Both its files and its plan differ from the reviewed ones.',
    ];
    if (!samePlan && differences === undefined) {
        reasons.push('The record had no room for its individual changes, so the differences cannot be listed.');
    }
    else if (!samePlan && differences?.length === 0) {
        reasons.push('Addresses and attributes are the same: the difference is in a provisioner, a module, a provider, a move, an import, or the reason for a replacement.');
    }
    const { refresh = 'full' } = reviewed;
    if (!samePlan && refresh !== 'full') {
        reasons.push(`The reviewed plan was made with "refresh: ${refresh}", and this one has refreshed everything: it may differ for that reason.`);
    }
    return [...reasons, ...otherMakers(now, reviewed)].join(' ');
}
function otherProgram({ madeBy, terraform }, reviewed) {
    const program = reviewed.madeBy?.program ?? madeBy.program;
    if (program === madeBy.program)
        return undefined;
    return `It was planned with ${program} ${reviewed.terraform} when reviewed, and with ${madeBy.program} ${terraform} now: a plan of one program is not applied by another.`;
}
/** Sentences: the differences between the tools of the reviewed plan and those of this one. */
function otherMakers({ terraform, providers, madeBy }, reviewed) {
    const before = reviewed.madeBy ?? { ...madeBy, hashes: [] };
    const reasons = [];
    if (reviewed.terraform !== terraform) {
        reasons.push(`${madeBy.program} was ${reviewed.terraform} and is ${terraform}.`);
    }
    const moved = providers.filter((provider) => !reviewed.providers.includes(provider));
    if (moved.length > 0) {
        reasons.push(`Providers differ (${moved.map((each) => withEarlier(each, reviewed.providers)).join(', ')}): commit .terraform.lock.hcl in the composition's folder to keep them.`);
    }
    const replaced = providers.filter((provider, index) => {
        const hash = before.hashes[reviewed.providers.indexOf(provider)];
        return hash !== undefined && hash !== madeBy.hashes[index];
    });
    if (before.platform !== madeBy.platform) {
        const what = replaced.length > 0 ? ', where the provider binaries differ' : '';
        reasons.push(`It was planned on ${before.platform} when reviewed, and on ${madeBy.platform} now${what}.`);
    }
    else if (replaced.length > 0) {
        reasons.push(`Same version as reviewed, but a different binary: ${replaced.join(', ')}. Commit .terraform.lock.hcl with this platform's hashes to keep it.`);
    }
    return reasons;
}
/** A sentence if a different version of the same program made the plan; else undefined. */
function otherVersion(now, reviewed) {
    if (reviewed.terraform === now.version)
        return undefined;
    return `Reviewed with ${reviewed.madeBy?.program ?? now.program} ${reviewed.terraform}, applied with ${(0,programs/* programInWords */.Jy)(now)}: the plan is the same.`;
}
/** The addresses at which two plans differ, in byte order. */
function differencesOf(before, after) {
    const old = new Map(before.map((each) => [each.address, each]));
    const now = new Map(after.map((each) => [each.address, each]));
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((address) => {
        const [was, is] = [old.get(address), now.get(address)];
        const attributes = was === undefined || is === undefined ? [] : differingAttributes(was, is);
        if (was?.actions === is?.actions && attributes.length === 0)
            return [];
        return [{ address, before: was?.actions, after: is?.actions, attributes }];
    });
}
function differingAttributes(before, after) {
    const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
    return [...names].sort().filter((name) => before.attributes[name] !== after.attributes[name]);
}
/** `registry.terraform.io/hashicorp/aws 5.101.0, was 5.100.0` */
function withEarlier(provider, earlier) {
    const [address = ''] = provider.split(' ');
    const before = earlier.find((each) => each.startsWith(`${address} `));
    return before === undefined ? `${provider}, was not used` : `${provider}, was ${before.slice(address.length + 1)}`;
}

// EXTERNAL MODULE: ./src/base/problems.ts
var base_problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/rendering/use/plan-timestamp.ts
var plan_timestamp = __webpack_require__(6640);
// EXTERNAL MODULE: ./src/changes/changed-leaves.ts + 4 modules
var changed_leaves = __webpack_require__(10897);
// EXTERNAL MODULE: ./src/execution/change-graph.ts
var change_graph = __webpack_require__(72509);
// EXTERNAL MODULE: ./src/execution/comparison.ts
var comparison = __webpack_require__(57917);
// EXTERNAL MODULE: ./src/gate/sequence.ts + 1 modules
var sequence = __webpack_require__(62304);
// EXTERNAL MODULE: ./src/project/selection.ts
var selection = __webpack_require__(11267);
;// CONCATENATED MODULE: ./src/commands/apply/apply-comparison.ts
/** What an apply covers: the leaves that its event changed, except those that are left to later commits. */







/**
 * Compares the event's commits; with `removedAt`, the leaves that this commit removed with its parent.
 *
 * @throws ProblemError if `removedAt`, or what a manual run has checked out, is not a commit of the branch itself
 */
async function compareForApply(request, checkout, log) {
    const { event, removedAt, unusedConfiguration } = request;
    if (event.kind === 'manual')
        await requireBranch(checkout, request.defaultBranch);
    if (removedAt === undefined)
        return (0,comparison/* compareRevisions */.w)(checkout, event, 'error', unusedConfiguration, log);
    // Its parent's code runs with the job's credentials, so it must have been on the branch.
    if (!(await checkout.history.wasTip(removedAt, checkout.repository.head))) {
        throw (0,base_problems/* problemError */.gS)('input', `Input "removed-at": ${removedAt} is not a commit of the branch itself, so its parent may never have been reviewed.`, {
            hint: 'Name the commit that removed the leaf from the default branch, such as the merge commit: "git log --first-parent --diff-filter=D -- <leaf>".',
        });
    }
    const [before] = await checkout.history.parents(removedAt);
    if (before === undefined) {
        throw (0,base_problems/* problemError */.gS)('input', `Input "removed-at": ${removedAt} has no parent, so it removed nothing.`);
    }
    await checkout.history.ensure(before);
    const revisions = {
        head: checkout.repository.head,
        base: before,
        why: `Checked out ${(0,names/* shortCommit */.A)(checkout.repository.head)}; leaves that ${(0,names/* shortCommit */.A)(removedAt)} removed are rendered from its parent ${(0,names/* shortCommit */.A)(before)}.`,
    };
    log.info(revisions.why);
    const [head, base] = [await checkout.open(revisions.head), await checkout.open(before)];
    const difference = await (0,changed_leaves/* findChangedLeaves */.U)(base, head, unusedConfiguration);
    const changed = difference.changed.filter(({ kind }) => kind === 'removed' || kind === 'moved');
    return { revisions, head, base, changed, unused: [], sharedStates: [], notices: [] };
}
/**
 * @param patterns the input `leaves`
 * @param own paths of the leaves that may be chosen; undefined: all
 * @throws ProblemError for a pattern that matches no leaf
 */
async function chooseLeaves({ head, base, changed }, patterns, own) {
    const known = [...head.leaves, ...changed.map(({ leaf }) => leaf)].map(({ path }) => path);
    const isSelected = (0,selection/* leafSelection */.rn)(known, patterns);
    const chosen = changed.filter(({ leaf }) => isSelected(leaf.path) && (own?.has(leaf.path) ?? true));
    const changeGraph = await (0,change_graph/* readChangeGraph */.vS)(head, base, chosen);
    const selected = (0,sequence/* inOrderOfReads */.ox)(chosen, head.project.settings.compositionOrder, (0,change_graph/* readsIn */.Pn)(changeGraph));
    return { selected, changeGraph, isSelected };
}
/** A workflow may check out anything; what a person accepts must have been merged. */
async function requireBranch({ repository, history }, branch) {
    const tip = await history.remoteBranch(branch);
    if (tip === repository.head || (await history.wasTip(repository.head, tip)))
        return;
    throw (0,base_problems/* problemError */.gS)('base', `The checked-out commit ${(0,names/* shortCommit */.A)(repository.head)} is not a commit of "${branch}".`, {
        hint: 'Only merged commits are applied: omit "ref" at actions/checkout.',
    });
}
/**
 * Paths of leaves that later commits of the branch change: applying them now would set them back. A removed leaf is
 * among them if a leaf of the branch's tip uses its state.
 */
async function laterChanges({ event, defaultBranch, unusedConfiguration }, checkout, { head, base, changed, revisions }) {
    if (event.kind === 'merge_group')
        return new Set();
    const tip = await checkout.history.remoteBranch(defaultBranch);
    if (tip === revisions.head)
        return new Set();
    await checkout.history.ensure(tip);
    const now = await checkout.open(tip);
    const later = new Set((await (0,changed_leaves/* findChangedLeaves */.U)(head, now, unusedConfiguration)).changed.map(({ leaf }) => leaf.path));
    if (base === undefined || !changed.some(({ kind }) => kind === 'removed'))
        return later;
    for (const each of (await (0,changed_leaves/* findChangedLeaves */.U)(base, now, unusedConfiguration)).changed) {
        if (each.kind === 'moved' || (each.kind === 'removed' && each.fate !== 'destroy'))
            later.add(each.leaf.path);
    }
    return later;
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/node-errors.ts
var node_errors = __webpack_require__(44409);
// EXTERNAL MODULE: ./src/base/progress.ts
var base_progress = __webpack_require__(88122);
// EXTERNAL MODULE: ./src/execution/held-logs.ts
var held_logs = __webpack_require__(51523);
// EXTERNAL MODULE: ./src/execution/leaf-terraform.ts + 16 modules
var leaf_terraform = __webpack_require__(52690);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(32972);
// EXTERNAL MODULE: ./src/checks/check.ts
var check = __webpack_require__(44669);
// EXTERNAL MODULE: ./src/checks/groups.ts
var groups = __webpack_require__(71869);
// EXTERNAL MODULE: ./src/execution/record-entry.ts
var record_entry = __webpack_require__(85244);
// EXTERNAL MODULE: ./src/rendering/state.ts + 1 modules
var state = __webpack_require__(98252);
// EXTERNAL MODULE: ./src/terraform/mirror.ts
var mirror = __webpack_require__(36045);
;// CONCATENATED MODULE: ./src/commands/apply/candidate.ts
/** Decisions about a leaf before Terraform runs, and about its plan before it is applied. Pure. */








/** The outcome of a leaf that Terraform cannot run for. */
function outcomeWithoutPlan(each) {
    switch (each.kind) {
        case 'moved':
            return { status: 'moved', to: each.movedTo };
        case 'failed':
            return { status: 'failed', stage: 'render', output: '', done: [], failed: [] };
        case 'paused':
            return { status: 'paused', why: each.why };
        case 'removed':
            return each.fate === 'orphan'
                ? { status: 'orphaned', why: each.why, resources: undefined }
                : { status: 'not-tried', why: each.why };
    }
}
/**
 * The outcome of a leaf without a review: its plan would run unreviewed code with the credentials of the apply.
 */
function outcomeWithoutReview({ kind }, missing, { destroyRemoved }) {
    return kind === 'removed' && !destroyRemoved
        ? { status: 'orphaned', why: `Nothing is destroyed. ${missing}`, resources: undefined }
        : { status: 'refused', why: missing, differences: [], plan: undefined };
}
/** @param isManual a manual run compares with nothing: there the accepted plan shows that everything is created */
function forbiddenFor(changed, isManual) {
    if (changed.kind === 'removed')
        return undefined;
    const lost = (0,state/* lostState */.It)((0,changed_leaf/* headOf */.Uo)(changed)?.rendering.state, true);
    if (lost !== undefined)
        return { why: `${lost} Configure a remote backend.`, acceptable: false };
    if (changed.kind !== 'changed' || !changed.restated || isManual)
        return undefined;
    const why = 'Its backend changed: everything would be created again, and what exists would be left behind. Move the state first, or accept the plan.';
    return { why, acceptable: true };
}
/** The outcome of a planned leaf that is not applied; undefined if its plan may be applied. */
function judgePlan(candidate, plan, settings, binary, checks = []) {
    const { changed, planNeverRepeats } = candidate;
    if (changed.kind === 'removed' && !settings.destroyRemoved && plan.summary.hasChanges) {
        const resources = plan.summary.resources
            .filter(({ action }) => action === 'delete' || action === 'forget')
            .map(({ address }) => address);
        return { status: 'orphaned', why: 'destroy-removed is not set, so nothing is destroyed.', resources };
    }
    const verdict = verdictOf(candidate, plan, settings, binary);
    switch (verdict.kind) {
        case 'nothing':
            return { status: 'nothing' };
        case 'refuse': {
            const why = [verdict.why, planNeverRepeats, plan.beyondReview].filter((each) => each !== undefined).join(' ');
            const { differences, isUnseen } = verdict;
            const status = isUnseen === true ? 'awaiting' : 'refused';
            return { status, why, differences, plan: openPlan(candidate, plan), isUnseen };
        }
        case 'apply': {
            const forbidden = forbiddenNow(candidate, plan);
            if (forbidden !== undefined && !isAccepted(plan, forbidden, settings)) {
                return { status: 'refused', why: forbidden.why, differences: [], plan: openPlan(candidate, plan) };
            }
            const unchecked = whyNotWell(candidate.reviewed, checks);
            if (unchecked !== undefined) {
                const open = { ...openPlan(candidate, plan), fingerprint: undefined };
                return { status: 'refused', why: unchecked, differences: [], plan: open };
            }
            return settings.compareOnly ? { status: 'as-reviewed', summary: plan.summary } : undefined;
        }
    }
}
/** Why checks keep a plan from being applied: a person changes the settings or the code, but accepts nothing. */
function whyNotWell(reviewed, checks) {
    const before = 'missing' in reviewed ? undefined : reviewed.checks;
    const failed = checks.filter(check/* isBlocking */.U);
    const [first] = failed;
    if (first !== undefined) {
        const names = failed.map(groups/* checkTitle */.Tq).join(', ');
        const since = failed.some(({ name }) => before?.passed.includes(name) === true)
            ? ' It passed when it was reviewed.'
            : '';
        const words = (0,phrases/* firstFew */.Dt)(first.findings.map(groups/* findingLine */.mC), 3) || first.why || first.output.trim();
        return `Required checks failed: ${names}.${since} ${words}\nFix what they found, or change the setting "checks", in a pull request; then apply the leaf by hand.`;
    }
    const missed = before?.failed.filter((name) => !checks.some((each) => each.name === name && each.status === 'passed')) ?? [];
    if (missed.length === 0)
        return undefined;
    return `Required checks failed when it was reviewed: ${missed.join(', ')}.`;
}
function verdictOf({ changed, reviewed, context }, { summary, fingerprint, providers, beyondCreating }, { accepted, platform, allowsUnseenCreates }, binary) {
    if (context === undefined || fingerprint === undefined) {
        if (!summary.hasChanges)
            return { kind: 'nothing' };
        const why = 'Its rendering depends on the environment, so it cannot be compared with what was reviewed.';
        return { kind: 'refuse', why, differences: [] };
    }
    return judge({
        hasChanges: summary.hasChanges,
        destroys: changed.kind === 'removed',
        fingerprint,
        context,
        terraform: binary.version,
        providers: (0,mirror/* providerVersions */.Nw)(providers),
        madeBy: (0,record_entry/* madeBy */.v$)(binary, platform, providers),
        beyondCreating,
    }, reviewed, accepted, allowsUnseenCreates);
}
/** Code that cannot have been reviewed is not applied, even if accepted. */
function forbiddenNow({ forbidden }, { beyondReview }) {
    return beyondReview === undefined ? forbidden : { why: beyondReview, acceptable: false };
}
function isAccepted({ fingerprint }, { acceptable }, { accepted }) {
    return acceptable && fingerprint !== undefined && accepted.has(fingerprint.value);
}
/** A plan for a person to read. Its fingerprint is shown only if accepting it helps. */
function openPlan(candidate, plan) {
    const { summary, text, fingerprint } = plan;
    const isFinal = forbiddenNow(candidate, plan)?.acceptable === false;
    return { summary, text, fingerprint: isFinal ? undefined : fingerprint?.value };
}

;// CONCATENATED MODULE: ./src/commands/apply/apply-leaves.ts
/**
 * Plans leaves again, judges each plan against its review, and applies those that are as reviewed, in order. All are
 * planned first, so that differences from the reviews are known before anything is applied; a plan that differs only
 * later differs because of what this run has applied.
 */








/** Runtime directories kept until their apply: each may hold a copy of large providers. Others are planned again. */
const MOST_KEPT = 10;
/**
 * @param top absolute path of the repository's top folder, which has the head's files
 * @param ended leaves that are done and only decide what may follow them
 */
async function applyLeaves(settings, context, top, order, candidates, ended, binary) {
    const logs = (0,held_logs/* holdLogs */.t)(context.log);
    const printed = new Map();
    const progress = (0,base_progress/* openProgress */.m)(context.log);
    const leaves = candidates.map(({ changed }) => changed);
    try {
        return await (0,leaf_terraform/* withLeafTerraform */.b)(settings, context, top, leaves, binary, 'apply', async (terraform) => {
            const limit = (0,p_limit/* default */.A)(settings.parallelism);
            const work = { settings, context, terraform, binary, order, logs, progress, limit, printed };
            const planned = await planAll(candidates, work);
            logs.release();
            return { outcomes: await applyInOrder(planned, ended, work), printed };
        });
    }
    finally {
        progress.close();
        logs.release();
    }
}
async function planAll(candidates, work) {
    const { context, terraform, limit } = work;
    let kept = 0;
    const plans = candidates.map((candidate) => limit(async () => {
        if (context.cancelled())
            return [candidate, { outcome: CANCELLED }];
        if (candidate.postponed !== undefined)
            return [candidate, postpone(candidate, candidate.postponed, work.settings)];
        const first = await planAndJudge(candidate, 'plan', work);
        const isKept = 'plan' in first && kept < MOST_KEPT;
        if (isKept)
            kept += 1;
        else
            terraform.discard(candidate.changed);
        return [candidate, 'plan' in first ? { ...first, kept: isKept } : first];
    }));
    return new Map(await Promise.all(plans));
}
/** It waited when it was reviewed, and still does, until what it reads has been applied. */
function postpone({ reviewed, context }, waitsFor, { compareOnly }) {
    if (!compareOnly)
        return { waitsFor };
    if ('missing' in reviewed || reviewed.rendering === context?.rendering) {
        return { outcome: { status: 'waits', for: waitsFor } };
    }
    const why = 'Its files differ from the reviewed ones.';
    return { outcome: { status: 'refused', why, differences: [], plan: undefined } };
}
async function planAndJudge(candidate, title, { settings, context, terraform, binary, order, logs, progress, printed }) {
    const { path } = candidate.changed.leaf;
    const { result, lines, checks } = await progress.run(`${path}: ${title}`, (step) => terraform.plan(candidate.changed, step, candidate.context), ({ result: planned }) => {
        if (planned.ok)
            return 'done';
        if (context.cancelled())
            return 'cancelled';
        return order.waitsFor(candidate.changed, planned) === undefined ? 'failed' : 'waits for others';
    });
    logs.hold(`${path}: ${title}`, lines);
    // Terraform was asked to stop, and says that it did as an error.
    if (!result.ok && context.cancelled()) {
        return { outcome: { status: 'not-tried', why: 'The job was cancelled while it was planned.' } };
    }
    printed.set(candidate.changed, result.ok ? result.warnings : (0,diagnostics/* errorsIn */.R4)(result.output));
    if (!result.ok) {
        const waitsFor = order.waitsFor(candidate.changed, result);
        if (waitsFor !== undefined)
            return { waitsFor };
        return { outcome: { status: 'failed', stage: result.stage, output: result.output, done: [], failed: [] } };
    }
    const outcome = judgePlan(candidate, result, settings, binary, checks);
    return outcome === undefined ? { plan: result } : { outcome };
}
async function applyInOrder(planned, ended, work) {
    const outcomes = new Map(ended.map(({ changed, outcome }) => [changed, Promise.resolve(outcome)]));
    const open = new Map([...planned].map(([candidate, first]) => [candidate.changed, { candidate, first }]));
    const leaves = [...ended.map(({ changed }) => changed), ...open.keys()];
    const staying = leaves.filter(({ kind }) => kind !== 'removed');
    const leaving = leaves.filter(({ kind }) => kind === 'removed');
    const { compositions, reads } = work.order;
    await run((0,sequence/* sequence */.K2)(staying, compositions, reads));
    // A removed leaf may still be used by the leaves around it, and by those that read it, until they are applied.
    const mayUse = ({ leaf }, removed) => (0,sequence/* isAround */.Su)(leaf, removed.leaf) || reads.of.get(leaf.path)?.has(removed.leaf.path) === true;
    await run((0,sequence/* sequence */.K2)(leaving, compositions, reads, true).map(({ item, after, needs }) => {
        const users = staying.filter((each) => mayUse(each, item));
        return { item, after: [...users, ...after], needs: [...users, ...needs] };
    }));
    return new Map((await endings([...open.keys()])).map(({ changed, outcome }) => [changed, outcome]));
    async function run(steps) {
        for (const { item, after, needs } of steps) {
            const found = open.get(item);
            if (found === undefined)
                continue;
            const { candidate, first } = found;
            outcomes.set(item, endings(after).then((before) => {
                const wanted = new Set(needs);
                const needed = before.filter(({ changed }) => wanted.has(changed));
                return work.limit(() => applyOne(candidate, first, { before, needed }, work));
            }));
        }
        await endings(steps.map(({ item }) => item));
    }
    async function endings(some) {
        const all = some.map(async (changed) => ({ changed, outcome: await outcomes.get(changed) }));
        return (await Promise.all(all)).flatMap(({ changed, outcome }) => outcome === undefined ? [] : [{ changed, outcome }]);
    }
}
async function applyOne(candidate, first, ended, work) {
    if ('outcome' in first) {
        // Its first plan may have failed for lack of something that has been applied since.
        const isWorthAnotherPlan = first.outcome.status === 'failed' && ended.before.some(isApplied);
        if (!isWorthAnotherPlan)
            return first.outcome;
    }
    try {
        return await tryToApply(candidate, first, ended, work);
    }
    catch (error) {
        // Terraform cannot be started, for example: the other leaves must still be reported.
        return { status: 'failed', stage: 'apply', output: (0,node_errors/* messageOf */.bD)(error), done: [], failed: [] };
    }
    finally {
        work.terraform.discard(candidate.changed);
    }
}
async function tryToApply(candidate, first, { before, needed }, work) {
    const { context, terraform, logs, progress, printed, order } = work;
    const { path } = candidate.changed.leaf;
    const waitsFor = 'waitsFor' in first ? first.waitsFor : undefined;
    const blocking = needed.find(isBlocking)?.changed.leaf.path;
    if (blocking !== undefined) {
        const how = order.reads.of.get(path)?.has(blocking) === true ? 'reads' : 'comes after';
        return { status: 'not-tried', why: `It ${how} ${blocking}, which was not applied.`, waitsFor };
    }
    if (context.cancelled())
        return CANCELLED;
    const isAfterApply = before.some(isApplied);
    const isReady = 'plan' in first && first.kept && !isAfterApply;
    const ready = isReady ? first : await planAndJudge(candidate, 'plan before its apply', work);
    if ('waitsFor' in ready) {
        const why = `It reads what ${ready.waitsFor.join(', ')} is to create, which is not there yet.`;
        return { status: 'not-tried', why, waitsFor: ready.waitsFor };
    }
    if ('outcome' in ready) {
        const { outcome } = ready;
        if (outcome.status !== 'refused' || !(isAfterApply || waitsFor !== undefined))
            return outcome;
        return { ...outcome, status: 'awaiting', isUnseen: waitsFor === undefined ? undefined : true };
    }
    if (context.cancelled())
        return CANCELLED;
    const { plan } = ready;
    const { result, lines, hookFailures } = await progress.run(`${path}: apply`, (step) => terraform.apply(candidate.changed, (words, isEnd) => {
        step(words);
        // Logged while it runs, so that it is known what a killed job has done.
        if (isEnd)
            context.log.info(`${path}: ${words}`);
    }), (applied) => doneInWords(applied.result));
    logs.hold(`${path}: apply`, lines);
    // An apply repeats some of its plan's warnings.
    const repeated = new Set(result.diagnostics.map(({ summary }) => summary));
    const warned = plan.warnings.filter(({ summary }) => !repeated.has(summary));
    printed.set(candidate.changed, [...warned, ...result.diagnostics]);
    if (result.refused !== undefined) {
        return { status: 'refused', why: result.refused, differences: [], plan: openPlan(candidate, plan) };
    }
    if (result.ok) {
        const hooks = hookFailures.length === 0 ? {} : { hookFailures };
        return { status: 'applied', summary: plan.summary, done: result.done, failed: result.failed, ...hooks };
    }
    return { status: 'failed', stage: 'apply', output: result.output, done: result.done, failed: result.failed };
}
const CANCELLED = { status: 'not-tried', why: 'The job was cancelled.' };
/** Logged before Terraform's output. */
function doneInWords({ ok, done, failed }) {
    const words = (resources) => resources.map(({ action, address }) => `${action} ${address}`).join(', ') || 'nothing';
    return `${ok ? 'applied' : 'apply failed'}, done: ${words(done)}${ok && failed.length === 0 ? '' : `; failed: ${words(failed)}`}`;
}
function isApplied({ outcome }) {
    return outcome.status === 'applied';
}
/** Whether it blocks the leaves that come after it. */
function isBlocking({ outcome }) {
    return ['failed', 'refused', 'awaiting', 'not-tried'].includes(outcome.status);
}

;// CONCATENATED MODULE: ./src/commands/apply/pending-leaves.ts
/** @returns undefined for none */
function pendingLeaves(selected, outcomes, { edges }) {
    const own = new Set(selected.map(({ leaf }) => leaf.path));
    const found = selected.flatMap((each) => {
        const outcome = outcomes.get(each);
        if (outcome?.status !== 'applied')
            return [];
        const changed = (outcome.summary.outputs ?? []).filter(({ action }) => action !== 'create').map(({ name }) => name);
        return edges.flatMap(({ reader, reads, outputs }) => {
            if (reads !== each.leaf.path || own.has(reader))
                return [];
            const read = changed.filter((name) => outputs === 'all' || outputs.includes(name));
            return read.length === 0 ? [] : [{ leaf: reader, reads, outputs: read }];
        });
    });
    return found.length === 0 ? undefined : found;
}

// EXTERNAL MODULE: ./src/changes/revisions.ts
var changes_revisions = __webpack_require__(96043);
;// CONCATENATED MODULE: ./src/commands/apply/catch-up.ts
/** `catch-up: true`: applies what the lost runs of earlier merges would, one pull request at a time. */




/**
 * The leaves that a pull request's merge changed, as they are at the checked-out commit. A leaf that was changed since
 * is left to the later commit: its plan is judged against that review, whose plan contains both changes or is out of
 * date.
 *
 * @param checkedOut the comparison of the run itself
 * @throws ProblemError if its commits are not available
 */
async function partOf(pull, request, checkout, checkedOut, ended) {
    const { head, revisions } = checkedOut;
    const { mergeCommit, baseSha, baseRef } = pull;
    const merge = await (0,changes_revisions/* resolveRevisions */.Z)({
        kind: 'pull_request',
        headSha: pull.head,
        baseSha,
        baseRef,
        merged: true,
        mergeCommitSha: mergeCommit,
    }, mergeCommit, checkout.history);
    const base = merge.base === undefined ? undefined : await checkout.openEarlier(merge.base);
    if (base === undefined)
        throw new Error(`the merge of #${pull.number} has no parent`);
    await checkout.history.ensure(mergeCommit);
    const merged = await checkout.open(mergeCommit);
    const byMerge = await (0,changed_leaves/* findChangedLeaves */.U)(base, merged, request.unusedConfiguration);
    const since = await (0,changed_leaves/* findChangedLeaves */.U)(merged, head, request.unusedConfiguration);
    const atMerge = { ...checkedOut, revisions: merge, head: merged, base, changed: byMerge.changed };
    const difference = await (0,changed_leaves/* findChangedLeaves */.U)(base, head, request.unusedConfiguration);
    return {
        comparison: {
            revisions: { ...revisions, base: merge.base },
            head,
            base,
            ...difference,
            unused: difference.unused,
            notices: [],
        },
        own: new Set(byMerge.changed.map(({ leaf }) => leaf.path)),
        later: new Set([
            ...(await laterChanges(request, checkout, atMerge)),
            ...since.changed.map(({ leaf }) => leaf.path),
        ]),
        ended,
    };
}
/**
 * Applies them in the order of merging, each as its own run would have done.
 *
 * @param cancelled whether the job was cancelled: nothing new is started then
 * @param apply applies one part, and returns its report
 * @param failed the report of a pull request whose commits are not available, which must not block the others
 * @returns the reports, how the leaves ended, and the pull requests left for another run
 */
async function catchUp(pulls, request, checkout, checkedOut, cancelled, apply, failed) {
    const caughtUp = [];
    const ended = [];
    for (const pull of pulls) {
        // A report would make it count as handled.
        if (cancelled())
            break;
        try {
            const part = await partOf(pull, request, checkout, checkedOut, ended);
            const report = await apply(pull, part);
            caughtUp.push({ pull, report });
            const changed = new Map(part.comparison.changed.map((each) => [each.leaf.path, each]));
            ended.push(...report.leaves.flatMap(({ leaf, outcome }) => {
                const found = changed.get(leaf);
                return found === undefined ? [] : [{ changed: found, outcome }];
            }));
        }
        catch (error) {
            const problems = (0,base_problems/* problemsOf */.GW)(error);
            if (problems === undefined)
                throw error;
            caughtUp.push({ pull, report: failed(problems) });
        }
    }
    return { caughtUp, ended, left: pulls.slice(caughtUp.length) };
}

// EXTERNAL MODULE: ./src/execution/checkout.ts + 3 modules
var execution_checkout = __webpack_require__(41545);
// EXTERNAL MODULE: ./src/execution/choose-checks.ts
var choose_checks = __webpack_require__(34431);
// EXTERNAL MODULE: ./src/execution/plan-warnings.ts
var plan_warnings = __webpack_require__(82261);
// EXTERNAL MODULE: ./src/execution/terraform-problems.ts
var terraform_problems = __webpack_require__(8931);
// EXTERNAL MODULE: ./src/execution/waiting-leaves.ts + 1 modules
var waiting_leaves = __webpack_require__(11050);
// EXTERNAL MODULE: ./src/gate/approval.ts
var approval = __webpack_require__(56852);
;// CONCATENATED MODULE: ./src/commands/apply/reviewed-pull-requests.ts
/** What was reviewed: the pull requests behind an apply, and what their records say about a leaf. */


/** More commits than any merge adds to a branch at once; a larger push was something else. */
const MOST_COMMITS = 100;
/** Concurrent calls of GitHub's API. */
const MOST_CALLS = 8;
/**
 * The commits that a push added to a branch, newest first, along first parents: a merge commit stands for its pull
 * request. Undefined when `before` is not among their ancestors, as after a forced push.
 */
async function pushedCommits(history, before, after) {
    const commits = [];
    let at = after;
    while (at !== undefined && at !== before && commits.length < MOST_COMMITS) {
        commits.push(at);
        [at] = await history.parents(at);
    }
    return at === before ? commits : undefined;
}
/** The pull requests that added commits to a branch, by number. */
async function mergedPullRequests(github, commits, branch) {
    const limit = (0,p_limit/* default */.A)(MOST_CALLS);
    const all = await Promise.all(commits.map((commit) => limit(() => github.ofCommit(commit))));
    const merged = all.flat().filter(({ mergedAt, baseRef }) => mergedAt !== undefined && baseRef === branch);
    const found = new Map(merged.map((each) => [each.number, each]));
    return [...found.values()].sort((a, b) => a.number - b.number);
}
/** Reads each pull request's report, trusting as little of it as possible. */
async function readReviews(github, pullRequests, questions) {
    if (pullRequests.length === 0)
        return [];
    const login = await github.login();
    const read = [];
    // One at a time: if one fails, no other keeps reading in the background.
    for (const pullRequest of pullRequests) {
        const { number, head } = pullRequest;
        const found = await github.history(number);
        const trustedRecord = await trust(found, pullRequest, login, questions);
        read.push({ number, head, trustedRecord, unapproved: unapproved(found, pullRequest, trustedRecord, questions) });
    }
    return read;
}
function trust({ comments }, pullRequest, login, { repositoryId, title, workingDirectory, record, fingerprintKey, judgeRecord }) {
    const about = { ...pullRequest, repositoryId };
    return judgeRecord(comments, about, {
        login,
        title,
        projectRoot: workingDirectory,
        key: fingerprintKey,
        mode: record,
    });
}
function unapproved({ author, reviews }, { number, head }, trustedRecord, { requires }) {
    return requires.includes('approved') && trustedRecord.ok
        ? (0,approval/* missingApproval */.O)(reviews, { number, head, author }, trustedRecord.time, trustedRecord.planners)
        : undefined;
}
/** A leaf's entry in the records, or a sentence why none counts. */
function reviewOf(leaf, pulls) {
    const having = pulls.flatMap(({ number, trustedRecord, unapproved }) => {
        const found = trustedRecord.ok ? trustedRecord.leaves.find((each) => each.leaf === leaf) : undefined;
        return found === undefined ? [] : [{ number, found, unapproved }];
    });
    const [first, second] = having;
    if (first !== undefined && second !== undefined) {
        const numbers = having.map(({ number }) => `#${number}`).join(' and ');
        return {
            pullRequest: undefined,
            reviewed: { missing: `Pull requests ${numbers} of one push change it: neither was reviewed with the other.` },
        };
    }
    if (first !== undefined) {
        const { number, found, unapproved } = first;
        return { pullRequest: number, reviewed: unapproved === undefined ? found : { missing: unapproved } };
    }
    const [only] = pulls;
    return { pullRequest: pulls.length === 1 ? only?.number : undefined, reviewed: { missing: whyMissing(pulls) } };
}
function whyMissing(pulls) {
    if (pulls.length === 0)
        return 'No merged pull request belongs to this commit, so its plan was not reviewed.';
    const untrusted = pulls.flatMap(({ trustedRecord }) => (trustedRecord.ok ? [] : [trustedRecord.why]));
    if (untrusted.length > 0)
        return untrusted.join(' ');
    const partial = pulls.flatMap(({ number, trustedRecord }) => {
        if (!trustedRecord.ok || trustedRecord.asked.selection.length === 0)
            return [];
        const { selection, workflow, job } = trustedRecord.asked;
        const by = workflow === undefined || job === undefined ? '' : ` (job "${job}" of ${workflow})`;
        return [` The plan of #${number}${by} covers only "leaves: ${selection.join(' ')}".`];
    });
    return `It was not planned in ${pulls.map(({ number }) => `#${number}`).join(', ')}.${partial.join('')}`;
}

// EXTERNAL MODULE: ./src/terraform/outside-settings.ts
var outside_settings = __webpack_require__(80553);
// EXTERNAL MODULE: ./src/execution/secrets.ts + 1 modules
var execution_secrets = __webpack_require__(98552);
// EXTERNAL MODULE: ./src/execution/fitting-terraform.ts + 1 modules
var fitting_terraform = __webpack_require__(63695);
// EXTERNAL MODULE: ./src/execution/record-judge.ts
var record_judge = __webpack_require__(75879);
// EXTERNAL MODULE: ./src/gate/trusted-record.ts
var trusted_record = __webpack_require__(80116);
;// CONCATENATED MODULE: ./src/commands/apply/unapplied-merges.ts
/**
 * Merged pull requests that were never applied. A push's run may be missing: GitHub cancelled it while it waited
 * because another one queued behind it, a commit message says "[skip ci]", a bot merged with its own token, or a runner
 * died before it reported. No run is red then, so the next apply has to notice.
 */


/** How long GitHub lets a run be started again. */
const DAYS = 30;
/** Searches those that were merged within 30 days before this run's own, or before now if it has none. */
async function unappliedPullRequests(github, { branch, own, now, title, reviewOf, behind }) {
    // A job that runs again looks back from its own merge.
    const until = own.flatMap(({ mergedAt }) => mergedAt ?? []).sort()[0];
    const since = seconds((until === undefined ? now.getTime() : Date.parse(until)) - DAYS * 86_400_000);
    const { merged, complete } = await github.mergedSince(branch, since);
    const numbers = new Set(own.map(({ number }) => number));
    const earlier = merged.flatMap((each) => {
        const { number, mergedAt, mergeCommit } = each;
        if (mergedAt === undefined || mergeCommit === undefined || numbers.has(number))
            return [];
        return until === undefined || mergedAt <= until ? [{ ...each, mergedAt, mergeCommit }] : [];
    });
    const unreported = await withoutApplyReport(github, earlier, title);
    const found = [];
    for (const pull of unreported) {
        const distance = await behind(pull.mergeCommit);
        // What is not on the branch, or comes after the checked-out commit, is not for this run to apply.
        if (distance === undefined)
            continue;
        const review = await reviewOf(pull);
        if (review === undefined)
            continue;
        const leaves = review.trustedRecord.ok ? review.trustedRecord.leaves.filter(({ hasChanges }) => hasChanges) : [];
        if (review.trustedRecord.ok && leaves.length === 0)
            continue;
        found.push({ pull: { ...pull, review, leaves: leaves.map(({ leaf }) => leaf) }, behind: distance });
    }
    // A merge queue merges several in one second.
    found.sort((a, b) => b.behind - a.behind);
    return {
        pulls: found.map(({ pull }) => pull),
        notices: complete
            ? []
            : [
                `Of the pull requests closed in the last ${DAYS} days, only the most recently updated were checked: others may have been merged but not applied.`,
            ],
    };
}
/** Those with a record of what was planned in a report, but without a report of an apply. */
async function withoutApplyReport(github, pulls, title) {
    if (pulls.length === 0)
        return [];
    const login = await github.login();
    const first = await github.firstComments(pulls.map(({ number }) => number));
    const unreported = [];
    for (const pull of pulls) {
        const { comments, complete } = first.get(pull.number) ?? { comments: [], complete: true };
        const isReported = (some) => (0,trusted_record/* reportsOf */.tu)(some, login, title).some(
        // One from before the merge means nothing: another workflow of the account may have echoed it.
        ({ marker, createdAt, editedAt }) => marker.kind === 'apply' && (editedAt ?? createdAt) >= pull.mergedAt);
        if (isReported(comments))
            continue;
        const all = complete ? comments : (await github.history(pull.number)).comments;
        if (!isReported(all) && (0,trusted_record/* reportsOf */.tu)(all, login, title).some(({ body }) => body.includes(RECORD)))
            unreported.push(pull);
    }
    return unreported;
}
/** How a record of any version begins: a plan without one changed no leaf. */
const RECORD = '<!-- kompos:record ';
/** ISO time as GitHub writes it. */
function seconds(milliseconds) {
    if (!Number.isFinite(milliseconds)) {
        throw (0,base_problems/* problemError */.gS)('github', "GitHub's answer has an invalid time of a merge.");
    }
    return new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/graph/waves.ts
var waves = __webpack_require__(97910);
// EXTERNAL MODULE: ./src/project/waves.ts
var project_waves = __webpack_require__(56547);
// EXTERNAL MODULE: ./src/snapshot/snapshot.ts
var snapshot = __webpack_require__(94330);
// EXTERNAL MODULE: ./src/markdown/bytes.ts
var bytes = __webpack_require__(22522);
// EXTERNAL MODULE: ./src/markdown/fit.ts
var fit = __webpack_require__(8878);
// EXTERNAL MODULE: ./src/markdown/counts.ts
var counts = __webpack_require__(86093);
// EXTERNAL MODULE: ./src/markdown/leaf-input.ts
var leaf_input = __webpack_require__(57300);
;// CONCATENATED MODULE: ./src/commands/apply/wording.ts
/** The words for an apply: the same in comment, summary, terminal and outputs. Pure. */








/** An icon for how a leaf ended, and a word for it. */
function statusOf({ status }) {
    switch (status) {
        case 'applied':
            return { icon: '✅', word: 'applied' };
        case 'as-reviewed':
            return { icon: '✅', word: 'as reviewed' };
        case 'planned':
            return { icon: '⏸️', word: 'planned, to be accepted' };
        case 'nothing':
            return { icon: '⚪', word: 'nothing to do' };
        case 'refused':
            return { icon: '⛔', word: 'refused' };
        case 'awaiting':
            return { icon: '⏸️', word: 'awaiting acceptance' };
        case 'failed':
            return { icon: '❌', word: 'failed' };
        case 'not-tried':
            return { icon: '⏹️', word: 'not tried' };
        case 'waits':
            return { icon: '⏳', word: 'waits' };
        case 'pending':
            return { icon: '⏳', word: 'pending' };
        case 'paused':
            return { icon: '⏸️', word: 'paused' };
        case 'superseded':
            return { icon: '⏭️', word: 'superseded' };
        case 'moved':
            return { icon: '🔵', word: 'moved' };
        case 'orphaned':
            return { icon: '🟠', word: 'orphaned' };
    }
}
/** The same for a leaf of a report: an attempt that finds nothing to do does not hide what an earlier one applied. */
function statusIn(report, leaf) {
    const before = appliedBefore(report, leaf);
    return before === undefined ? statusOf(leaf.outcome) : { icon: '✅', word: `applied in attempt ${before.attempt}` };
}
/** The earlier attempt that applied a leaf for which there is nothing to do now. */
function appliedBefore({ earlier = [] }, { leaf, outcome }) {
    if (outcome.status !== 'nothing')
        return undefined;
    return earlier
        .filter((each) => each.leaf === leaf && each.status === 'applied')
        .toSorted((a, b) => b.attempt - a.attempt)[0];
}
/** What is said of a leaf besides its status: of what an earlier attempt applied, if there is nothing to do now. */
function summaryIn(report, leaf) {
    return appliedBefore(report, leaf)?.words ?? summaryOf(leaf);
}
/** Earlier attempts that the leaf's own row does not speak of, one line each: `attempt 1: failed, apply failed`. */
function earlierLines({ earlier = [], leaves }, leaf) {
    const now = leaves.find((each) => each.leaf === leaf)?.outcome.status;
    return earlier
        .filter((each) => each.leaf === leaf && !(now === 'nothing' && each.status === 'applied'))
        .toSorted((a, b) => a.attempt - b.attempt)
        .map((each) => {
        const words = each.words === '' ? '' : ` (${each.words})`;
        return `attempt ${each.attempt}: ${each.status === 'not-tried' ? 'not tried' : each.status}${words}`;
    });
}
/** Leaves of earlier attempts that this one does not speak of, because it failed before, say. */
function earlierOnly({ earlier = [], leaves }) {
    const known = new Set(leaves.map(({ leaf }) => leaf));
    return [...new Set(earlier.map(({ leaf }) => leaf))].filter((leaf) => !known.has(leaf)).sort();
}
/** One sentence or less for a row of the table; no markdown. */
function summaryOf({ outcome }) {
    switch (outcome.status) {
        case 'applied':
        case 'as-reviewed':
            return (0,counts/* countsInWords */.P)(outcome.summary.counts) || 'changes without a count';
        case 'nothing':
            return '';
        case 'planned':
        case 'refused':
        case 'awaiting':
            return outcome.plan === undefined ? '' : (0,counts/* countsInWords */.P)(outcome.plan.summary.counts);
        case 'failed':
            return outcome.stage === 'render' ? 'does not render' : `${outcome.stage} failed`;
        case 'not-tried':
        case 'superseded':
        case 'paused':
            return outcome.why;
        case 'waits':
            return `for ${outcome.for.join(', ')}`;
        case 'pending':
            return `in wave ${outcome.wave}`;
        case 'moved':
            return outcome.to === undefined ? 'nothing to destroy' : `its state is used by ${outcome.to}`;
        case 'orphaned':
            return outcome.resources === undefined
                ? 'its resources are not known'
                : `${(0,phrases/* count */.U9)(outcome.resources.length, 'resource is', 'resources are')} left behind`;
    }
}
/** Whether the leaf needs attention, which makes the job fail. */
function needsAttention({ status }) {
    return status === 'refused' || status === 'awaiting' || status === 'failed' || status === 'not-tried';
}
/** Whether a leaf makes the job fail, and stops the next wave. */
function isOpen(leaf) {
    return needsAttention(leaf.outcome) || hasFailedHooks(leaf);
}
function hasFailedHooks({ outcome }) {
    return outcome.status === 'applied' && (outcome.hookFailures ?? []).length > 0;
}
/** The head line's words: how many leaves ended how. */
function applyVerdict(report) {
    if ((0,base_problems/* hasErrors */.Cs)(report.problems))
        return 'nothing was applied';
    if (report.leaves.length === 0)
        return 'no leaf changes, so there was nothing to apply';
    const parts = [
        'failed',
        'refused',
        'awaiting',
        'not-tried',
        'planned',
        'applied',
        'as-reviewed',
        'waits',
        'pending',
        'superseded',
        'paused',
        'orphaned',
        'moved',
        'nothing',
    ].flatMap((status) => {
        const some = report.leaves.filter(({ outcome }) => outcome.status === status);
        const before = some.filter((leaf) => appliedBefore(report, leaf) !== undefined).length;
        const [first] = some;
        if (first === undefined)
            return [];
        return [
            ...(before > 0 ? [`${(0,phrases/* count */.U9)(before)} applied in an earlier attempt`] : []),
            ...(some.length > before ? [`${(0,phrases/* count */.U9)(some.length - before)} ${statusOf(first.outcome).word}`] : []),
        ];
    });
    const words = `${parts.join(counts/* AND */.S)} of ${(0,phrases/* count */.U9)(report.leaves.length, 'leaf', 'leaves')}`;
    return report.cancelled ? `cancelled: ${words}` : words;
}
/** The fingerprint to accept; undefined if accepting it would not help. */
function acceptable({ outcome }, { comparing }) {
    return comparing || !('plan' in outcome) ? undefined : outcome.plan?.fingerprint;
}
/** Terraform's own words; they only select a hint. */
const LOCKED = 'Error acquiring the state lock';
/** The next step for a leaf that was not applied. If a fingerprint can be accepted, what to paste follows it. */
function nextStep(leaf, report) {
    const { outcome } = leaf;
    switch (outcome.status) {
        case 'planned':
        case 'refused':
        case 'awaiting':
            if (report.comparing) {
                return 'Bring the pull request up to date with its base branch, so that it is planned and reviewed again, then queue it again.';
            }
            if (outcome.plan === undefined) {
                return 'It was not planned here, because it has no review. To see its plan, run this workflow by hand (workflow_dispatch) on the default branch with these leaves; the report of that run has the fingerprint to accept:';
            }
            return acceptable(leaf, report) === undefined
                ? 'Fix the cause and open a pull request that plans it again.'
                : 'Read the plan. To apply exactly this plan, run this workflow by hand (workflow_dispatch) on the default branch with:';
        case 'failed':
            if (outcome.output.includes(LOCKED)) {
                return `When the holder of the lock has finished, run this job again. If it died, first check what it may have created that is not in the state, then release the lock with \`${(0,programs/* commandInWords */.qj)((0,programs/* programOf */.oQ)(report), 'force-unlock')}\` and its ID.`;
            }
            return outcome.stage === 'apply'
                ? 'Fix the cause, then run this job again: it plans again and applies only what is left. A plan that has changed by then must be accepted.'
                : 'Fix the cause, then run this job again.';
        case 'orphaned':
            if (report.comparing)
                return '';
            if (outcome.resources === undefined) {
                return 'Its resources are in its state. To destroy them, check out a commit at which the leaf renders, and run `kompos <leaf> terraform destroy` there.';
            }
            return 'To destroy it later, run this workflow by hand on the default branch (of a push with several commits, name the one that removed the leaf) with:';
        default:
            return '';
    }
}
/** Terraform's actions on one resource, in the words of a plan; undefined: the plan leaves it alone. */
function actionInWords(actions) {
    switch (actions) {
        case undefined:
            return 'not in the plan';
        case 'delete':
            return 'destroy';
        case 'delete create':
            return 'destroy, then create';
        case 'create delete':
            return 'create, then destroy';
        case 'create forget':
        case 'forget create':
            return 'replace, and forget the old object';
        case 'no-op':
            return 'move or import';
        default:
            return actions;
    }
}
/** What an apply did not destroy but forgot: addresses. */
function leftBehind({ summary }) {
    return summary.resources.flatMap(({ address, action, forgets }) => action === 'forget' ? [address] : forgets === true ? [`${address} (the replaced object)`] : []);
}
/** What a failed apply did, and what it started but did not finish: one line each. */
function stateLeft({ done, failed }) {
    return [
        ...done.map(({ address, action }) => `done: ${action} ${address}`),
        ...failed.map(({ address, action }) => `not finished: ${action} ${address}`),
    ];
}
/** Undefined if no manual run helps. */
function manualRun(leaf, report) {
    if (leaf.outcome.status === 'orphaned') {
        // A leaf that cannot be rendered cannot be destroyed, and in a merge check it still exists.
        if (leaf.outcome.resources === undefined || report.comparing)
            return undefined;
        return { leaf: leaf.leaf, followers: [], accept: undefined, removedAt: report.head };
    }
    if (leaf.outcome.status === 'refused' && leaf.outcome.plan === undefined && !report.comparing) {
        return { leaf: leaf.leaf, followers: [], accept: undefined, removedAt: undefined };
    }
    const accept = acceptable(leaf, report);
    if (accept === undefined)
        return undefined;
    return { leaf: leaf.leaf, followers: followersOf(leaf.leaf, report), accept, removedAt: undefined };
}
/** The leaves that could not be planned because they wait for a leaf, directly or through others. */
function followersOf(leaf, { leaves }) {
    if (!(0,selection/* isJoinable */.f5)(leaf))
        return [];
    const waiting = leaves.flatMap(({ leaf: path, outcome }) => outcome.status === 'not-tried' && outcome.waitsFor !== undefined && (0,selection/* isJoinable */.f5)(path)
        ? [{ path, waitsFor: outcome.waitsFor }]
        : []);
    const found = new Set([leaf]);
    for (const each of found) {
        for (const { path, waitsFor } of waiting)
            if (waitsFor.includes(each))
                found.add(path);
    }
    found.delete(leaf);
    const some = [...found];
    const room = MOST_TOGETHER - (0,bytes/* utf8Length */.wI)(leaf);
    return some.slice(0, (0,fit/* fitting */._Q)(some.map((each) => (0,bytes/* utf8Length */.wI)(each) + 1), room));
}
/** The inputs of one run for all of these, as the one-line fields of "Run workflow" take them. */
function inputsOf(runs) {
    const accept = [...new Set(runs.flatMap((run) => run.accept ?? []))].join(' ');
    const removedAt = runs[0]?.removedAt;
    return [
        `leaves: ${(0,leaf_input/* leavesText */.k)([...new Set(runs.flatMap(({ leaf, followers }) => [leaf, ...followers]))])}`,
        ...(accept === '' ? [] : [`accept: ${accept}`]),
        ...(removedAt === undefined ? [] : [`removed-at: ${removedAt}`]),
    ];
}
/** Inputs of the manual run for one leaf; none if none helps. */
function inputsFor(leaf, report) {
    const run = manualRun(leaf, report);
    return run === undefined ? [] : inputsOf([run]);
}
/** Bytes of all inputs of one run: they fit into a part of a comment, and into what GitHub accepts for a run. */
const MOST_TOGETHER = 8_000;
/** Inputs of one manual run for all leaves of a kind that need one, with a sentence before them; for two and more. */
function sharedInputs(report) {
    if (report.comparing)
        return [];
    const groups = [];
    for (const run of report.leaves.flatMap((leaf) => manualRun(leaf, report) ?? [])) {
        // Any other leaf is pasted alone.
        if (!(0,selection/* isJoinable */.f5)(run.leaf))
            continue;
        const group = groups.findLast(([first]) => first?.removedAt === run.removedAt);
        if (group === undefined || (0,bytes/* utf8Length */.wI)(inputsOf([...group, run]).join('\n')) > MOST_TOGETHER)
            groups.push([run]);
        else
            group.push(run);
    }
    return groups
        .filter((group) => group.length > 1 || groups.some((other) => other !== group && other[0]?.removedAt === group[0]?.removedAt))
        .map((group) => {
        const these = group.length === 1 ? 'this leaf' : `these ${(0,phrases/* count */.U9)(group.length)} leaves`;
        const words = group.some(({ accept }) => accept !== undefined)
            ? `Read the plans of ${these}. To apply exactly these plans, run this workflow by hand (workflow_dispatch) on the default branch with:`
            : `To destroy the resources of ${these} later, run this workflow by hand on the default branch (of a push with several commits, name the one that removed them) with:`;
        return { words, inputs: inputsOf(group) };
    });
}

;// CONCATENATED MODULE: ./src/commands/apply/waves.ts
/** The waves of an apply: which leaves of a change are in which, and whether one may start. Pure. */







/**
 * Splits a change into waves. A merge cannot take a leaf out of its wave, or out of its environment: the base decides,
 * where there is one. An environment that the base does not know narrows who may apply, so head may add it.
 *
 * @param destroyRemoved whether removed leaves are destroyed
 */
function wavesOf({ head, base }, selected, { graph, former }, destroyRemoved) {
    const deciding = base === undefined || base.project.unreadable !== undefined ? head.project : base.project;
    const { all, of } = (0,project_waves/* openWaves */.rh)(deciding.settings);
    const [first, second] = [deciding, head.project].map(({ settings }) => (0,project_waves/* openEnvironments */.bw)(settings));
    const changed = all.flatMap((wave) => {
        const own = selected.flatMap(({ leaf }) => (of(leaf.path).number === wave.number ? [leaf.path] : []));
        if (own.length === 0)
            return [];
        const environments = [...new Set(own.map((leaf) => first?.(leaf) ?? second?.(leaf) ?? ''))];
        return [{ ...wave, environment: environments[0] || undefined, environments, leaves: own.sort(snapshot/* compareBytes */.Xo) }];
    });
    const run = selected
        .filter((each) => each.kind !== 'removed' || (each.fate === 'destroy' && destroyRemoved))
        .map(({ leaf, kind }) => ({ leaf, isRemoved: kind === 'removed' }));
    return {
        all,
        waveOf: of,
        changed,
        problems: [
            ...(0,waves/* contradictedWaves */.D)(deciding, run, [...graph.edges, ...former]),
            ...changed.flatMap(({ name, environments }) => (environments.length < 2 ? [] : [mixed(name, environments)])),
        ],
    };
}
function mixed(name, environments) {
    const names = environments.map((each) => (each === '' ? 'none' : `"${each}"`)).join(', ');
    return (0,base_problems/* problem */.CC)('settings', `Wave "${name}" has leaves of different environments: ${names}.`, {
        hint: 'A wave is one job, and a job is in one environment. Give the leaves of each environment a wave of their own (settings "waves" and "environments").',
    });
}
/** Of an apply that is not told its wave: it must not run the leaves of several at once. */
function severalWaves({ changed }) {
    if (changed.length < 2)
        return [];
    const names = changed.map(({ name }) => `"${name}"`).join(', ');
    return [
        (0,base_problems/* problem */.CC)('wave', `The settings put these leaves into the waves ${names}, and this job applies them all at once.`, {
            hint: 'Apply in one job for each wave (input "wave"), as .github/workflows/apply.yml of Kompos does, or remove "waves" from the settings.',
        }),
    ];
}
/**
 * @param asked the name or the number of a wave
 * @throws ProblemError if there is no such wave
 */
function findWave({ all }, asked) {
    const found = all.find(({ name, number }) => name === asked || String(number) === asked);
    if (found !== undefined)
        return found;
    const names = all.map(({ name }) => name).join(', ');
    throw (0,base_problems/* problemError */.gS)('input', `Input "wave" is "${asked}", and there is no such wave.`, {
        hint: `The settings have: ${names}. Jobs get theirs from the output "waves" of the job with "wave: list".`,
    });
}
/** What two jobs have to agree on: the leaves of each wave. */
function wavesDigest(waves) {
    const text = JSON.stringify(waves.map(({ name, number, leaves }) => [name, number, leaves]));
    return `waves.${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32)}`;
}
/**
 * How the leaves of earlier waves ended.
 *
 * @param results of each wave, by its number
 * @throws ProblemError that names each of them that is not all well: then nothing of the next one is applied
 */
function wellEnded(waves, results, selected) {
    const problems = waves.flatMap((wave) => {
        const why = waves_whyNotWell(wave, results.get(wave.number));
        if (why === undefined)
            return [];
        const message = `Wave "${wave.name}" is not all well, so the next one is not applied: ${why}`;
        const hint = 'When its leaves are applied, let "Re-run failed jobs" go on.';
        return [(0,base_problems/* problem */.CC)('wave', message, { hint })];
    });
    if (problems.length > 0)
        throw new base_problems/* ProblemError */.Mm(problems);
    const outcomes = new Map([...results.values()].flatMap(({ leaves }) => leaves.map(({ leaf, outcome }) => [leaf, outcome])));
    return selected.flatMap((changed) => {
        const outcome = outcomes.get(changed.leaf.path);
        return outcome === undefined ? [] : [{ changed, outcome }];
    });
}
function waves_whyNotWell({ leaves }, results) {
    if (results === undefined)
        return 'it has no results.';
    const theirs = results.leaves.map(({ leaf }) => leaf).sort(snapshot/* compareBytes */.Xo);
    if (theirs.join('\n') !== leaves.join('\n'))
        return 'its results are about other leaves.';
    if (results.cancelled)
        return 'it was cancelled.';
    if ((0,base_problems/* hasErrors */.Cs)(results.problems))
        return 'it has errors.';
    const open = results.leaves.filter(isOpen);
    if (open.length === 0)
        return undefined;
    const named = open.map((leaf) => `${leaf.leaf}: ${hasFailedHooks(leaf) ? 'a hook failed' : statusOf(leaf.outcome).word}`);
    return `${(0,phrases/* count */.U9)(open.length, 'leaf needs', 'leaves need')} attention (${(0,phrases/* firstFew */.Dt)(named, 5)}).`;
}

;// CONCATENATED MODULE: ./src/commands/apply/start-wave.ts


/** @throws ProblemError if it must not start: nothing of it is applied then */
async function startWave({ asked, start }, waves, selected, { revisions: { head, base } }) {
    const { name, number } = findWave(waves, asked);
    (0,base_problems/* throwOnErrors */.pe)(waves.problems);
    const results = await start({ number, of: waves.all.length, waves: waves.changed, head, base });
    const earlier = waves.changed.filter((wave) => wave.number < number);
    return {
        name,
        own: selected.filter(({ leaf }) => waves.waveOf(leaf.path).number === number),
        ended: wellEnded(earlier, results, selected),
        later: waves.changed
            .filter((wave) => wave.number > number)
            .flatMap(({ name: wave, environment, leaves }) => selected.filter(({ leaf }) => leaves.includes(leaf.path)).map((changed) => ({ changed, wave, environment }))),
    };
}

;// CONCATENATED MODULE: ./src/commands/apply/apply.ts
/** `command: apply`: a merge applies what was reviewed, a manual run what a person accepts, and nothing else. */



























/** @throws ProblemError when no leaf could be examined */
async function applyReviewed(request, context, github) {
    return (0,execution_checkout/* withCheckout */.j)(request, context.environment, context.configurationEnvironment, async (checkout) => {
        const comparison = await compareForApply(request, checkout, context.log);
        const { pulls, notices, unapplied } = await findReviews(asking(request, checkout), context, checkout, github);
        const later = await laterChanges(request, checkout, comparison);
        const { caughtUp, ended, left } = await catchUp(request.catchUp ? unapplied : [], request, checkout, comparison, context.cancelled, async (pull, part) => {
            const words = `Pull request #${pull.number} was merged earlier, as ${(0,names/* shortCommit */.A)(pull.mergeCommit)}, but never applied: this run catches up on it.`;
            context.log.info(words);
            const report = await apply(request, context, checkout, part, [pull.review]);
            return { ...report, notices: [words, ...report.notices] };
        }, (problems) => reportOf(request, context, comparison, { problems }));
        const report = await apply(request, context, checkout, { comparison, later, own: undefined, ended }, pulls).catch((error) => {
            const problems = (0,base_problems/* problemsOf */.GW)(error);
            // The results of the others must still be reported.
            if (problems === undefined || caughtUp.length === 0)
                throw error;
            return reportOf(request, context, comparison, { problems });
        });
        const first = caughtUp.map(({ pull }) => pull.number);
        return {
            report: {
                ...report,
                notices: [
                    ...report.notices,
                    ...notices,
                    ...(first.length === 0 ? [] : [`Merged earlier and applied first: ${listed(first)}, with reports there.`]),
                ],
                unapplied: (request.catchUp ? left : unapplied).map(unappliedMerge),
            },
            pulls,
            caughtUp,
        };
    });
}
function unappliedMerge({ number, mergedAt, mergeCommit, leaves, review }) {
    const { trustedRecord, unapproved } = review;
    return { number, mergedAt, commit: mergeCommit, leaves, why: trustedRecord.ok ? unapproved : trustedRecord.why };
}
/** A merge group's own commits are not on the branch yet, but their base is, or comes before them. */
function asking(request, checkout) {
    const tip = request.event.kind === 'merge_group' ? request.event.baseSha : checkout.repository.head;
    const settings = { ...request, branch: request.defaultBranch };
    return { ...request, title: request.facts.title, judgeRecord: (0,record_judge/* recordJudge */.t)(settings, checkout, tip) };
}
async function findReviews(request, { log, now }, { history, repository }, github) {
    const { event, defaultBranch } = request;
    if (event.kind === 'manual')
        return { pulls: [], notices: [], unapplied: [] };
    if (event.kind === 'merge_group') {
        const queued = request.queued === undefined ? [] : [await github.pullRequest(request.queued)];
        return { pulls: await readReviews(github, queued, request), notices: [], unapplied: [] };
    }
    const notices = [];
    const commits = await pushedCommits(history, event.before, event.after);
    if (commits === undefined) {
        notices.push(`The push did not just add commits to the branch, or added more than ${MOST_COMMITS}, so the pull requests that it merged are unknown.`);
    }
    const merged = await mergedPullRequests(github, commits ?? [], defaultBranch);
    log.info(merged.length === 0 ? 'No merged pull request.' : `Merged: ${listed(merged.map(({ number }) => number))}.`);
    const unapplied = request.reporting
        ? await unappliedPullRequests(github, {
            branch: defaultBranch,
            own: merged,
            now,
            title: request.facts.title,
            reviewOf: async (pull) => (await readReviews(github, [pull], request))[0],
            behind: (commit) => history.behind(commit, repository.head),
        })
        : { pulls: [], notices: [] };
    return {
        pulls: await readReviews(github, merged, request),
        notices: [...notices, ...unapplied.notices],
        unapplied: unapplied.pulls,
    };
}
function listed(numbers) {
    return numbers.map((number) => `#${number}`).join(', ');
}
async function apply(request, context, checkout, { comparison, later, own, ended }, pulls) {
    const { head } = comparison;
    const { selected: all, changeGraph, isSelected } = await chooseLeaves(comparison, request.leaves, own);
    const waves = wavesOf(comparison, all, changeGraph, request.destroyRemoved);
    const wave = request.wave && (await startWave(request.wave, waves, all, comparison));
    const selected = wave?.own ?? all;
    const { compositionOrder } = head.project.settings;
    const reads = (0,change_graph/* readsIn */.Pn)(changeGraph);
    const problems = [
        ...head.project.warnings,
        ...changeGraph.problems,
        ...waves.problems,
        ...(wave === undefined && !request.compareOnly ? severalWaves(waves) : []),
        ...(0,states/* sharedStateProblems */.FM)(comparison.sharedStates, selected, (0,outside_settings/* outsideSettings */.b)(context.environment).ofStates),
        ...(await (0,execution_checkout/* modifiedFiles */.X)(checkout, selected, context.environment, 'error')),
    ];
    const reviews = new Map(selected.map((each) => [each, reviewOf(each.leaf.path, pulls)]));
    const outcomes = new Map();
    const open = [];
    const isManual = request.event.kind === 'manual';
    for (const changed of selected) {
        const reviewed = (isManual ? undefined : reviews.get(changed)?.reviewed) ?? BY_HAND;
        if (changed.kind !== 'moved' && later.has(changed.leaf.path))
            outcomes.set(changed, SUPERSEDED);
        else if (!(0,changed_leaf/* isPlannable */.S0)(changed))
            outcomes.set(changed, outcomeWithoutPlan(changed));
        else if (isManual || !('missing' in reviewed))
            open.push({ changed, reviewed });
        else
            outcomes.set(changed, outcomeWithoutReview(changed, reviewed.missing, request));
    }
    context.log.info(`${(0,phrases/* count */.U9)(selected.length, 'leaf', 'leaves')} to check, ${(0,phrases/* count */.U9)(open.length)} of them to plan.`);
    const notices = [...comparison.notices];
    const versions = new Set();
    let printed = new Map();
    const binary = open.length === 0 ? undefined : await terraformFor(comparison, request.projectRoot, context, problems);
    if (binary !== undefined) {
        const secrets = await (0,execution_secrets/* readSecrets */.ql)(open.map(({ changed }) => changed), comparison, context.secrets);
        problems.push(...secrets.problems);
        for (const each of secrets.failed)
            outcomes.set(each, NOT_RENDERED);
        const complete = open.filter(({ changed }) => !secrets.failed.has(changed));
        const leaves = complete.map(({ changed }) => changed);
        const contexts = await (0,record_entry/* fingerprintContexts */.$o)(leaves, checkout, comparison.revisions, request, secrets);
        const waiting = (0,waiting_leaves/* waitForCandidates */.zZ)(leaves, changeGraph.graph);
        const candidates = await Promise.all(complete.map(async ({ changed, reviewed }) => ({
            changed,
            reviewed,
            planNeverRepeats: await whyPlanNeverRepeats(changed),
            forbidden: forbiddenFor(changed, isManual),
            context: contexts.get(changed),
            postponed: ('missing' in reviewed ? undefined : reviewed.waits) ?? waiting.unstarted.get(changed),
        })));
        const checks = (0,choose_checks/* chooseChecks */.v)(comparison, context.trust, ['rendering', 'plan']);
        notices.push(...(checks?.notices ?? []));
        const settled = [...outcomes].map(([changed, outcome]) => ({ changed, outcome }));
        const applied = await applyLeaves(request, { ...context, withSecrets: secrets.rendered, checks }, checkout.repository.top, {
            compositions: compositionOrder,
            reads,
            waitsFor: waiting.afterPlan,
        }, candidates, [...ended, ...(wave?.ended ?? []), ...settled], binary);
        printed = applied.printed;
        for (const { changed, reviewed } of candidates) {
            const outcome = applied.outcomes.get(changed);
            if (outcome !== undefined)
                outcomes.set(changed, outcome);
            if (outcome?.status !== 'applied' || 'missing' in reviewed)
                continue;
            const other = otherVersion(binary, reviewed);
            if (other !== undefined)
                versions.add(other);
        }
    }
    return reportOf(request, context, comparison, {
        terraformVersion: binary?.version,
        program: binary?.program,
        notices: [...notices, (0,phrases/* leftOut */.ig)(comparison.unused.filter(isSelected).length), ...versions].filter((notice) => notice !== ''),
        wave: wave && { name: wave.name, byHand: isManual },
        leaves: [
            ...selected.map((changed) => {
                const ended = outcomes.get(changed) ?? { status: 'not-tried', why: 'The errors above must be fixed first.' };
                const outcome = isManual && request.accepted.size === 0 ? asPlanned(ended) : ended;
                return {
                    leaf: changed.leaf.path,
                    outcome,
                    pullRequest: reviews.get(changed)?.pullRequest,
                    problems: [...changed.problems, ...outcomeProblems(changed, outcome, printed.get(changed) ?? [])],
                };
            }),
            ...(wave?.later ?? []).map(({ changed, ...later }) => ({
                leaf: changed.leaf.path,
                outcome: { status: 'pending', ...later },
                pullRequest: reviewOf(changed.leaf.path, pulls).pullRequest,
                problems: [],
            })),
        ],
        pending: pendingLeaves(all, outcomes, changeGraph.graph),
        problems,
    });
}
/** Without its secrets; why is among the report's problems. */
const NOT_RENDERED = { status: 'failed', stage: 'render', output: '', done: [], failed: [] };
/** A manual run plans leaves without a review, for the person who started it. */
const BY_HAND = { missing: 'A manual run applies only plans whose fingerprint is accepted.' };
const SUPERSEDED = {
    status: 'superseded',
    why: 'A later commit of the branch changes it too and is applied instead.',
};
function reportOf(request, context, { revisions }, found) {
    return {
        ...request.facts,
        head: revisions.head,
        base: revisions.base,
        terraformVersion: undefined,
        comparing: request.compareOnly,
        cancelled: context.cancelled(),
        notices: [],
        leaves: [],
        problems: [],
        unapplied: [],
        ...found,
    };
}
/** A plan that a person wants to see first is not refused if it can be accepted. */
function asPlanned(outcome) {
    if (outcome.status !== 'refused' || outcome.plan?.fingerprint === undefined)
        return outcome;
    return { status: 'planned', plan: outcome.plan };
}
/** What Terraform printed about a leaf, with places in the repository, and warnings about its plan, applied or not. */
function outcomeProblems(changed, outcome, printed) {
    const stage = outcome.status === 'failed' && outcome.stage !== 'render' ? outcome.stage : 'apply';
    const summary = 'plan' in outcome ? outcome.plan?.summary : 'summary' in outcome ? outcome.summary : undefined;
    return [
        ...((0,changed_leaf/* isPlannable */.S0)(changed) ? (0,terraform_problems/* terraformProblems */.N9)((0,changed_leaf/* renderedOf */.dY)(changed), changed.reasons, printed, stage) : []),
        ...(summary === undefined ? [] : (0,plan_warnings/* planWarnings */.p)(changed.leaf.path, summary, printed)),
        ...hookProblems(changed, outcome),
    ];
}
function hookProblems({ leaf }, outcome) {
    const failures = outcome.status === 'applied' ? (outcome.hookFailures ?? []) : [];
    return failures.map((failure) => (0,base_problems/* problem */.CC)('check', failure, {
        place: { file: leaf.path },
        hint: 'The leaf stays applied. Running the job again does not run the hook again, because nothing is left to apply.',
    }));
}
async function terraformFor({ head }, projectRoot, context, problems) {
    if ((0,base_problems/* hasErrors */.Cs)(problems))
        return undefined;
    try {
        return await (0,fitting_terraform/* findFittingTerraform */.N)(head.project, projectRoot, context);
    }
    catch (error) {
        if (!(error instanceof base_problems/* ProblemError */.Mm))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
async function whyPlanNeverRepeats(changed) {
    const place = await (0,plan_timestamp/* planTimestampIn */.R)((0,changed_leaf/* renderedOf */.dY)(changed));
    return place && `plantimestamp() in ${(0,base_problems/* formatPlace */.dE)(place)} differs at each plan.`;
}

// EXTERNAL MODULE: ./src/markdown/own-names.ts
var own_names = __webpack_require__(17892);
;// CONCATENATED MODULE: ./src/commands/apply/groups.ts
/** Leaves that ended alike, put together as in the plan's report: a reader reads each ending once. Pure. */



/**
 * Groups of leaves of one name that ended alike: the same outcome, causes, problems and earlier attempts, names of a
 * leaf's own folders put aside; what existed and was at stake is the same to the letter. The order stays.
 */
function groupsOf(leaves, report, names) {
    const groups = new Map();
    for (const leaf of leaves) {
        const { outcome, problems, pullRequest } = leaf;
        const plan = openPlanOf(outcome);
        const summary = 'summary' in outcome ? outcome.summary : plan?.summary;
        const verbatim = [
            names.of(leaf.leaf).name,
            statusIn(report, leaf).word,
            pullRequest ?? 0,
            summary === undefined ? '' : (0,own_names/* atStake */.Y2)(summary),
            outcome.status === 'orphaned' ? (outcome.resources ?? []) : [],
            plan?.fingerprint === undefined,
        ];
        const facts = {
            ...outcome,
            plan: plan?.summary,
            words: summaryIn(report, leaf),
            earlier: earlierLines(report, leaf.leaf),
            problems: problems.map(base_problems/* formatProblem */.Vw),
        };
        const key = (0,own_names/* likeness */.$R)(leaf.leaf, verbatim, facts);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [leaf]);
        else
            group.push(leaf);
    }
    return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}
/** The plan that was not applied, if it is known. */
function openPlanOf(outcome) {
    return 'plan' in outcome ? outcome.plan : undefined;
}

// EXTERNAL MODULE: ./src/markdown/escaping.ts
var escaping = __webpack_require__(69405);
// EXTERNAL MODULE: ./src/markdown/leaf-names.ts
var leaf_names = __webpack_require__(86436);
// EXTERNAL MODULE: ./src/markdown/shown-names.ts
var shown_names = __webpack_require__(65217);
// EXTERNAL MODULE: ./src/markdown/links.ts
var links = __webpack_require__(47352);
// EXTERNAL MODULE: ./src/markdown/plan-diff.ts
var plan_diff = __webpack_require__(55568);
// EXTERNAL MODULE: ./src/markdown/report-parts.ts
var report_parts = __webpack_require__(26532);
// EXTERNAL MODULE: ./src/markdown/resource-list.ts
var resource_list = __webpack_require__(46130);
;// CONCATENATED MODULE: ./src/commands/apply/pending-section.ts
/** Leaves whose next plan may change because of an apply, in words: for the comment and the log. Pure. */




/** Outputs that a line names. */
const MOST_OUTPUTS = 5;
/** A list; empty if there are none. */
function pendingMarkdown({ pending = [] }, names) {
    if (pending.length === 0)
        return '';
    const lines = pending.map(({ leaf, reads, outputs }) => {
        const named = outputs.map((name) => (0,escaping/* code */.aY)(name, 60));
        return `- ${(0,escaping/* code */.aY)(leaf, 240)} reads ${(0,phrases/* firstFew */.Dt)(named, MOST_OUTPUTS)} of ${(0,escaping/* code */.aY)((0,leaf_names/* nameInWords */.I8)(names.of(reads)), 80)}`;
    });
    return (0,fit/* shortTable */.zE)(`🟡 **Pending**: ${head(pending)}\n`, lines, { most: 50, least: 1_000 });
}
/** The same for a log. */
function pendingText({ pending = [] }) {
    if (pending.length === 0)
        return [];
    return [
        `Pending: ${head(pending)}`,
        ...pending.map(({ leaf, reads, outputs }) => (0,escaping/* oneLine */.TN)(`  ${leaf} reads ${(0,phrases/* firstFew */.Dt)(outputs, MOST_OUTPUTS)} of ${reads}`)),
    ];
}
function head(pending) {
    const leaves = new Set(pending.map(({ leaf }) => leaf)).size;
    return `${(0,phrases/* count */.U9)(leaves, 'leaf reads', 'leaves read')} what this apply has changed, and ${leaves === 1 ? 'is' : 'are'} no part of it. Plan and apply ${leaves === 1 ? 'it' : 'them'} next.`;
}

;// CONCATENATED MODULE: ./src/commands/apply/unapplied-section.ts
/** Merged pull requests that were never applied, in words: for the comment, the log and the annotation. Pure. */





/** How many are named: the pull requests themselves have the rest. */
const MOST_MERGES = 20;
const MOST_LEAVES = 10;
const HEAD = 'Merged earlier but never applied, because the run of the push never started or ended without a report:';
const AGAIN = 'Start the run of that push again: the commit links to it.';
const unapplied_section_BY_HAND = 'If there is none, run this workflow by hand (workflow_dispatch) on the default branch with "catch-up: true" and no leaves, or with the leaves themselves, to see their plans and accept them:';
const BY_HAND_IN_WAVES = 'If there is none, run this workflow by hand (workflow_dispatch) on the default branch with the leaves, to see their plans and accept them:';
const ALWAYS = 'With "catch-up: true" in the workflow, each apply first applies what is left of earlier ones.';
/** A block of the comment; none if nothing was left out. */
function unappliedMarkdown(report) {
    const { unapplied } = report;
    if (unapplied.length === 0)
        return [];
    const items = unapplied.slice(0, MOST_MERGES).map((each) => {
        const { number, mergedAt, commit, leaves, why } = each;
        const named = leaves.slice(0, MOST_LEAVES).map((leaf) => (0,escaping/* code */.aY)(leaf, 240));
        const words = [...named, ...more(leaves.length - MOST_LEAVES)].join(', ');
        const reason = why === undefined ? '' : ` (${(0,escaping/* prose */.CS)(why, 300)})`;
        return `- ${(0,links/* pullRequestLink */.Zl)(report, number)}, merged ${(0,escaping/* prose */.CS)(mergedAt, 40)} as ${(0,links/* commitRuns */.EY)(report, commit)}${words === '' ? '' : `: ${words}`}${reason}`;
    });
    const list = [...items, ...more(unapplied.length - MOST_MERGES).map((words) => `- ${words}`)].join('\n');
    const inputs = pasted(unapplied);
    return [
        `⚠️ **${HEAD}**\n\n${list}`,
        again(report),
        ...(inputs.length === 0 ? [] : [(0,escaping/* fence */.EU)(inputs.map(escaping/* oneLine */.TN).join('\n'), 'text')]),
        ...always(report),
    ];
}
/** The same for a log and an annotation, without markdown. */
function unappliedText(report) {
    const { unapplied } = report;
    if (unapplied.length === 0)
        return [];
    const items = unapplied.slice(0, MOST_MERGES).map(({ number, mergedAt, commit, leaves, why }) => {
        const words = [...leaves.slice(0, MOST_LEAVES), ...more(leaves.length - MOST_LEAVES)].join(', ');
        return `  #${number}, merged ${mergedAt} as ${(0,names/* shortCommit */.A)(commit)}${words === '' ? '' : `: ${words}`}${why === undefined ? '' : ` (${why})`}`;
    });
    const others = more(unapplied.length - MOST_MERGES).map((words) => `  ${words}`);
    return [
        HEAD,
        ...[...items, ...others].map(escaping/* oneLine */.TN),
        again(report),
        ...pasted(unapplied).map(escaping/* oneLine */.TN),
        ...always(report),
    ];
}
/** Catching up takes a single job. */
function again({ wave }) {
    return `${AGAIN} ${wave === undefined ? unapplied_section_BY_HAND : BY_HAND_IN_WAVES}`;
}
function always({ wave }) {
    return wave === undefined ? [ALWAYS] : [];
}
function pasted(unapplied) {
    return unapplied
        .slice(0, MOST_MERGES)
        .flatMap(({ leaves }) => (0,leaf_input/* leavesTexts */.B)(leaves.slice(0, MOST_LEAVES)))
        .map((text) => `leaves: ${text}`);
}
function more(left) {
    return left > 0 ? [`${(0,phrases/* count */.U9)(left)} more`] : [];
}

;// CONCATENATED MODULE: ./src/commands/apply/waves-section.ts
/** Waves that have not run, in words, with what goes on: for the comment and the log. Pure. */





/** Blocks of the comment; none if no wave is left. */
function wavesMarkdown(report) {
    const pending = pendingWaves(report);
    if (pending.length === 0)
        return [];
    const named = pending.map(({ name, environment, leaves }) => `${(0,escaping/* code */.aY)(name, 60)} (${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}${environment === undefined ? '' : `, environment ${(0,escaping/* code */.aY)(environment, 100)}`})`);
    const lines = goOn(report, pending);
    return [
        `⏳ **Pending**: the ${pending.length === 1 ? 'wave' : 'waves'} ${named.join(', ')}. ${(0,escaping/* prose */.CS)(why(report), 1_000)}`,
        (0,escaping/* fence */.EU)(lines.map(escaping/* oneLine */.TN).join('\n'), 'text'),
    ];
}
/** The same for a log. */
function wavesText(report) {
    const pending = pendingWaves(report);
    if (pending.length === 0)
        return [];
    const named = pending.map(({ name, leaves }) => `${name} (${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')})`);
    return [
        (0,escaping/* oneLine */.TN)(`Pending: the ${pending.length === 1 ? 'wave' : 'waves'} ${named.join(', ')}. ${why(report)}`),
        ...goOn(report, pending).map((line) => `  ${(0,escaping/* oneLine */.TN)(line)}`),
    ];
}
function pendingWaves({ leaves }) {
    const waves = new Map();
    for (const { leaf, outcome } of leaves) {
        if (outcome.status !== 'pending')
            continue;
        const { wave: name, environment } = outcome;
        const known = waves.get(name);
        if (known === undefined)
            waves.set(name, { name, environment, leaves: [leaf] });
        else
            known.leaves.push(leaf);
    }
    return [...waves.values()];
}
function why(report) {
    const { cancelled, problems, leaves, wave } = report;
    const how = wave?.byHand === true
        ? 'run this workflow by hand on the default branch with:'
        : 'let this run go on with "Re-run failed jobs", or:';
    const isStopped = cancelled || (0,base_problems/* hasErrors */.Cs)(problems) || leaves.some(isOpen);
    return isStopped
        ? `Wave ${wave?.name ?? ''} is not all well, so no later one starts. When the cause is fixed, and what needs a person is accepted, ${how}`
        : `Each starts when the one before is all well and, if its environment has reviewers, when they approve. If a job was rejected, cancelled or lost, ${how}`;
}
/** A run of a merge goes on itself: its leaves are still judged by their review. */
function goOn({ run, repository, wave }, pending) {
    const leaves = pending.flatMap((each) => each.leaves);
    if (wave?.byHand === true || run === undefined) {
        return (0,leaf_input/* leavesTexts */.B)(leaves).map((text) => `leaves: ${text}`);
    }
    return [`gh run rerun ${run.id} --failed --repo ${repository}`];
}

;// CONCATENATED MODULE: ./src/commands/apply/comment.ts
/** The report of an apply as markdown: what was done, what was not, and what to do next. */




















/**
 * The parts of a comment. It is separate from the plan's comment, because a job that runs again needs that one's record
 * and time.
 *
 * @param pullRequestHead the head commit of the pull request that gets the report
 */
function renderApplyComment(report, pullRequestHead, options = {}) {
    const { title, run, source } = report;
    const [id, attempt] = [run?.id ?? 0, run?.attempt ?? 0];
    const about = { kind: 'apply', title, head: pullRequestHead, run: id, attempt, source };
    return (0,report_parts/* commentParts */.w)(reportBlocks(report, 'job summary'), about, options);
}
/** The job summary. What does not fit is in the log. */
function renderApplySummary(report, bytes) {
    return (0,report_parts/* summaryText */.g)(reportBlocks(report, 'log'), bytes);
}
function reportBlocks(report, fullReport) {
    const alarm = report.leaves.some(({ outcome }) => needsAttention(outcome)) || report.problems.length > 0;
    const leaves = [...report.leaves].sort((a, b) => urgency(b.outcome) - urgency(a.outcome));
    const names = (0,leaf_names/* leafNames */.PU)([...leaves.map(({ leaf }) => leaf), ...earlierOnly(report)]);
    const groups = groupsOf(leaves, report, names);
    return {
        name: nameOf(report),
        alarm: alarm ? '⛔ ' : '',
        verdict: applyVerdict(report),
        blocks: [
            ...unappliedMarkdown(report),
            ...report.notices.map((notice) => `> ${(0,escaping/* prose */.CS)(notice, 1_000)}`),
            ...report.problems.map((each) => (0,escaping/* fence */.EU)((0,bytes/* startOf */.GH)((0,base_problems/* formatProblem */.Vw)(each), 3_000), 'text')),
            (0,shown_names/* patternsOf */.D4)(names),
            {
                kind: 'table',
                head: '| Result | Leaf | |\n| --- | --- | --- |',
                rows: groups.map((group) => groupRow(group, report, names)),
            },
            earlierOnlyList(report, names),
            pendingMarkdown(report, names),
            ...wavesMarkdown(report),
            ...groups
                .filter(({ first }) => first.outcome.status !== 'pending')
                .map((group) => groupFold(group, report, names, fullReport)),
            ...sharedInputs(report).map(({ words, inputs }) => `${words}\n\n${comment_pasted(inputs)}`),
            footer(report),
        ],
    };
}
/** What failed may have done half of its changes. */
function urgency(outcome) {
    return outcome.status === 'failed' ? 2 : Number(needsAttention(outcome));
}
function nameOf({ title, comparing }) {
    const name = title === '' ? 'Kompos' : `Kompos ${(0,escaping/* code */.aY)(title, 100)}`;
    return comparing ? `${name} merge check` : `${name} apply`;
}
function groupRow({ first, others }, report, names) {
    const { icon, word } = statusIn(report, first);
    const summary = summaryIn(report, first);
    const words = (0,escaping/* prose */.CS)(withShortNames(summary, report, names), 300);
    const hasCount = 'summary' in first.outcome || openPlanOf(first.outcome) !== undefined;
    const isCount = others.length > 0 && summary !== '' && hasCount;
    const group = (0,shown_names/* shownGroup */.bh)([first, ...others].map(({ leaf }) => names.of(leaf)));
    return (0,escaping/* row */.nM)([`${icon} ${word}`, group, `${words}${isCount ? ' each' : ''}`]);
}
/** What only earlier attempts speak of. */
function earlierOnlyList(report, names) {
    const lines = earlierOnly(report).map((leaf) => `- ${(0,shown_names/* shownName */.HD)(names.of(leaf))}: ${(0,escaping/* prose */.CS)(earlierLines(report, leaf).join('; '), 500)}`);
    return (0,fit/* shortTable */.zE)('In earlier attempts of this run:\n', lines, { most: 50, least: 1_500 });
}
/** No path in the words: a cell of a table does not break inside of one. */
function withShortNames(words, report, names) {
    const paths = report.leaves.flatMap(({ leaf, outcome }) => [
        leaf,
        ...(outcome.status === 'moved' && outcome.to !== undefined ? [outcome.to] : []),
    ]);
    const known = paths.filter((leaf) => words.includes(leaf));
    const [longest] = known.toSorted((a, b) => b.length - a.length);
    if (longest === undefined)
        return words;
    const name = `\`${(0,leaf_names/* nameInWords */.I8)(names.of(longest))}\``;
    return words.replaceAll(`\`${longest}\``, name).replaceAll(longest, name);
}
function groupFold({ first, others }, report, names, fullReport) {
    const { icon } = statusIn(report, first);
    const open = needsAttention(first.outcome) || first.outcome.status === 'planned';
    const blocks = leafBlocks(first, report, fullReport);
    if (others.length === 0)
        return { kind: 'fold', open, summary: `${icon} ${(0,escaping/* htmlCode */.h8)(first.leaf, 240)}`, blocks };
    const leaves = [first, ...others];
    const places = (0,shown_names/* placesOf */.ek)(leaves.map(({ leaf }) => leaf), names, fullReport);
    const sameness = `The same in ${(0,phrases/* count */.U9)(others.length)} more, apart from the names of their folders.`;
    return {
        kind: 'fold',
        open,
        summary: `${icon} ${(0,escaping/* htmlCode */.h8)(names.of(first.leaf).name, 80)}${counts/* AND */.S}${(0,phrases/* count */.U9)(leaves.length, 'leaf', 'leaves')}`,
        blocks: [
            places,
            ...(blocks.every((block) => block === '') ? [] : [`${(0,escaping/* code */.aY)(first.leaf, 240)}:`, ...blocks, sameness]),
            {
                kind: 'details',
                items: others.map((leaf) => otherFold(leaf, first, report, names, fullReport)),
                more: (left) => `The details of ${(0,phrases/* count */.U9)(left)} more do not fit here: the ${fullReport} has them.`,
            },
        ],
    };
}
/** What another leaf of a group has of its own: what to paste, and its plan where that reads differently. */
function otherFold(leaf, first, report, names, fullReport) {
    const textOf = (each) => (0,own_names/* withoutOwnNames */.xr)(openPlanOf(each.outcome)?.text ?? '', each.leaf);
    const inputs = comment_pasted(inputsFor(leaf, report));
    const plan = textOf(leaf) === textOf(first) ? [] : planOf(leaf, fullReport);
    if (inputs === '' && plan.length === 0)
        return '';
    const summary = (0,escaping/* htmlCode */.h8)((0,shown_names/* placeInWords */.cF)(names.of(leaf.leaf)), 160);
    return { kind: 'fold', open: false, summary, blocks: [`${(0,escaping/* code */.aY)(leaf.leaf, 240)}:`, inputs, ...plan] };
}
function leafBlocks(leaf, report, fullReport) {
    return [
        ...cause(leaf, fullReport),
        ...leaf.problems.slice(0, 10).map((each) => (0,escaping/* fence */.EU)((0,bytes/* startOf */.GH)((0,base_problems/* formatProblem */.Vw)(each), 2_000), 'text')),
        earlierLines(report, leaf.leaf)
            .map((line) => `- ${(0,escaping/* prose */.CS)(line, 300)}`)
            .join('\n'),
        nextStep(leaf, report),
        comment_pasted(inputsFor(leaf, report)),
        ...planOf(leaf, fullReport),
    ];
}
/** Why a leaf was not applied, and what is left behind. */
function cause({ outcome }, fullReport) {
    switch (outcome.status) {
        case 'refused':
            return [(0,escaping/* prose */.CS)(outcome.why, 1_500), differenceList(outcome.differences)];
        case 'awaiting':
            if (outcome.isUnseen === true)
                return [(0,escaping/* prose */.CS)(outcome.why, 1_500)];
            return [
                'The plan was as reviewed when this run began, but what the run applied before it has changed it, so a person has to review it.',
                differenceList(outcome.differences),
            ];
        case 'failed':
            return [
                { kind: 'text', language: 'text', text: (0,escaping/* visible */.RK)(outcome.output), fullReport },
                ...(outcome.stage === 'apply' ? whatIsLeft(outcome) : []),
            ];
        case 'orphaned': {
            const why = (0,escaping/* prose */.CS)(outcome.why, 500);
            if (outcome.resources === undefined)
                return [`${why} What it created stays, and is no longer managed.`];
            return [
                `${why} These resources stay, but are no longer managed:`,
                (0,fit/* fencedLines */.RY)(outcome.resources.map(escaping/* oneLine */.TN), 'text', `more in the ${fullReport}`),
            ];
        }
        case 'applied':
            return [
                ...named('These actions failed, which `on_failure` allows:', (outcome.failed ?? []).map(({ address }) => address), fullReport),
                ...named('These objects were forgotten, not destroyed: they stay, but are no longer managed:', leftBehind(outcome), fullReport),
            ];
        case 'as-reviewed':
        case 'planned':
        case 'nothing':
        case 'not-tried':
        case 'superseded':
        case 'paused':
        case 'moved':
        case 'waits':
        case 'pending':
            return [];
    }
}
function named(words, names, fullReport) {
    return names.length === 0 ? [] : [words, (0,fit/* fencedLines */.RY)(names.map(escaping/* oneLine */.TN), 'text', `more in the ${fullReport}`)];
}
function comment_pasted(inputs) {
    return inputs.length === 0 ? '' : (0,escaping/* fence */.EU)(inputs.map(escaping/* oneLine */.TN).join('\n'), 'text');
}
/** The plan that was not applied. */
function planOf({ outcome }, fullReport) {
    if (!('plan' in outcome) || outcome.plan === undefined)
        return [];
    const { summary, text } = outcome.plan;
    return [
        ...(0,resource_list/* dangerLines */.b9)(summary),
        {
            kind: 'details',
            items: [
                { kind: 'text', language: 'diff', text: (0,plan_diff/* planDiff */.R)((0,escaping/* visible */.RK)(text)), fullReport, outline: (0,resource_list/* resourceLines */.uW)(summary) },
            ],
            more: () => `Its plan does not fit here: the ${fullReport} has it.`,
        },
    ];
}
/** Only for the reader: the fingerprint has already decided. */
function differenceList(differences) {
    const action = (actions) => actions === undefined ? `*${actionInWords(actions)}*` : (0,escaping/* code */.aY)(actionInWords(actions), 40);
    const lines = differences.map(({ address, before, after, attributes }) => {
        const names = (0,phrases/* firstFew */.Dt)(attributes.map((name) => (0,escaping/* code */.aY)(name, 80)), 12);
        return `- ${(0,escaping/* code */.aY)(address, 300)}: ${action(before)} → ${action(after)}${names === '' ? '' : ` (${names})`}`;
    });
    return (0,fit/* shortTable */.zE)('What differs, reviewed → now:', lines, { most: 30, least: 1_500 });
}
function whatIsLeft(outcome) {
    const lines = stateLeft(outcome).map(escaping/* oneLine */.TN);
    if (lines.length === 0)
        return ['Nothing was done before it failed: the state is unchanged.'];
    const unfinished = outcome.failed.length > 0 ? ', and may hold changes that were not finished' : '';
    return [
        `The state holds what was done before the failure${unfinished}:`,
        (0,fit/* fencedLines */.RY)(lines, 'text', 'more in the log', { most: 200, least: 1_500 }),
    ];
}
function footer(report) {
    const { head, base, terraformVersion, runUrl } = report;
    const commits = base === undefined ? (0,escaping/* code */.aY)((0,names/* shortCommit */.A)(head)) : (0,escaping/* code */.aY)(`${(0,names/* shortCommit */.A)(base)}…${(0,names/* shortCommit */.A)(head)}`);
    const parts = [
        commits,
        terraformVersion === undefined ? '' : `${(0,programs/* programOf */.oQ)(report)} ${(0,escaping/* prose */.CS)(terraformVersion, 40)}`,
        runUrl === undefined ? '' : (0,links/* runLink */.ut)({ runUrl }, 'run'),
        (0,phrases/* maskedValues */.ql)(report),
    ];
    return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
}

// EXTERNAL MODULE: ./src/execution/report-names.ts
var report_names = __webpack_require__(46607);
;// CONCATENATED MODULE: ./src/commands/apply/report.ts
/** What an apply did, and what it refused, as plain data. */

const APPLIED_NAMES = { address: 'address', action: 'name' };
/** What in a report is never masked. */
const APPLY_NAMES = {
    ...report_names/* RUN_NAMES */.tE,
    head: 'name',
    base: 'name',
    program: 'name',
    wave: 'name',
    leaves: {
        leaf: 'name',
        outcome: {
            status: 'name',
            stage: 'name',
            to: 'name',
            for: 'name',
            waitsFor: 'name',
            wave: 'name',
            environment: 'name',
            summary: report_names/* SUMMARY_NAMES */.qY,
            plan: { summary: report_names/* SUMMARY_NAMES */.qY, fingerprint: 'name' },
            done: APPLIED_NAMES,
            failed: APPLIED_NAMES,
            differences: { address: 'address', before: 'name', after: 'name' },
            resources: 'address',
        },
        problems: report_names/* PROBLEM_NAMES */.zq,
    },
    problems: report_names/* PROBLEM_NAMES */.zq,
    pending: { leaf: 'name', reads: 'name', outputs: 'address' },
    unapplied: { mergedAt: 'name', commit: 'name', leaves: 'name' },
};

// EXTERNAL MODULE: ./src/masking/mask-data.ts
var mask_data = __webpack_require__(74399);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/commands/apply/history.ts
/**
 * What earlier attempts of a run did: it is stored at the end of the report's comment, because the report of the next
 * attempt replaces it, and finds "nothing to do" where the first one applied something.
 */




/** Bytes of a comment's part: the report needs the rest. */
const MOST_BYTES = 15_000;
/** Far more than that unpacks to. */
const MOST_UNPACKED = 4 * 1024 * 1024;
const HISTORY = /\n<!-- kompos:applied ([A-Za-z0-9+/=]+) -->\s*$/u;
/** The hidden text at the end of the comment's first part: what this attempt and those before it did. */
function historyTrailers(report) {
    const { run, earlier = [], leaves } = report;
    const own = leaves.flatMap((leaf) => outcomeToKeep(leaf, leaf.attempt ?? run?.attempt ?? 1));
    // What was applied must not get lost; of the rest, the latest says most.
    const all = [...own, ...earlier.toReversed()].toSorted((a, b) => rank(a) - rank(b));
    for (let most = all.length; most > 0; most = Math.floor(most / 2)) {
        const packed = (0,external_node_zlib_.deflateRawSync)(JSON.stringify(all.slice(0, most))).toString('base64');
        if (packed.length <= MOST_BYTES)
            return [`<!-- kompos:applied ${packed} -->`];
    }
    return [];
}
/** Reads it from a comment's body, trusting nothing: it is only shown. */
function readHistory(body) {
    const packed = HISTORY.exec(body)?.[1];
    if (packed === undefined)
        return [];
    try {
        const options = { maxOutputLength: MOST_UNPACKED };
        const read = JSON.parse((0,external_node_zlib_.inflateRawSync)(Buffer.from(packed, 'base64'), options).toString('utf8'));
        return (0,json/* list */.p_)(read).flatMap((each) => outcomeIn(each) ?? []);
    }
    catch {
        return [];
    }
}
function outcomeIn(value) {
    const [leaf, words, attempt] = [(0,json/* textOf */.b6)(value, 'leaf'), (0,json/* textOf */.b6)(value, 'words'), (0,json/* field */.ZZ)(value, 'attempt')];
    const status = KEPT.find((each) => each === (0,json/* field */.ZZ)(value, 'status'));
    if (leaf === undefined || words === undefined || status === undefined)
        return undefined;
    return typeof attempt === 'number' ? { attempt, leaf, status, words } : undefined;
}
/** The outcomes worth keeping: others changed nothing, and the next attempt shows them again. */
const KEPT = ['applied', 'failed', 'refused', 'awaiting', 'not-tried'];
function outcomeToKeep(leaf, attempt) {
    const { outcome } = leaf;
    const status = KEPT.find((each) => each === outcome.status);
    if (status === undefined)
        return [];
    const done = outcome.status === 'failed' ? outcome.done.length : 0;
    const partly = done === 0 ? '' : `, ${(0,phrases/* count */.U9)(done, 'change', 'changes')} done`;
    return [{ attempt, leaf: leaf.leaf, status, words: `${summaryOf(leaf)}${partly}` }];
}
function rank({ status }) {
    return status === 'applied' ? 0 : status === 'failed' ? 1 : 2;
}

;// CONCATENATED MODULE: ./src/commands/apply/terminal.ts
/** The report of an apply for a log: no markdown, everything in full. */






/** The verdict, then each leaf with its outcome and the next step. */
function renderApplyText(report) {
    const name = report.title === '' ? 'Kompos apply' : `Kompos apply ${(0,escaping/* oneLine */.TN)(report.title)}`;
    const lines = [`${name}: ${applyVerdict(report)}`, ...[...unappliedText(report), ...report.notices].map(escaping/* visible */.RK)];
    for (const each of report.problems)
        lines.push((0,escaping/* visible */.RK)(`Error: ${(0,base_problems/* formatProblem */.Vw)(each)}`));
    lines.push(...report.leaves.flatMap((leaf) => linesOf(leaf, report)));
    lines.push(...pendingText(report), ...wavesText(report));
    for (const leaf of earlierOnly(report))
        lines.push(`  ${(0,escaping/* oneLine */.TN)(leaf)}  ${earlierLines(report, leaf).map(escaping/* oneLine */.TN).join('; ')}`);
    for (const { words, inputs } of sharedInputs(report))
        lines.push(words, ...inputs.map((each) => `  ${(0,escaping/* oneLine */.TN)(each)}`));
    return `${lines.join('\n')}\n`;
}
function linesOf(leaf, report) {
    const short = summaryIn(report, leaf);
    const problems = leaf.problems.map((each) => (0,escaping/* visible */.RK)(`    ${(0,base_problems/* formatProblem */.Vw)(each)}`));
    return [
        `  ${statusIn(report, leaf).word}  ${(0,escaping/* oneLine */.TN)(leaf.leaf)}${short === '' ? '' : `  ${(0,escaping/* oneLine */.TN)(short)}`}`,
        ...earlierLines(report, leaf.leaf).map((line) => `    ${(0,escaping/* oneLine */.TN)(line)}`),
        ...detail(leaf),
        ...problems,
        ...(nextStep(leaf, report) === '' ? [] : [`    ${nextStep(leaf, report)}`]),
        ...inputsFor(leaf, report).map((line) => `      ${(0,escaping/* oneLine */.TN)(line)}`),
    ];
}
function detail({ outcome }) {
    switch (outcome.status) {
        case 'refused':
        case 'awaiting':
            return [
                outcome.why,
                ...outcome.differences.map(({ address, before, after, attributes }) => {
                    const names = attributes.length > 0 ? `: ${attributes.join(', ')}` : '';
                    return `${address} (${actionInWords(before)} → ${actionInWords(after)})${names}`;
                }),
            ].map((line) => `    ${(0,escaping/* oneLine */.TN)(line)}`);
        case 'failed':
            return [
                ...(outcome.output === '' ? [] : [(0,escaping/* visible */.RK)(outcome.output)]),
                ...stateLeft(outcome).map((line) => `    ${(0,escaping/* oneLine */.TN)(line)}`),
            ];
        case 'applied':
            return [
                ...(outcome.failed ?? []).map(({ address }) => `    failed, which on_failure allows: ${(0,escaping/* oneLine */.TN)(address)}`),
                ...leftBehind(outcome).map((address) => `    forgotten, not destroyed: ${(0,escaping/* oneLine */.TN)(address)}`),
            ];
        case 'orphaned':
            return (outcome.resources ?? []).map((address) => `    ${(0,escaping/* oneLine */.TN)(address)}`);
        default:
            return [];
    }
}

// EXTERNAL MODULE: ./src/base/shape.ts
var shape = __webpack_require__(48732);
// EXTERNAL MODULE: ./src/execution/report-shapes.ts
var report_shapes = __webpack_require__(89757);
;// CONCATENATED MODULE: ./src/commands/apply/wave-results.ts
/** What one wave hands over to the next, as plain data: how its leaves ended, for the gate and for the one report. */



/** Without the leaves of later waves. */
function waveResults(report) {
    const { terraformVersion, program, cancelled, notices, problems, unapplied, pending, earlier, masked } = report;
    return {
        attempt: report.run?.attempt ?? 1,
        leaves: report.leaves.filter(({ outcome }) => outcome.status !== 'pending'),
        ...{ terraformVersion, program, cancelled, notices, problems, unapplied, pending, earlier, masked },
    };
}
/** One report of all waves so far: what the earlier ones said, and what this one says now. */
function joinWaves(earlier, own) {
    if (earlier.length === 0)
        return own;
    const all = [...earlier, own];
    const attempts = new Map(earlier.flatMap(({ leaves, attempt }) => leaves.map(({ leaf }) => [leaf, attempt])));
    // What an attempt says itself is not history.
    const before = all
        .flatMap((each) => each.earlier ?? [])
        .filter(({ leaf, attempt }) => attempt < (attempts.get(leaf) ?? Infinity));
    const pending = all.flatMap((each) => each.pending ?? []);
    const masked = Math.max(...all.map((each) => each.masked ?? 0));
    return {
        ...own,
        terraformVersion: own.terraformVersion ?? all.find((each) => each.terraformVersion !== undefined)?.terraformVersion,
        program: own.program ?? all.find((each) => each.program !== undefined)?.program,
        notices: [...new Set(all.flatMap(({ notices }) => notices))],
        leaves: [...earlier.flatMap(({ leaves, attempt }) => leaves.map((leaf) => ({ ...leaf, attempt }))), ...own.leaves],
        problems: distinct(all.flatMap(({ problems }) => problems), base_problems/* formatProblem */.Vw),
        unapplied: distinct(all.flatMap(({ unapplied }) => unapplied), ({ number }) => String(number)),
        pending: pending.length === 0 ? undefined : pending,
        earlier: distinct(before, (each) => JSON.stringify(each)),
        ...(masked === 0 ? {} : { masked }),
    };
}
function distinct(items, keyOf) {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
const wave_results_text = (0,shape/* optional */.lq)(shape/* isText */.KH);
const isTrue = (value) => value === true;
const wave_results_isApplied = (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ address: shape/* isText */.KH, action: shape/* isText */.KH }));
const isPlan = (0,shape/* objectOf */.Xy)({ summary: report_shapes/* isSummary */.RT, text: shape/* isText */.KH, fingerprint: wave_results_text });
const refused = {
    why: shape/* isText */.KH,
    differences: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ address: shape/* isText */.KH, before: wave_results_text, after: wave_results_text, attributes: (0,shape/* listOf */.c3)(shape/* isText */.KH) })),
    plan: (0,shape/* optional */.lq)(isPlan),
    isUnseen: (0,shape/* optional */.lq)(isTrue),
};
const isOutcome = (0,shape/* variantsOf */.IM)('status', {
    applied: (0,shape/* objectOf */.Xy)({
        status: (0,shape/* isOneOf */.EK)({ applied: true }),
        summary: report_shapes/* isSummary */.RT,
        done: wave_results_isApplied,
        failed: (0,shape/* optional */.lq)(wave_results_isApplied),
        hookFailures: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(shape/* isText */.KH)),
    }),
    planned: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ planned: true }), plan: isPlan }),
    nothing: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ nothing: true }) }),
    'as-reviewed': (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ 'as-reviewed': true }), summary: report_shapes/* isSummary */.RT }),
    refused: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ refused: true }), ...refused }),
    awaiting: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ awaiting: true }), ...refused }),
    waits: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ waits: true }), for: (0,shape/* listOf */.c3)(shape/* isText */.KH) }),
    failed: (0,shape/* objectOf */.Xy)({
        status: (0,shape/* isOneOf */.EK)({ failed: true }),
        stage: (0,shape/* isOneOf */.EK)({ render: true, init: true, plan: true, show: true, apply: true }),
        output: shape/* isText */.KH,
        done: wave_results_isApplied,
        failed: wave_results_isApplied,
    }),
    'not-tried': (0,shape/* objectOf */.Xy)({
        status: (0,shape/* isOneOf */.EK)({ 'not-tried': true }),
        why: shape/* isText */.KH,
        waitsFor: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(shape/* isText */.KH)),
    }),
    superseded: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ superseded: true }), why: shape/* isText */.KH }),
    paused: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ paused: true }), why: shape/* isText */.KH }),
    moved: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ moved: true }), to: wave_results_text }),
    orphaned: (0,shape/* objectOf */.Xy)({
        status: (0,shape/* isOneOf */.EK)({ orphaned: true }),
        why: shape/* isText */.KH,
        resources: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)(shape/* isText */.KH)),
    }),
    pending: (0,shape/* objectOf */.Xy)({ status: (0,shape/* isOneOf */.EK)({ pending: true }), wave: shape/* isText */.KH, environment: wave_results_text }),
});
/** Whether data is what a wave of this version hands over. */
const isWaveResults = (0,shape/* objectOf */.Xy)({
    attempt: shape/* isCount */.my,
    terraformVersion: wave_results_text,
    program: (0,shape/* optional */.lq)(report_shapes/* isProgramName */.Kc),
    cancelled: shape/* isFlag */.RV,
    notices: (0,shape/* listOf */.c3)(shape/* isText */.KH),
    leaves: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({
        leaf: shape/* isText */.KH,
        outcome: isOutcome,
        pullRequest: (0,shape/* optional */.lq)(shape/* isCount */.my),
        problems: (0,shape/* listOf */.c3)(report_shapes/* isProblem */.AN),
        attempt: (0,shape/* optional */.lq)(shape/* isCount */.my),
    })),
    problems: (0,shape/* listOf */.c3)(report_shapes/* isProblem */.AN),
    unapplied: (0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ number: shape/* isCount */.my, mergedAt: shape/* isText */.KH, commit: shape/* isText */.KH, leaves: (0,shape/* listOf */.c3)(shape/* isText */.KH), why: wave_results_text })),
    pending: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({ leaf: shape/* isText */.KH, reads: shape/* isText */.KH, outputs: (0,shape/* listOf */.c3)(shape/* isText */.KH) }))),
    earlier: (0,shape/* optional */.lq)((0,shape/* listOf */.c3)((0,shape/* objectOf */.Xy)({
        attempt: shape/* isCount */.my,
        leaf: shape/* isText */.KH,
        status: (0,shape/* isOneOf */.EK)({
            applied: true,
            failed: true,
            refused: true,
            awaiting: true,
            'not-tried': true,
        }),
        words: shape/* isText */.KH,
    }))),
    masked: (0,shape/* optional */.lq)(shape/* isCount */.my),
});

;// CONCATENATED MODULE: ./src/commands/apply/list-waves.ts
/** `wave: list`: which waves a workflow has to start. Nothing is planned. */




/**
 * The waves that have leaves to apply, for a workflow with a job for each; one without leaves if nothing is changed.
 *
 * @throws ProblemError if they contradict the order of the leaves: then nothing may be applied
 */
async function listWaves(request, context) {
    return (0,execution_checkout/* withCheckout */.j)(request, context.environment, context.configurationEnvironment, async (checkout) => {
        const comparison = await compareForApply(request, checkout, context.log);
        const { selected, changeGraph } = await chooseLeaves(comparison, request.leaves);
        const { all, changed, problems } = wavesOf(comparison, selected, changeGraph, request.destroyRemoved);
        (0,base_problems/* throwOnErrors */.pe)([...changeGraph.problems, ...problems]);
        return changed.length > 0 ? changed : all.slice(-1).map(({ name }) => ({ name, environment: undefined }));
    });
}

// EXTERNAL MODULE: ./src/markdown/annotations.ts
var annotations = __webpack_require__(10947);
// EXTERNAL MODULE: ./src/markdown/github-limits.ts
var github_limits = __webpack_require__(34835);
// EXTERNAL MODULE: ./src/action/job.ts + 2 modules
var action_job = __webpack_require__(51097);
// EXTERNAL MODULE: ./src/action/publish.ts
var publish = __webpack_require__(74001);
// EXTERNAL MODULE: ./src/action/runner.ts
var runner = __webpack_require__(75242);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/decode_jwt.js
var decode_jwt = __webpack_require__(77961);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./src/oidc/http.ts
var http = __webpack_require__(88013);
// EXTERNAL MODULE: ./src/oidc/mint.ts
var mint = __webpack_require__(765);
// EXTERNAL MODULE: ./src/shards/folder.ts
var shards_folder = __webpack_require__(5573);
// EXTERNAL MODULE: ./src/shards/join.ts
var join = __webpack_require__(15473);
// EXTERNAL MODULE: ./src/shards/proofs.ts
var shards_proofs = __webpack_require__(29134);
// EXTERNAL MODULE: ./src/action/shard-run.ts
var shard_run = __webpack_require__(4946);
// EXTERNAL MODULE: ./src/action/shard.ts
var action_shard = __webpack_require__(31258);
;// CONCATENATED MODULE: ./src/action/waves.ts
/** The jobs of an apply in waves: what each hands over to the next, and whether it is in its environment. */















/** The waves of a run hand over folders of results like the shards of a plan, believed by the same rules. */
function openWaveJob(job) {
    const { inputs, facts, log } = job;
    const folder = (0,external_node_path_.resolve)(inputs.results ?? (0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'kompos-waves'));
    let run;
    let earlier = [];
    return {
        async start(begun) {
            run = begun;
            const own = begun.waves.find(({ number }) => number === begun.number);
            if (own?.environment !== undefined)
                await checkEnvironment(job, own.name, own.environment);
            const before = begun.waves.filter(({ number }) => number < begun.number);
            if (before.length === 0)
                return new Map();
            const results = await readEarlier(job, begun, folder);
            earlier = before.flatMap(({ number }) => results.get(number) ?? []);
            return results;
        },
        earlier: () => earlier,
        async handOver(report) {
            // A wave without leaves has nobody that waits for it.
            if (!run?.waves.some(({ number }) => number === run?.number))
                return;
            const { number: shard } = run;
            const attempt = facts.run?.attempt ?? 0;
            const path = (0,external_node_path_.join)(folder, `wave-${shard}-${attempt}`);
            await (0,shards_folder/* writeFolder */.CI)(path, { ...sharedOf(job, run), shard, attempt }, waveResults(report), (manifest) => (0,action_shard/* signed */.x)(job, manifest, 'the next wave will not start'));
            log.info(`The results are in ${path}, for the jobs of later waves.`);
            (0,runner/* setOutput */.uH)('wave-results', path);
        },
    };
}
/** The number of a wave stands for that of a shard, and what they agree on for the split. */
function sharedOf(job, { of, waves, head, base }) {
    return (0,shard_run/* sharedRun */.Xd)(job, { head, checkedOut: head, base }, { of, split: wavesDigest(waves) }, process.env);
}
/** @returns the results of waves that have handed over any, by the number of the wave */
async function readEarlier(job, run, folder) {
    const { inputs, facts, log } = job;
    const folders = (0,external_node_fs_.existsSync)(folder) ? (0,shards_folder/* readFolders */.iz)([folder]) : [];
    log.info(`Results of waves in ${folder}: ${folders.map(({ name }) => name).join(', ') || 'none'}.`);
    const proofs = await (0,shards_proofs/* proveFolders */.o)(folders, {
        mode: inputs.record,
        key: inputs.fingerprintKey,
        tokens: (0,mint/* tokenRequest */.j)(process.env),
        serverUrl: facts.serverUrl,
        part: 'wave',
    });
    // Waves that were well in an earlier attempt are not applied again when only failed jobs run again.
    const own = { ...sharedOf(job, run), attempt: facts.run?.attempt ?? 0, since: 0 };
    const { taken, ignored, refused, unproven } = (0,join/* joinShards */.e)(own, folders, proofs);
    for (const { name, why } of ignored)
        log.info(`The results in ${name} do not count: ${why}.`);
    const results = new Map();
    const wrong = [...refused];
    for (const [number, found] of taken) {
        // Its own of an earlier attempt are no reason to start.
        if (number >= run.number)
            continue;
        const data = readResults(found);
        if (data === undefined)
            wrong.push({ name: found.name, why: 'its results.json is damaged' });
        else
            results.set(number, data);
    }
    (0,base_problems/* throwOnErrors */.pe)(wrong.map(({ name, why }) => (0,base_problems/* problem */.CC)('wave', `The results in ${name} are not used: ${why}.`, {
        hint: 'Download only the artifacts that jobs of this run have made for its waves.',
    })));
    if (results.size > 0 && unproven !== undefined) {
        throw (0,base_problems/* problemError */.gS)('wave', `The results of earlier waves prove nothing: ${unproven}`, {
            hint: 'With "record: keyed", they are proven by the "fingerprint-key" instead.',
        });
    }
    return results;
}
function readResults(found) {
    try {
        const data = found.results();
        return isWaveResults(data) ? data : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/**
 * Makes sure that the job is in the environment that its leaves need: GitHub says so in the job's own token. A job that
 * cannot get one, because nothing is signed, is taken at its word.
 */
async function checkEnvironment({ inputs }, wave, environment) {
    const tokens = (0,mint/* tokenRequest */.j)(process.env);
    if (tokens === undefined) {
        if (inputs.record !== 'signed')
            return;
        throw (0,base_problems/* problemError */.gS)('wave', `Wave "${wave}" belongs to the environment "${environment}", which cannot be checked.`, {
            hint: 'Give this job "permissions: id-token: write".',
        });
    }
    const own = await environmentOf(tokens);
    // GitHub tells no names apart by their case.
    if (own?.toLowerCase() === environment.toLowerCase())
        return;
    const where = own === undefined ? 'in none' : `in "${own}"`;
    throw (0,base_problems/* problemError */.gS)('wave', `Wave "${wave}" belongs to the environment "${environment}", and this job is ${where}.`, {
        hint: `Set "environment: ${environment}" on the job, or change the setting "environments".`,
    });
}
async function environmentOf(tokens) {
    try {
        const { environment } = (0,decode_jwt/* decodeJwt */.i)(await (0,mint/* mint */.X)(tokens, 'kompos:wave'));
        return typeof environment === 'string' ? environment : undefined;
    }
    catch (error) {
        if (!(error instanceof http/* Unreachable */.L || error instanceof errors/* JOSEError */.i4))
            throw error;
        throw (0,base_problems/* problemError */.gS)('wave', `The environment of this job cannot be checked: ${error.message}.`, {
            hint: 'Run the job again.',
        });
    }
}

;// CONCATENATED MODULE: ./src/action/apply.ts
/** `command: apply`: the result → log, comments on merged pull requests, summary, outputs. */


















/** Sets exit code 1 when a leaf needs attention. */
async function runApply(job) {
    const { inputs, facts, log, masker } = job;
    const { event, defaultBranch } = permittedEvent(job, process.env['GITHUB_REF'] ?? '', process.env['GITHUB_SHA'] ?? '');
    const { token } = inputs;
    if (token === undefined) {
        throw (0,base_problems/* problemError */.gS)('input', 'Input "token" is empty, so the reviewed plans cannot be read.', {
            hint: "Omit the input: it defaults to the job's token.",
        });
    }
    const [{ connectPullRequests }, { answerOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(9839)]).then(__webpack_require__.bind(__webpack_require__, 79839)),
        __webpack_require__.e(/* import() */ 3116).then(__webpack_require__.bind(__webpack_require__, 73116)),
    ]);
    const github = connectPullRequests((0,action_job/* githubAccess */.Yh)(facts, token, process.env));
    const waves = inputs.wave === undefined ? undefined : openWaveJob(job);
    const wave = inputs.wave === undefined || waves === undefined ? undefined : { asked: inputs.wave, start: waves.start };
    const request = (settings) => ({
        ...applyRequest(job, settings, event, token),
        defaultBranch,
        wave,
    });
    if (inputs.wave === 'list') {
        const found = await (0,action_job/* withTerraform */.Hy)(job, (settings, context) => listWaves(request(settings), context));
        (0,runner/* setOutput */.uH)('waves', JSON.stringify(found.map(({ name, environment = '' }) => ({ wave: name, environment }))));
        return;
    }
    const work = (0,action_job/* withTerraform */.Hy)(job, (settings, context) => applyReviewed(request(settings), context, github));
    // GitHub is queried before anything is applied, and not again until everything is done.
    const result = await answerOf(work, 'The reviewed plans could not be read, so nothing was applied: ', 'Check the input "token" (pull-requests: write) and https://www.githubstatus.com, then run the job again.');
    // In the order in which they were applied.
    const masked = (0,mask_data/* maskReport */.f)(result.report, APPLY_NAMES, masker);
    const own = { ...masked, earlier: await earlierAttempts(job, token, masked, result.pulls) };
    const joined = joinWaves(waves?.earlier() ?? [], own);
    const caughtUp = result.caughtUp.map(({ pull, report }) => ({
        report: (0,mask_data/* maskReport */.f)(report, APPLY_NAMES, masker),
        pulls: [pull.review],
    }));
    const reported = [...caughtUp, { report: own, pulls: result.pulls }];
    (0,action_job/* registerSecrets */.dg)(masker);
    for (const { report } of reported)
        log.info(renderApplyText(report));
    await (0,runner/* writeSummary */.Sy)(apply_summaryOf(reported.map(({ report }) => report)));
    setOutputs(reported.flatMap(({ report }) => report.leaves));
    annotateProblems(reported.map(({ report }) => report));
    // A cancelled job has only seconds left, and no wave follows it.
    if (!own.cancelled)
        await waves?.handOver(own);
    const unapplied = unappliedText(own);
    if (unapplied.length > 0)
        (0,runner/* annotate */.fz)({ severity: 'warning', title: 'Kompos apply', message: unapplied.join('\n') });
    if (reported.some(({ report }) => report.leaves.some(isOpen) || (0,base_problems/* hasErrors */.Cs)(report.problems)))
        process.exitCode = 1;
    const reporting = inputs.comment !== 'never' && !own.comparing;
    // The comment is one for all waves; what a job says elsewhere is about its own.
    const toReport = [...caughtUp, { report: joined, pulls: result.pulls }];
    (0,runner/* setOutput */.uH)('comment-url', (reporting ? await reportBack(job, token, toReport) : undefined) ?? '');
}
function applyRequest(job, settings, event, token) {
    const { inputs, facts } = job;
    const manual = event.kind === 'manual';
    return {
        facts,
        serverUrl: facts.serverUrl,
        ownCode: (0,action_job/* ownCode */.m1)(job, process.env),
        ...settings,
        ...(0,action_job/* reviewSettings */.ic)(job, process.env),
        event,
        queued: job.event.queued,
        leaves: inputs.leaves,
        listMerge: inputs.listMerge,
        unusedConfiguration: inputs.unusedConfiguration,
        token,
        requires: inputs.applyRequires,
        repositoryId: (0,action_job/* repositoryId */.q4)(process.env),
        workingDirectory: inputs.workingDirectory,
        record: inputs.record,
        planWorkflows: inputs.planWorkflows,
        planJobWorkflows: inputs.planJobWorkflows,
        // A push applies only what was reviewed; accepting anything else takes a manual run.
        accepted: new Set(manual ? inputs.accept : []),
        allowsUnseenCreates: inputs.applyRequires.includes('unplanned-creates'),
        destroyRemoved: inputs.destroyRemoved || (manual && inputs.removedAt !== undefined),
        removedAt: manual ? inputs.removedAt : undefined,
        compareOnly: event.kind === 'merge_group',
        catchUp: inputs.catchUp,
        reporting: inputs.comment !== 'never',
    };
}
/** What earlier attempts of this run reported: without them, an attempt says "nothing to do" of what they applied. */
async function earlierAttempts({ inputs, facts, log }, token, { comparing, cancelled }, pulls) {
    const { run } = facts;
    // A cancelled job has only seconds left.
    if (run === undefined || run.attempt < 2 || comparing || cancelled || inputs.comment === 'never')
        return [];
    const [{ connect }, { earlierReport }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(2413), __webpack_require__.e(6584)]).then(__webpack_require__.bind(__webpack_require__, 96584)),
        __webpack_require__.e(/* import() */ 6645).then(__webpack_require__.bind(__webpack_require__, 66645)),
    ]);
    const github = connect((0,action_job/* githubAccess */.Yh)(facts, token, process.env));
    const about = { kind: 'apply', title: facts.title, run: run.id, attempt: run.attempt, source: facts.source };
    try {
        const found = [];
        for (const { number } of pulls)
            found.push(...(await earlierReport(github, number, about)).flatMap(readHistory));
        return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
    }
    catch (error) {
        // What this attempt did must still be reported.
        log.warning(`The reports of earlier attempts could not be read: ${(0,node_errors/* messageOf */.bD)(error)}`);
        return [];
    }
}
function apply_summaryOf(reports) {
    return reports.map((report) => renderApplySummary(report, Math.floor(github_limits/* SUMMARY_BYTES */.R / reports.length))).join('\n');
}
/** Applies run only on the default branch, and never for a pull request event. */
function permittedEvent({ event, inputs }, ref, sha) {
    const { revisions, defaultBranch, untrusted, scheduled } = event;
    if (revisions.kind === 'pull_request') {
        throw apply_refused('A pull request is planned, not applied ("command: apply" on the event pull_request).');
    }
    // Otherwise "accept" would take effect without a person accepting anything.
    if (scheduled)
        throw apply_refused('A scheduled run does not apply: it has no review, and no person to accept a plan.');
    if (untrusted !== undefined)
        throw apply_refused('This push is not trusted, so nothing is applied.');
    if (defaultBranch === undefined)
        throw apply_refused('The event does not name the default branch.');
    if (revisions.kind === 'merge_group')
        return { event: revisions, defaultBranch };
    if (ref !== `refs/heads/${defaultBranch}`) {
        throw apply_refused(`Only commits of the default branch "${defaultBranch}" are applied, but this run is for "${ref}".`);
    }
    if (revisions.kind === 'manual' && inputs.leaves.length === 0 && inputs.catchUp) {
        // Like an empty push: all there is to apply is what was merged earlier and never applied.
        return { event: { kind: 'push', before: sha, after: sha, ref, defaultBranch }, defaultBranch };
    }
    if (revisions.kind === 'manual' && inputs.leaves.length === 0) {
        throw (0,base_problems/* problemError */.gS)('input', 'Input "leaves" is empty: a manual run applies only the leaves that it names.', {
            hint: 'List the leaves, one per line, and the fingerprints of their plans in "accept"; or set "catch-up: true" to apply what was merged but never applied.',
        });
    }
    return { event: revisions, defaultBranch };
}
function apply_refused(message) {
    return (0,base_problems/* problemError */.gS)('event', message, {
        hint: 'Run "command: apply" on: push: branches: [<default branch>], on merge_group, or by hand (workflow_dispatch) on the default branch.',
    });
}
function setOutputs(leaves) {
    const paths = (...statuses) => JSON.stringify(leaves.filter(({ outcome }) => statuses.includes(outcome.status)).map(({ leaf }) => leaf));
    (0,runner/* setOutput */.uH)('applied', paths('applied'));
    (0,runner/* setOutput */.uH)('refused', paths('refused', 'awaiting', 'not-tried', 'failed'));
}
/** Leaves that need attention are one error together; the report has all problems. */
function annotateProblems(reports) {
    const leaves = reports.flatMap((report) => report.leaves);
    const found = [
        // Every report repeats a warning about the whole project.
        ...reports.flatMap(({ problems }) => problems.map((problem) => ({ problem, leaf: undefined }))),
        ...leaves.flatMap(({ leaf, problems }) => problems.map((problem) => ({ problem, leaf }))),
    ];
    (0,annotations/* annotationsOf */.I)(found, 1).forEach(runner/* annotate */.fz);
    const open = leaves.filter(isOpen);
    if (open.length === 0)
        return;
    const named = open.slice(0, 10).map(({ leaf, outcome }) => `${leaf}: ${outcome.status}`);
    const message = [...named, ...(open.length > 10 ? [`and ${open.length - 10} more`] : [])].join('\n');
    (0,runner/* annotate */.fz)({ severity: 'error', title: 'Kompos apply', message });
}
/**
 * Reports to each merged pull request, in a comment next to the plan's.
 *
 * @returns the address of the last comment
 */
async function reportBack(job, token, reported) {
    const all = reported.flatMap(({ report, pulls }) => pulls.map((pull) => ({
        pull,
        own: pulls.length === 1 ? report : onlyAbout(pull, report),
    })));
    const problems = [];
    let last;
    for (const { pull, own } of all) {
        const hasContent = own.leaves.length > 0 || own.problems.length > 0 || isExpected(pull);
        const request = {
            pullRequest: pull.number,
            bodies: renderApplyComment(own, pull.head, { trailers: historyTrailers(own) }),
            create: job.inputs.comment === 'always' || hasContent,
            continued: own.wave !== undefined,
        };
        try {
            const url = await (0,publish/* publish */.m)(job, own, token, request, {
                what: `The result could not be reported to pull request #${pull.number}: `,
            });
            last = url ?? last;
        }
        catch (error) {
            // The other reports can still be posted.
            if (!(error instanceof base_problems/* ProblemError */.Mm))
                throw error;
            problems.push(...error.problems);
        }
    }
    (0,base_problems/* throwOnErrors */.pe)(problems);
    return last;
}
/** Without a report, the reviewed plans would look as if they had never been applied. */
function isExpected({ trustedRecord }) {
    return trustedRecord.ok && trustedRecord.leaves.some(({ hasChanges }) => hasChanges);
}
function onlyAbout(pull, report) {
    const leaves = report.leaves.filter(isAbout(pull));
    const others = new Set(report.leaves.filter((leaf) => !leaves.includes(leaf)).map(({ leaf }) => leaf));
    return { ...report, leaves, earlier: report.earlier?.filter(({ leaf }) => !others.has(leaf)) };
}
/** A leaf that belongs to no single pull request concerns all of them. */
function isAbout({ number }) {
    return ({ pullRequest }) => pullRequest === undefined || pullRequest === number;
}


/***/ }),

/***/ 31258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runShard: () => (/* binding */ runShard),
/* harmony export */   x: () => (/* binding */ signed)
/* harmony export */ });
/* harmony import */ var _base_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57421);
/* harmony import */ var _markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(15131);
/* harmony import */ var _commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63641);
/* harmony import */ var _commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48886);
/* harmony import */ var _commands_plan_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35284);
/* harmony import */ var _commands_plan_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24601);
/* harmony import */ var _oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(765);
/* harmony import */ var _oidc_http_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(88013);
/* harmony import */ var _shards_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5573);
/* harmony import */ var _shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80124);
/* harmony import */ var _shards_split_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(13249);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(51097);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(43681);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(75242);
/* harmony import */ var _shard_run_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4946);
/** `command: plan` with `shard`: the plans of some of the leaves → a folder of results, for `command: report` to join. */















/**
 * Sets exit code 1 when a leaf failed, so that "Re-run failed jobs" plans it again. Nothing is posted.
 *
 * @throws ProblemError if the changed leaves cannot be determined, or are split otherwise than was decided
 */
async function runShard(job, { shard, of }) {
    const { inputs, facts, log, masker } = job;
    const decided = inputs.split;
    if (decided !== undefined && decided.count !== of) {
        throw (0,_base_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problemError */ .gS)('input', `Input "shard" is "${shard}/${of}", and "split" is of ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(decided.count, 'shard', 'shards')}.`, {
            hint: 'Take both from the outputs of the job with "command: affected".',
        });
    }
    const folder = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .resultsFolder */ .zv)(job, process.env);
    (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .clearFolder */ .Ic)(folder);
    const timings = (0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .knownTimings */ .RJ)(job);
    const leafResults = (0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .leafResultsOf */ ._E)(job);
    let split;
    const outcome = await (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .withTerraform */ .Hy)(job, (settings, context) => (0,_commands_plan_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planChangedLeaves */ .yn)({
        ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .planRequest */ .NX)(job, settings),
        // Only the joining job writes a record.
        signing: undefined,
        decided,
        share(changed, groups) {
            split = decided === undefined ? (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .splitLeaves */ .Jp)(groups, of, timings) : (0,_shards_split_js__WEBPACK_IMPORTED_MODULE_9__/* .decidedSplit */ .hi)(groups, decided, timings);
            const own = (0,_commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .leavesOfShard */ .u)(changed, split, shard);
            log.info(`Shard ${shard} of ${of}: ${(0,_markdown_phrases_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(own.length, 'leaf', 'leaves')}.`);
            return own;
        },
    }, { ...context, results: leafResults }));
    await leafResults?.close();
    const results = (0,_commands_plan_shares_js__WEBPACK_IMPORTED_MODULE_2__/* .shardResults */ .x)(outcome, masker);
    (0,_job_js__WEBPACK_IMPORTED_MODULE_10__/* .registerSecrets */ .dg)(masker);
    log.info((0,_commands_plan_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .renderText */ .S)({ ...outcome.report, ...results }));
    await (0,_shards_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .writeFolder */ .CI)(folder, {
        ...(0,_shard_run_js__WEBPACK_IMPORTED_MODULE_13__/* .sharedRun */ .Xd)(job, outcome.report, { of, split: split?.digest ?? '' }, process.env),
        shard,
        attempt: facts.run?.attempt ?? 0,
    }, results, (manifest) => signed(job, manifest, 'a merge will not apply them'));
    log.info(`The results are in ${folder}, for "command: report".`);
    (0,_runner_js__WEBPACK_IMPORTED_MODULE_12__/* .setOutput */ .uH)('shard-results', folder);
    (0,_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .setLeafResults */ .Ho)(leafResults);
    if ((0,_commands_plan_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(outcome.report))
        process.exitCode = 1;
}
/**
 * What proves who wrote a manifest. Without any proof, the results of a shard still make a report, but no record.
 *
 * @param otherwise what follows if it cannot be signed: a clause
 */
async function signed({ inputs, event, log }, manifest, otherwise) {
    const { record, fingerprintKey: key } = inputs;
    const keyed = key === undefined ? undefined : (0,_shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .keyedDigest */ .rD)(manifest, key);
    const tokens = record === 'signed' && event.untrusted === undefined ? (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__/* .tokenRequest */ .j)(process.env) : undefined;
    if (tokens === undefined)
        return { keyed };
    try {
        return { keyed, token: await (0,_oidc_mint_js__WEBPACK_IMPORTED_MODULE_5__/* .mint */ .X)(tokens, (0,_shards_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .shardAudience */ .nT)(manifest)) };
    }
    catch (error) {
        if (!(error instanceof _oidc_http_js__WEBPACK_IMPORTED_MODULE_6__/* .Unreachable */ .L))
            throw error;
        log.warning(`GitHub's OIDC provider issued no token for these results (${error.message}), so ${otherwise}.`);
        return { keyed };
    }
}


/***/ }),

/***/ 48886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ leavesOfShard),
/* harmony export */   x: () => (/* binding */ shardResults)
/* harmony export */ });
/* harmony import */ var _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46607);
/* harmony import */ var _masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74399);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67608);



/** The leaves of one shard, in their order. */
function leavesOfShard(changed, { shards }, shard) {
    const own = new Set(shards[shard - 1]);
    return changed.filter(({ leaf }) => own.has(leaf.path));
}
/** What other jobs may see of a shard's outcome: everything is masked by all that this process knows. */
function shardResults({ report, reviewed, timings }, masker) {
    const { leaves, problems, notices, terraformVersion, program, masked } = (0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__/* .maskReport */ .f)(report, _report_js__WEBPACK_IMPORTED_MODULE_2__/* .PLAN_NAMES */ .B, masker);
    return {
        // The join works out by itself who reads what.
        leaves: leaves.map((each) => ({ ...each, readers: undefined })),
        problems,
        notices,
        terraformVersion,
        program,
        masked,
        reviewed: reviewed.map((leaf) => ({
            ...leaf,
            changes: leaf.changes && (0,_masking_mask_data_js__WEBPACK_IMPORTED_MODULE_1__/* .maskData */ .l)(leaf.changes, _execution_report_names_js__WEBPACK_IMPORTED_MODULE_0__/* .CHANGE_NAMES */ .KR, masker),
        })),
        timings: Object.fromEntries(timings),
    };
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

//# sourceMappingURL=867.index.js.map