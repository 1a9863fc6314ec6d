/** Texts that are partly known, and whether they can lead out of the folder where they begin. Pure. */

/**
 * A part of a text. `folder`: the path of a folder, known from the repository root. The others are not known: `name` is
 * the relative path of a file; `clean` has neither `.` nor `..` as a step and is not empty at either end; `dotted` has dots
 * within, which a function may leave alone; `loose` may be
 * empty or end in a slash besides; `dot` may be a lone dot besides; `content` is the content of a file.
 */
export type Part =
  | string
  | { readonly unknown: 'name' | 'clean' | 'dotted' | 'loose' | 'dot' | 'content' }
  | { readonly unknown: 'folder'; readonly folder: string };

export type Text = readonly Part[];

/** Everything that an expression can give. */
export interface PathValue {
  readonly texts: readonly Text[];
  /** Why it can be any text at all; undefined where `texts` are all. */
  readonly anything: string | undefined;
}

/** What `var.config` holds at a path: the texts at and below it. */
export type ConfigurationTexts = (path: readonly string[]) => PathValue;

/** The texts that `*.tfvars` files give a variable; undefined where they do not name it. */
export type VariableValues = (name: string) => PathValue | undefined;

export const CLEAN: PathValue = { texts: [[{ unknown: 'clean' }]], anything: undefined };
export const DOTTED: PathValue = { texts: [[{ unknown: 'dotted' }]], anything: undefined };
export const LOOSE: PathValue = { texts: [[{ unknown: 'loose' }]], anything: undefined };
export const DOT: PathValue = { texts: [[{ unknown: 'dot' }]], anything: undefined };
export const CONTENT: PathValue = { texts: [[{ unknown: 'content' }]], anything: undefined };
export const NAME: PathValue = { texts: [[{ unknown: 'name' }]], anything: undefined };
export const NOTHING: PathValue = { texts: [], anything: undefined };

/** Terraform has all its texts in NFC, paths as well. */
export function constant(text: string): PathValue {
  return { texts: [text === '' ? [] : [text.normalize('NFC')]], anything: undefined };
}

export function folderPath(folder: string): PathValue {
  return { texts: [[{ unknown: 'folder', folder }]], anything: undefined };
}

export function anything(why: string): PathValue {
  return { texts: [], anything: why };
}

/** More texts than this are not told apart. */
const MOST_TEXTS = 24;

/** Any of the values. */
export function union(values: readonly PathValue[]): PathValue {
  const open = values.find((value) => value.anything !== undefined);
  if (open !== undefined) return open;
  const texts = new Map(values.flatMap((value) => value.texts).map((text) => [JSON.stringify(text), text]));
  return bounded([...texts.values()]);
}

/** What a provider or a module may give back of a value: the texts that could lead out, and any other one. */
export function echoOf(value: PathValue): PathValue {
  const texts = value.texts.filter((text) => !isPlain(text));
  return { texts: [...texts, [{ unknown: 'clean' }]], anything: value.anything };
}

/** One after the other. */
export function concatenate(values: readonly PathValue[]): PathValue {
  let texts: readonly Text[] = [[]];
  for (const value of values) {
    if (value.anything !== undefined) return value;
    const next = texts.flatMap((text) => value.texts.map((more) => joined(text, more)));
    const limited = bounded([...new Map(next.map((text) => [JSON.stringify(text), text])).values()]);
    if (limited.anything !== undefined) return limited;
    ({ texts } = limited);
  }
  return { texts, anything: undefined };
}

/** Those that cannot lead out need not be told apart. */
function bounded(texts: readonly Text[]): PathValue {
  if (texts.length <= MOST_TEXTS) return { texts, anything: undefined };
  const tame = texts.filter(isPlain);
  const others = texts.filter((text) => !isPlain(text));
  const all = [...new Set(tame.map(ofKind))].flatMap((kind) => kind.texts).concat(others);
  return all.length <= MOST_TEXTS ? { texts: all, anything: undefined } : anything('too many different texts');
}

function joined(text: Text, more: Text): Text {
  const [first, ...rest] = more;
  const last = text.at(-1);
  if (typeof first === 'string' && typeof last === 'string')
    return [...text.slice(0, -1), (last + first).normalize('NFC'), ...rest];
  return [...text, ...more];
}

/** The whole text, where it is known. */
export function known(text: Text): string | undefined {
  const [only, ...others] = text;
  if (only === undefined) return '';
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}

