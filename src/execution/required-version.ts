/** What the compositions' own code requires of the program (`required_version`). */
import { field, list, record, text } from '../base/json.ts';
import { ProblemError, type Place } from '../base/problems.ts';
import { leavesOf, type Project } from '../project/project.ts';
import { parseTerraformFile } from '../rendering/hcl/parse-file.ts';
import { isJson, isReadBy, isTerraformFile, isTemplate, renderedName } from '../rendering/terraform-files.ts';
import { joinPath, type SnapshotFile } from '../snapshot/snapshot.ts';
import { canBeRead } from '../terraform/version-constraint.ts';
import type { Tool, WantedVersion } from '../terraform/wanted-program.ts';

const ATTRIBUTE = 'required_version';

interface Requirement {
  readonly constraint: string;
  readonly place: Place;
}

/**
 * All constraints of the code in the folders of the project's compositions, joined: one program runs all of them. This
 * only chooses what to run: the program itself checks each leaf, also what a pin or a shared module requires.
 */
export async function requiredVersion(project: Project, tool: Tool): Promise<WantedVersion | undefined> {
  const { snapshot, root, settings } = project;
  const compositions = new Set(leavesOf(project).map(({ composition }) => composition));
  const folder = joinPath(root, settings.localPath);
  const prefix = folder === '' ? '' : `${folder}/`;
  // Not filesBelow: a broken link is the problem of the leaf that reads it.
  const files = snapshot
    .files()
    .filter(({ path, isSubmodule }) => {
      if (isSubmodule === true || !path.startsWith(prefix)) return false;
      const parents = path.slice(prefix.length).split('/').slice(0, -1);
      return parents.some((each) => compositions.has(each));
    })
    .filter(isReadByTool(tool));
  await snapshot.load(files);
  const requirements: Requirement[] = [];
  for (const file of files) {
    const code = snapshot.read(file).toString('utf8');
    if (code.includes(ATTRIBUTE)) requirements.push(...(await requirementsIn(file.path, code)));
  }
  const readable = requirements.filter(({ constraint }) => canBeRead(constraint));
  if (readable.length === 0) return undefined;
  const constraints = [...new Set(readable.map(({ constraint }) => constraint))];
  return { text: constraints.join(', '), by: ATTRIBUTE, place: readable[0]?.place };
}

/** OpenTofu reads `main.tofu` instead of `main.tf`; Terraform knows no `.tofu`. */
function isReadByTool(tool: Tool): (file: SnapshotFile, index: number, files: readonly SnapshotFile[]) => boolean {
  let names: ReadonlySet<string> | undefined;
  return ({ path }, _, files) => {
    names ??= new Set(files.map((each) => rendered(each.path)));
    const name = rendered(path);
    return isTerraformFile(name) && isReadBy(tool === 'tofu', name, names);
  };
}

function rendered(path: string): string {
  return isTemplate(path) ? renderedName(path) : path;
}

async function requirementsIn(path: string, code: string): Promise<readonly Requirement[]> {
  if (isJson(path)) return jsonRequirements(path, code);
  try {
    const { literals } = await parseTerraformFile(path, code);
    return literals
      .filter(({ address }) => address === `terraform.${ATTRIBUTE}`)
      .map(({ start, end, line, column }) => ({
        constraint: whole(code.slice(start, end)),
        place: { file: path, line, column },
      }));
  } catch (error) {
    // Rendering reports what cannot be read, for the leaves that need it.
    if (error instanceof ProblemError) return [];
    throw error;
  }
}

function jsonRequirements(file: string, code: string): readonly Requirement[] {
  try {
    const blocks = field(JSON.parse(code), 'terraform');
    return (Array.isArray(blocks) ? list(blocks) : [record(blocks)]).flatMap((block) => {
      const constraint = text(field(block, ATTRIBUTE));
      return constraint === undefined ? [] : [{ constraint: whole(constraint), place: { file } }];
    });
  } catch {
    return [];
  }
}

/** To Terraform, `1.11` is 1.11.0 and nothing else. */
function whole(constraint: string): string {
  return constraint
    .split(',')
    .map((part) =>
      part
        .trim()
        .replace(/^(?:!?=\s*)?v?\d+(?:\.\d+)?$/u, (version) => `${version}${version.includes('.') ? '.0' : '.0.0'}`),
    )
    .join(', ');
}
