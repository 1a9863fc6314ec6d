/** Loads the HCL grammar (tree-sitter, as wasm) on first use. */
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

let parser: Promise<Parser> | undefined;

/** A parser for Terraform's HCL. Takes about 13 ms the first time. */
export function loadHclParser(): Promise<Parser> {
  // The bundler's asset search does not know `??=` and would leave this file alone.
  if (parser === undefined) parser = load();
  return parser;
}

async function load(): Promise<Parser> {
  // `new URL(<literal>, import.meta.url)` is what lets the bundler carry the files into dist.
  const runtime = readFileSync(new URL('../../../node_modules/web-tree-sitter/web-tree-sitter.wasm', import.meta.url));
  const grammar = readFileSync(
    new URL('../../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm', import.meta.url),
  );
  await Parser.init({ wasmBinary: runtime });
  const created = new Parser();
  created.setLanguage(await Language.load(grammar));
  return created;
}
