export const id = 1311;
export const ids = [1311];
export const modules = {

/***/ 31311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initProject: () => (/* binding */ initProject)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/problems.ts
var problems = __webpack_require__(57421);
// EXTERNAL MODULE: ./src/project/settings.ts + 1 modules
var settings = __webpack_require__(17918);
;// CONCATENATED MODULE: ./src/commands/init/files.ts
/** The files of a new project: two environments, one composition with a versioned module, workflows. Pure but for assets. */

/** Workflows belong to the repository's top folder. */
const WORKFLOWS = '.github/workflows/';
/** What git does not keep. */
const IGNORED = '.kompos-runtime/';
/** The files of a new project. */
function newProject() {
    return new Map([
        ['.komposconfig.yaml', SETTINGS],
        ['.gitignore', `${IGNORED}\n.terraform/\n*.tfstate\n*.tfstate.backup\n`],
        ['.vscode/settings.json', EDITOR],
        ['config/default.yaml', DEFAULTS],
        ['config/env=dev/env.yaml', environment('dev', 'v1.1.0')],
        ['config/env=dev/composition=app/app.yaml', leaf('dev')],
        ['config/env=prod/env.yaml', environment('prod', 'v1.0.0')],
        ['config/env=prod/composition=app/app.yaml', leaf('prod')],
        ['compositions/terraform/app/main.tf.versioned', COMPOSITION],
        ['compositions/terraform/app/variables.tf', VARIABLES],
        ['modules/app/v1.0.0/main.tf', files_module('"${var.name} in ${var.env}"')],
        ['modules/app/v1.1.0/main.tf', files_module('"${var.name} in ${var.env}, version 1.1"')],
        // `new URL(<literal>, import.meta.url)` is what lets the bundler carry the files into dist.
        [`${WORKFLOWS}plan.yml`, (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "plan.yml", 'utf8')],
        [`${WORKFLOWS}apply.yml`, (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "apply.yml", 'utf8')],
        [`${WORKFLOWS}drift.yml`, (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "drift.yml", 'utf8')],
    ]);
}
const SETTINGS = `# yaml-language-server: $schema=https://raw.githubusercontent.com/kompos-io/kompos-github/v1/schema/komposconfig.schema.json
compositions:
  order:
    terraform: [app]
`;
const EDITOR = `{
  "files.associations": {
    "*.tf.versioned": "terraform"
  }
}
`;
const DEFAULTS = `# The first layer: it applies to every leaf. Deeper layers override it.
project: example

app:
  name: '{{project}}-{{env}}'

# States: configure a backend that outlives this machine. Until then, leaves can be planned, and are not applied.
# terraform:
#   backend:
#     s3:
#       bucket: example-terraform-state
#       region: eu-central-1
#       key: '{{leaf.path}}.tfstate'
`;
function environment(name, version) {
    return `env: ${name}

app:
  module_version: ${version}
`;
}
function leaf(env) {
    return `# Configuration of this leaf only: the composition "app" in ${env}.
`;
}
const COMPOSITION = `# A template: the placeholder in "source" is replaced by each leaf's value.
# Modules of another repository are pinned the same way:
#   source = "git::https://github.com/org/terraform-modules.git//app?ref={{app.module_version}}"
module "app" {
  source = "../../../modules/app/{{app.module_version}}"

  name = var.config.app.name
  env  = var.config.env
}

output "description" {
  value = module.app.description
}
`;
/** How the code of a composition gets its configuration. */
const VARIABLES = `variable "config" {
  description = "The configuration of the leaf."
  type        = any
}
`;
/** `terraform_data` is built into Terraform: no provider is downloaded. */
function files_module(description) {
    return `variable "name" {
  type = string
}

variable "env" {
  type = string
}

resource "terraform_data" "app" {
  input = ${description}
}

output "description" {
  value = terraform_data.app.output
}
`;
}

;// CONCATENATED MODULE: ./src/commands/init/init.ts
/** `kompos init`: a project that plans at once. Never overwrites anything. */





const IGNORE_FILE = '.gitignore';
const DOCUMENTATION = 'https://github.com/kompos-io/kompos-github/blob/main/docs/workflows.md';
/**
 * Writes a new project and returns what to print.
 *
 * @throws ProblemError if there is a project already, or any of its files; then nothing is written
 */
function initProject({ folder }, { directory }) {
    const root = (0,external_node_path_.resolve)(directory, folder);
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, settings/* SETTINGS_FILE */.tP))) {
        throw (0,problems/* problemError */.gS)('files', 'There is a project already.', {
            place: { file: (0,external_node_path_.join)(folder, settings/* SETTINGS_FILE */.tP) },
            hint: 'Add to it with "kompos new leaf" and "kompos new composition".',
        });
    }
    const top = repositoryTop(root);
    const files = [...newProject()].filter(([path]) => top === root || !path.startsWith(WORKFLOWS));
    const isIgnoring = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, IGNORE_FILE));
    const created = files.filter(([path]) => path !== IGNORE_FILE || !isIgnoring);
    (0,problems/* throwOnErrors */.pe)(created.flatMap(([path]) => inTheWay(root, path)));
    for (const [path, text] of created) {
        const file = (0,external_node_path_.join)(root, path);
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, text, { flag: 'wx' });
    }
    const lines = created.map(([path]) => `  ${path}\n`);
    if (isIgnoring && addToIgnored((0,external_node_path_.join)(root, IGNORE_FILE)))
        lines.push(`  ${IGNORE_FILE} (${IGNORED} added)\n`);
    const enter = root === (0,external_node_path_.resolve)(directory) ? '' : `  cd ${folder}\n`;
    const skipped = top === root
        ? ''
        : `\nNo workflows were written: they belong to ${WORKFLOWS} of ${top}, with "working-directory".\nSee ${DOCUMENTATION}\n`;
    return `Created\n${lines.join('')}${skipped}
Next
${enter}  kompos config terraform plan    plans both environments
  git init && git add . && git commit -m "New project"
  kompos plan                     plans what you change from then on
`;
}
/** The folder with `.git` at or above a folder; the folder itself if there is none. */
function repositoryTop(root) {
    for (let at = root;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return root;
    }
}
/** What stands where a file is to be written, or a link on the way there that leads somewhere else. */
function inTheWay(root, path) {
    const parts = path.split('/');
    for (const [index] of parts.entries()) {
        const part = parts.slice(0, index + 1).join('/');
        const found = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, part), { throwIfNoEntry: false });
        if (found === undefined)
            return [];
        const isFolder = index < parts.length - 1 && found.isDirectory();
        if (isFolder)
            continue;
        return [
            (0,problems/* problem */.CC)('files', 'This is there already, and nothing is overwritten.', {
                place: { file: part },
                hint: 'Move it away, or begin in an empty folder: kompos init FOLDER. Nothing was written.',
            }),
        ];
    }
    return [];
}
function addToIgnored(file) {
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    if (text.split(/\r?\n/u).some((line) => line.trim() === IGNORED))
        return false;
    (0,external_node_fs_.appendFileSync)(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${IGNORED}\n`);
    return true;
}


/***/ })

};

//# sourceMappingURL=1311.index.js.map