/** Whether a text is in no way a path that leads out, and no part of it is one. */
export function isTame(text: Text): boolean {
  return (
    !text.some((part) => typeof part !== 'string' && part.unknown === 'folder') && !mayClimb(text) && !isRooted(text)
  );
}

/** Where the machine has files of its own, or the runner its working copies. */
export const SPECIAL =
  /^(?:~[\w.-]*(?:\/|$)|\/(?:proc|dev\/fd|github|__w)(?:\/|$)|\/(?:home|Users)\/[^/]+\/(?:actions-runner\/|runners\/)?_?work(?:\/|$))/u;

const LEAVES_BY_SHELL =
  /\b(?:GITHUB_WORKSPACE|OLDPWD)\b|--show-(?:toplevel|cdup)\b|\bdirname\s+["']?\$\{?PWD\b|\.["'\\]+\.["'\\]*\//u;

/** Whether a shell command asks for the repository's root, or for the folder around its own. */
export function asksForTop(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && LEAVES_BY_SHELL.test(part));
}

function isRooted([first]: Text): boolean {
  return typeof first === 'string' && SPECIAL.test(first);
}

/** Whether a text need not be told apart: nothing can be cut out of it that climbs, and it is no format. */
export function isPlain(text: Text): boolean {
  return isTame(text) && !text.some((part) => typeof part === 'string' && /\.\.|%(?:\[\d+\])?[sv]/u.test(part));
}

/** Whether the content of a file is a part of the text. */
export function hasContent(text: Text): boolean {
  return text.some((part) => typeof part !== 'string' && part.unknown === 'content');
}

const KINDS = { clean: CLEAN, dotted: DOTTED, loose: LOOSE, dot: DOT, content: CONTENT };

/** What a tame text becomes where it is not told apart any more: one object for each kind. */
export function ofKind(text: Text): PathValue {
  return KINDS[tameKind(text)];
}

function tameKind(text: Text): 'clean' | 'dotted' | 'loose' | 'dot' | 'content' {
  if (hasContent(text)) return 'content';
  const steps = stepsOf(text);
  if (steps.some((step) => mayBe(step, 1))) return 'dot';
  const [first, last] = [steps[0] ?? [], steps.at(-1) ?? []];
  if (!isSolid(first) || !isSolid(last)) return 'loose';
  return text.some((part) => (typeof part === 'string' ? part.includes('.') : part.unknown === 'dotted'))
    ? 'dotted'
    : 'clean';
}

function isSolid(step: Text): boolean {
  return step.some((part) => typeof part === 'string' || /^(?:clean|dotted|name)$/u.test(part.unknown));
}

/** What separates the steps of a path, and a path from the rest of a command. */
const SEPARATORS = /[/\\\s"'`=:;,|&<>(){}[\]$]/u;

/** Whether a step of the text can be `..`. */
export function mayClimb(text: Text): boolean {
  return stepsOf(text).some((step) => mayBe(step, 2));
}

function stepsOf(text: Text): readonly Text[] {
  const steps: Part[][] = [[]];
  for (const part of text) {
    if (typeof part !== 'string') {
      steps.at(-1)?.push(part);
      continue;
    }
    for (const [index, piece] of part.split(SEPARATORS).entries()) {
      if (index > 0) steps.push([]);
      if (piece !== '') steps.at(-1)?.push(piece);
    }
  }
  return steps;
}

/** Whether a step, or a run of it between parts that may hold a slash, can be so many dots and nothing else. */
function mayBe(step: Text, dots: number): boolean {
  for (let start = 0; start < step.length; start += 1) {
    let certain = 0;
    let possible = 0;
    for (let end = start; end < step.length; end += 1) {
      const part = step[end] ?? '';
      if (typeof part === 'string') {
        if (!/^\.+$/u.test(part)) break;
        certain += part.length;
      } else if (part.unknown === 'dot' || part.unknown === 'content') possible += 1;
      else if (part.unknown !== 'loose') break;
      if (certain > dots) break;
      const begins = start === 0 || isLoose(step[start - 1]) || isLoose(step[start]);
      const ends = end === step.length - 1 || isLoose(step[end + 1]) || isLoose(step[end]);
      if (begins && ends && certain <= dots && certain + possible >= dots) return true;
    }
  }
  return false;
}

function isLoose(part: Part | undefined): boolean {
  return part !== undefined && typeof part !== 'string' && /^(?:loose|dot|content)$/u.test(part.unknown);
}
