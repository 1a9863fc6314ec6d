/** What later steps of a workflow get of each leaf, as files that may leave the machine: without any secret. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderedOf, type PlannableLeaf } from '../changes/changed-leaf.ts';
import type { Masker } from '../masking/masking.ts';
import { neighboursOf } from '../rendering/digest.ts';
import { writeRuntimeDirectoryApart } from '../runtime/runtime-directory.ts';
import { withoutSensitive } from '../terraform/checked-plan.ts';
import type { PlanSummary } from '../terraform/plan-summary.ts';

/** One leaf in `results.json`; paths are relative to that file's folder. */
interface LeafResult {
  readonly leaf: string;
  readonly composition: string;
  readonly kind: PlannableLeaf['kind'];
  /** The folder with the rendered files. */
  readonly rendering: string;
  /** JSON as `terraform show` writes it. */
  readonly plan: string;
  /** JSON: why the leaf changed. */
  readonly reasons: string;
  readonly counts: PlanSummary['counts'];
}

export interface LeafResults {
  /** Absolute path. */
  readonly folder: string;
  /** @param plan JSON without its own sensitive values */
  add(leaf: PlannableLeaf, plan: string, counts: PlanSummary['counts']): void;
  /** Writes all, once every secret of the run is known. */
  close(): Promise<void>;
}

/** @param folder absolute path; what is there is removed */
export function openLeafResults(folder: string, masker: Masker): LeafResults {
  // A folder that a killed job leaves must not look like a finished one.
  const unfinished = `${folder}.unfinished`;
  for (const each of [folder, unfinished]) rmSync(each, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const added = new Map<PlannableLeaf, LeafResult>();

  async function write(leaf: PlannableLeaf, result: LeafResult): Promise<void> {
    const { rendering, reach, snapshot } = renderedOf(leaf);
    const files = rendering.files.map((file) =>
      file.content.kind === 'copy'
        ? file
        : { ...file, content: { ...file.content, text: masker.mask(file.content.text) } },
    );
    await writeRuntimeDirectoryApart({ ...rendering, files }, snapshot, unfinished, neighboursOf(rendering, reach));
    const plan = join(unfinished, result.plan);
    writeFileSync(
      plan,
      withoutSensitive(readFileSync(plan, 'utf8'), (text) => masker.mask(text)),
    );
    writeFileSync(join(unfinished, result.reasons), masker.mask(JSON.stringify(leaf.reasons)));
  }

  return {
    folder,
    add(leaf, plan, counts) {
      const { path, composition } = leaf.leaf;
      const { source } = renderedOf(leaf).rendering;
      const own = `plans/${path}`;
      mkdirSync(join(unfinished, own), { recursive: true });
      writeFileSync(join(unfinished, own, 'plan.json'), plan, { mode: 0o600 });
      added.set(leaf, {
        leaf: path,
        composition,
        kind: leaf.kind,
        rendering: `leaves/${path}/${source}`,
        plan: `${own}/plan.json`,
        reasons: `${own}/reasons.json`,
        counts,
      });
    },
    async close() {
      for (const [leaf, result] of added) await write(leaf, result);
      const leaves = [...added.values()].sort((a, b) => (a.leaf < b.leaf ? -1 : 1));
      writeFileSync(join(unfinished, 'results.json'), `${JSON.stringify({ leaves }, undefined, 2)}\n`);
      renameSync(unfinished, folder);
    },
  };
}
