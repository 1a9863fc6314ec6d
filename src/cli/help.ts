/** The help text. */
export const HELP = `kompos — Terraform root modules from layered YAML configuration

Usage
  kompos <config_path> terraform <subcommand> [--dry-run] [terraform's own arguments…]
  kompos <config_path> config [--format yaml|json] [--filter KEY] [--exclude KEY] [--output-file FILE]
  kompos affected [<config_path>] [--base REV] [--head REV] [--format table|json|paths]
  kompos plan [<config_path>] [--base REV] [--format text|markdown]

  <config_path> is a leaf, such as config/env=dev/cluster=c1/composition=terraform/terraform=vpc,
  or a folder above leaves: then all of them run, parents first, in the order of
  compositions.order.terraform ("destroy" in reverse), up to the first failure.

Commands
  terraform   Renders each leaf into .kompos-runtime and runs Terraform there. "init" runs first where
              it is needed; plan, apply, destroy and import get the configuration as var.config.
  config      Prints the merged and interpolated configuration.
  affected    Prints the leaves whose rendering differs between two revisions, and why. Without <config_path>: of
              the whole project.
  plan        Plans the leaves that the working tree changes, and prints the report that a pull request would get.
              Nothing is applied. Without <config_path>: of the whole project.

Options, before the command
  --root-path DIR     The project: the folder with .komposconfig.yaml. Default: the current directory.
  --list-merge MODE   append, append_unique, override or prepend, instead of the project's setting.
  -h, --help          This text.
  -v, --version       The version.

Options of terraform
  --dry-run           Renders and says where the files are, without running Terraform.

Options of config
  --format FORMAT     yaml (default) or json.
  --filter KEY        Only this top-level key; may be repeated.
  --exclude KEY       Without this top-level key; may be repeated.
  --output-file FILE  Writes to a file instead of standard output.

Options of affected
  --base REV          The commit to compare with. Default: where the head left the remote's default branch.
  --head REV          The commit to compare. Default: the working tree, with what is not committed yet.
  --format FORMAT     table (default), json (every reason in full), or paths (one a line, removed leaves too).

Options of plan
  --base REV          The commit to compare with. Default: where the working tree left the remote's default branch.
  --format FORMAT     text (default) or markdown, as a comment has it. Sensitive values and those of {{env(NAME)}}
                      are masked in both.

Exit codes
  Terraform's own. Over several leaves with -detailed-exitcode: 1 if any failed, else 2 if any has changes.
  1 for errors of kompos, 2 for a command line that makes no sense.

Examples
  kompos config/env=dev/cluster=c1/composition=terraform terraform plan
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc terraform apply -auto-approve
  kompos config/env=prod terraform plan --dry-run
  kompos config/env=dev/cluster=c1/composition=terraform/terraform=vpc config --format json --filter vpc
  kompos affected --base origin/main --format json
  kompos plan config/env=prod --format markdown
`;
