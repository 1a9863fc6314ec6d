/** `kompos validate`: what is wrong with a project, all at once, without Terraform. */
import { hasErrors, ProblemError } from '../../base/problems.ts';
import type { LocalContext } from '../../execution/local-project.ts';
import { leavesFor, withQuestions, type QuestionRequest } from '../../execution/questions.ts';
import { validate, type Validation } from '../../execution/validation.ts';
import { openEnvironment, withStandIns } from '../../hierarchy/environment-reader.ts';
import { leavesOf } from '../../project/project.ts';
import { withUnusedSettings } from '../../project/unused-settings.ts';
import { openRenderer } from '../../rendering/renderer.ts';
import { outsideSettings } from '../../terraform/outside-settings.ts';
import { githubCommands, validationJson, validationText, type Paint } from './formats.ts';
import { sarif } from './sarif.ts';
import { standIns } from '../../stores/stores.ts';

export interface ValidateRequest extends QuestionRequest {
  /** A path, a glob, or a term such as `env=dev`, as typed; undefined: all leaves. */
  readonly configPath: string | undefined;
  readonly format: 'text' | 'json' | 'github' | 'sarif';
}

/** @throws ProblemError if the settings cannot be read, or no leaf is meant */
export async function validateLocally(
  request: ValidateRequest,
  context: LocalContext & { readonly paint: Paint },
): Promise<{ readonly text: string; readonly failed: boolean }> {
  const validation = await validationOf(request, context);
  const formats = {
    text: () => validationText(validation, context.paint),
    json: () => validationJson(validation),
    github: () => githubCommands(validation),
    sarif: () => sarif(validation),
  };
  return { text: formats[request.format](), failed: hasErrors(validation.problems) };
}

async function validationOf(request: ValidateRequest, context: LocalContext): Promise<Validation> {
  try {
    return await validateHere(request, context);
  } catch (error) {
    // Settings that cannot be read are what is to be reported; without them, there are no leaves.
    if (!(error instanceof ProblemError) || error.problems.some(({ place }) => place?.file === undefined)) throw error;
    return { problems: error.problems, leafCount: 0, paused: [], others: [] };
  }
}

function validateHere(request: ValidateRequest, context: LocalContext): Promise<Validation> {
  return withQuestions(request, context, async (questions) => {
    const { caches, listMerge } = questions.here;
    const { leaves } = leavesFor(questions, request.configPath);
    const project = withUnusedSettings(questions.here.project);
    // Variables that are not set here are set where Terraform runs.
    const environment = withStandIns({ ...openEnvironment(context.environment), secrets: standIns });
    const outside = outsideSettings(context.environment).ofRenderings;
    const renderer = openRenderer(project, leavesOf(project), environment, caches, listMerge, outside);
    return validate(renderer, leaves);
  });
}
