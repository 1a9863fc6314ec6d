/** Terraform, checked against what the project requires. */
import type { Project } from '../project/project.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import { joinPath } from '../snapshot/snapshot.ts';
import { checkVersion, findTerraform, type TerraformBinary } from '../terraform/binary.ts';
import type { JobContext } from './leaf-terraform.ts';

/**
 * @param projectRoot absolute path
 * @throws ProblemError when Terraform is missing or its version does not fit `terraform.version`
 */
export async function findFittingTerraform(
  project: Project,
  projectRoot: string,
  { environment, processes }: Pick<JobContext, 'environment' | 'processes'>,
): Promise<TerraformBinary> {
  const binary = await findTerraform(projectRoot, environment, processes);
  const wanted = project.settings.terraformVersion;
  if (wanted !== undefined) checkVersion(binary.version, wanted, { file: joinPath(project.root, SETTINGS_FILE) });
  return binary;
}
