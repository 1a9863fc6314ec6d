/**
 * Pictures of the golden reports as GitHub shows them on a phone and on a desktop, in headless Chromium. Fails if a
 * table is wider than its column, if a report has an element that GitHub does not let through, or if a graph cannot be
 * drawn.
 *
 *     npm run screenshots                     all pictures, in `screenshots/`
 *     npm run screenshots -- everywhere       those whose path contains the word
 *     npm run screenshots -- --check          no pictures
 *     npm run screenshots -- --documents      the pictures in docs/, light and dark, as docs/pictures.json says
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';

/** Pixels of a window, of which GitHub's page takes 16 on either side. */
const WIDTHS = [375, 900];
const MARGIN = 16;
/** Nobody would name anything as these reports do. */
const HOSTILE = /hostile/u;
/** Of those that GitHub's sanitizer lets through, what reports use. */
const ELEMENTS = /^<(?:\/?(?:details|summary|code|sub|br)(?: open)?>|!-- )/u;

const root = fileURLToPath(new URL('..', import.meta.url));
const golden = join(root, '__tests__/golden');
const words = process.argv.slice(2);
const isCheck = words.includes('--check');
const isDocuments = words.includes('--documents');
/** By the name in docs/: the report, and the digest of its text when it was taken, by which a test knows old pictures. */
const PICTURES = join(root, 'docs/pictures.json');
const pictures = JSON.parse(readFileSync(PICTURES, 'utf8'));
const wanted = isDocuments
  ? Object.values(pictures).map(({ report }) => report)
  : words.filter((word) => !word.startsWith('--'));
