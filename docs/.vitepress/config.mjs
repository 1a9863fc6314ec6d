// The site: README.md, SECURITY.md, CHANGELOG.md, CONTRIBUTING.md and docs/, as they are on GitHub (`npm run site`).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const GITHUB = 'https://github.com/kompos-io/kompos-github';

/** Groups of pages, by their files. Those that do not exist yet are left out; one that no group has is an error. */
const GROUPS = {
  Start: [
    'README.md',
    'docs/getting-started.md',
    'docs/coming-from-kompos.md',
    'docs/comparison.md',
    'docs/recipes.md',
  ],
  Write: ['docs/configuration.md', 'docs/templates-and-pins.md', 'docs/secrets.md', 'docs/questions.md'],
  Run: [
    'docs/workflows.md',
    'docs/changed-leaves.md',
    'docs/dependencies.md',
    'docs/report.md',
    'docs/checks.md',
    'docs/apply.md',
    'docs/drift.md',
    'docs/many-runners.md',
    'docs/terraform.md',
  ],
  'Look up': [
    'docs/README.md',
    'docs/inputs-and-outputs.md',
    'docs/settings.md',
    'docs/command-line.md',
    'docs/trouble.md',
    'docs/versions.md',
    'CHANGELOG.md',
  ],
  Trust: ['docs/security.md', 'SECURITY.md', 'docs/architecture.md', 'docs/decisions/README.md', 'CONTRIBUTING.md'],
};

/** What the sidebar calls pages whose heading does not say what they are. */
const NAMES = { 'README.md': 'What it is', 'docs/README.md': 'All questions', 'SECURITY.md': 'Security policy' };

const FILES = [
  ...readdirSync(repository).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(repository, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const listed = Object.values(GROUPS).flat();
const lost = FILES.filter((file) => !listed.includes(file) && !file.startsWith('docs/decisions/'));
if (lost.length > 0) throw new Error(`docs/.vitepress/config.mjs has no group for ${lost.join(', ')}.`);

/** Where a file is in the site. */
function pageOf(file) {
  if (file === 'README.md') return 'index.md';
  if (file === 'docs/README.md') return 'all-questions.md';
  if (file === 'SECURITY.md') return 'security-policy.md';
  return file
    .replace(/^docs\//u, '')
    .replace(/README\.md$/u, 'index.md')
    .toLowerCase();
}

function headingOf(file) {
  return NAMES[file] ?? /^# (.+)$/mu.exec(readFileSync(join(repository, file), 'utf8'))[1];
}

/** The same address in the site, or on GitHub if it is of a file that is no page. */
function inSite(address, file) {
  if (/^(?:[a-z]+:|#)/u.test(address)) return address;
  const [path, anchor] = address.split('#');
  const target = posix.join(posix.dirname(file), decodeURI(path));
  const behind = anchor === undefined ? '' : `#${anchor}`;
  if (FILES.includes(target)) return `/${pageOf(target)}${behind}`;
  const found = statSync(join(repository, target), { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${file} has a link to "${address}", which does not exist.`);
  const kind = found.isDirectory() ? 'tree' : 'blob';
  return `${GITHUB}/${kind}/main/${target}${behind}`;
}

/**
 * markdown-it: links between files become links between pages, pictures in HTML are found like all others, and `{{…}}`
 * stays as it is.
 */
function repositoryLinks(markdown) {
  markdown.core.ruler.push('repository-links', ({ tokens, env }) => {
    const file = posix.relative(repository.replaceAll('\\', '/'), env.realPath ?? env.path);
    for (const token of tokens) {
      if (token.type === 'html_block') token.content = bySite(token.content);
      for (const child of token.children ?? []) {
        // What Vue would take for a template of its own.
        if (child.type === 'code_inline') child.attrSet('v-pre', '');
        if (child.type === 'link_open') child.attrSet('href', inSite(child.attrGet('href'), file));
      }
    }
  });
}

/** Pictures that are light or dark like the site, whose reader may have chosen otherwise than the system's. */
function bySite(html) {
  const inFolder = (path) => (/^https?:/u.test(path) ? path : `./${path}`);
  const shown = html.replace(
    /<picture>\s*<source media="\(prefers-color-scheme: dark\)" srcset="([^"]+)">\s*<img alt="([^"]*)" src="([^"]+)">\s*<\/picture>/gu,
    (_, dark, words, light) =>
      `<img class="if-light" alt="${words}" src="${inFolder(light)}"><img class="if-dark" alt="${words}" src="${inFolder(dark)}">`,
  );
  if (shown.includes('<picture>')) throw new Error(`This picture is written in another way than the others:\n${html}`);
  return shown;
}

export default defineConfig({
  title: 'Kompos for GitHub',
  description:
    'Terraform root modules from layered YAML: plans what a pull request changes, applies what was reviewed.',
  base: '/kompos-github/',
  cleanUrls: true,
  srcDir: repository,
  srcExclude: readdirSync(repository)
    .filter((name) => name !== 'docs' && !name.endsWith('.md'))
    .map((name) => `${name}/**`),
  rewrites: pageOf,
  outDir: join(repository, 'site'),
  cacheDir: join(repository, 'node_modules/.cache/vitepress'),
  markdown: {
    anchor: { slugify: anchorOf },
    config: repositoryLinks,
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: 'deep',
    socialLinks: [{ icon: 'github', link: GITHUB }],
    editLink: { pattern: `${GITHUB}/edit/main/:path` },
    sidebar: Object.entries(GROUPS).map(([text, files]) => ({
      text,
      items: files
        .filter((file) => FILES.includes(file))
        .map((file) => ({ text: headingOf(file), link: `/${pageOf(file).replace(/(?:index)?\.md$/u, '')}` })),
    })),
  },
});

/** GitHub's anchor of a heading, so that links hold in both places. */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