const style = readFileSync(new URL(import.meta.resolve('github-markdown-css/github-markdown-light.css')));
const darkStyle = readFileSync(new URL(import.meta.resolve('github-markdown-css/github-markdown-dark.css')));
// In comments, line breaks count.
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });
// GitHub draws graphs.
const HEIGHT = 'document.querySelector("article").offsetHeight';
/** Milliseconds of the page's own clock, for what is drawn after it is loaded. */
const TIME = ['--virtual-time-budget=10000'];
const mermaid = readFileSync(new URL(import.meta.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js')), 'utf8');
const fenceRule = markdown.renderer.rules.fence;
markdown.renderer.rules.fence = (tokens, index, ...rest) =>
  tokens[index].info === 'mermaid'
    ? `<pre class="mermaid">${markdown.utils.escapeHtml(tokens[index].content)}</pre>`
    : fenceRule(tokens, index, ...rest);

const reports = readdirSync(golden, { recursive: true })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .map((file) => ({ file, text: readFileSync(join(golden, file), 'utf8') }));
const scratch = mkdtempSync(join(tmpdir(), 'screenshots-'));
try {
  const problems = [...reports.flatMap(foreignElements), ...measure().flatMap(tooWide), ...reports.flatMap(undrawn)];
  for (const each of problems) console.error(each);
  if (isDocuments) forDocuments();
  else if (!isCheck) reports.forEach(picture);
  console.log(`${reports.length} reports, ${problems.length} problems`);
  process.exitCode = problems.length === 0 && reports.length > 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function article(text, width, name = '') {
  const box = `box-sizing: border-box; width: ${width}px; padding: ${MARGIN}px; font-size: 14px`;
  return `<article class="markdown-body" style="${box}" data-file="${name}" data-width="${width}">${markdown.render(text)}</article>`;
}

function page(articles, script = '', theme = style) {
  const background = theme === darkStyle ? '#0d1117' : 'white';
  return `<!doctype html><meta charset="utf-8"><style>${theme} body { margin: 0; background: ${background} }</style>${articles}${script}`;
}

function chromium(html, ...options) {
  const file = join(scratch, 'page.html');
  writeFileSync(file, html);
  const program = process.env.CHROMIUM ?? 'chromium';
  const all = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    ...options,
    pathToFileURL(file).href,
  ];
  try {
    return execFileSync(program, all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`Install Chromium, or name its program in CHROMIUM: ${program} was not found.`, { cause: error });
  }
}

/** How wide each table would be, with all folds open. */
function measure() {
  const script = `<script>
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const found = [...document.querySelectorAll('table')].map((table) => ({
      ...table.closest('article').dataset,
      needs: table.scrollWidth,
      has: table.clientWidth,
      head: table.rows[0].innerText,
    }));
    document.body.innerHTML = '<pre id="found"></pre>';
    document.getElementById('found').textContent = encodeURIComponent(JSON.stringify(found));
  </script>`;
  const articles = reports.flatMap(({ file, text }) => WIDTHS.map((width) => article(text, width, file)));
  const dom = chromium(page(articles.join('\n'), script), '--window-size=1200,1000', '--dump-dom');
  return JSON.parse(decodeURIComponent(/<pre id="found">([^<]*)</u.exec(dom)?.[1] ?? ''));
}

function tooWide({ file, width, needs, has, head }) {
  if (needs <= has || HOSTILE.test(file)) return [];
  return [`${file}: at ${width} px a table needs ${needs} px of ${has}: ${head.replaceAll(/\s+/gu, ' ')}`];
}

function foreignElements({ file, text }) {
  const html = markdown
    .parse(text, {})
    .flatMap(({ type, content, children }) => [
      ...(type === 'html_block' ? [content] : []),
      ...(children ?? []).filter((child) => child.type === 'html_inline').map((child) => child.content),
    ]);
  return html
    .flatMap((each) => each.match(/<[^>]*/gu) ?? [])
    .filter((tag) => !ELEMENTS.test(`${tag}>`))
    .map((tag) => `${file}: GitHub does not let ${tag}> through.`);
}

/** Opens the folds of graphs, draws these, and notes the height of the page, or why they cannot be drawn. */
function drawing(text, height = HEIGHT) {
  const note = `document.body.dataset.height = ${height}`;
  if (!text.includes('```mermaid')) return `<script>${note}</script>`;
  return `<script>${mermaid.replaceAll('</script', String.raw`<\/script`)}</script><script>
    for (const graph of document.querySelectorAll('pre.mermaid')) graph.closest('details').open = true;
    mermaid.initialize({ startOnLoad: false });
    mermaid.run().then(() => { ${note} }, (error) => { document.body.dataset.failure = String(error.message ?? error); });
  </script>`;
}

function undrawn({ file, text }) {
  if (!text.includes('```mermaid')) return [];
  const dom = chromium(page(article(text, 900), drawing(text)), ...TIME, '--dump-dom');
  const failure = /data-failure="([^"]*)"/u.exec(dom)?.[1];
  const graphs = dom.match(/<svg [^>]*aria-roledescription="flowchart/gu)?.length ?? 0;
  return failure === undefined && graphs > 0
    ? []
    : [`${file}: the graph cannot be drawn: ${failure ?? 'nothing is there'}`];
}

function picture({ file, text }) {
  mkdirSync(join(root, 'screenshots'), { recursive: true });
  for (const width of WIDTHS) {
    const name = `${file.replaceAll('/', '-').replace(/\.md$/u, '')}-${width}.png`;
    const height = heightOf(text, width, HEIGHT);
    screenshot(
      page(article(text, width), drawing(text)),
      width,
      Math.min(height, 12_000),
      join(root, 'screenshots', name),
    );
  }
}

/** They end below the first section, with which it is clear what a report is. */
function forDocuments() {
  const width = 900;
  for (const [name, { report }] of Object.entries(pictures)) {
    const { text } = reports.find(({ file }) => file === report);
    const open = text.replaceAll('<details>', '<details open>').replace(/(?<=<\/details>).*/su, '');
    const last = '[...document.querySelector("details").querySelectorAll(":scope > pre")].at(-1)';
    const height = heightOf(open, width, `${last}.getBoundingClientRect().bottom + ${MARGIN}`);
    screenshot(page(article(open, width)), width, height, join(root, `docs/${name}.png`));
    screenshot(page(article(open, width), '', darkStyle), width, height, join(root, `docs/${name}-dark.png`));
    pictures[name].digest = createHash('sha256').update(text).digest('hex');
  }
  writeFileSync(PICTURES, `${JSON.stringify(pictures, null, 2)}\n`);
}

/** @param expression JavaScript, in the page */
function heightOf(text, width, expression) {
  const html = page(article(text, width), drawing(text, expression));
  const dom = chromium(html, `--window-size=${width},1000`, ...TIME, '--dump-dom');
  return Math.ceil(Number(/data-height="([\d.]+)"/u.exec(dom)?.[1]));
}

function screenshot(html, width, height, file) {
  chromium(html, `--window-size=${width},${height}`, ...TIME, `--screenshot=${file}`);
}
