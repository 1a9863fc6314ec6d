/** What Terraform's functions make of texts that may be paths. What is not known may be anything. Pure. */
import {
  anything,
  CLEAN,
  concatenate,
  constant,
  CONTENT,
  DOT,
  DOTTED,
  folderPath,
  hasContent,
  isPlain,
  isTame,
  known,
  LOOSE,
  NAME,
  NOTHING,
  ofKind,
  union,
  type PathValue,
  type Text,
} from './path-text.ts';

/** Functions whose first argument is the path of something that they read, those of later versions too. */
export const READS = /^(?:file\w*|templatefile)$/u;

/** Whether a function takes a text apart, so that a line or a value in it becomes a text of its own. */
export function takesApart(name: string): boolean {
  return /^(?:csvdecode|jsondecode|yamldecode|base64decode|base64gunzip|regex|regexall|split|strrev|substr|templatestring)$/u.test(
    name,
  );
}

/**
 * What a call gives.
 *
 * @param name without `core::`
 * @param given the arguments; a collection stands for its elements
 * @param root the composition's folder, from which relative paths go
 */
export function callValue(name: string, given: readonly PathValue[], root: string): PathValue {
  const always = WHATEVER_IS_GIVEN.get(name);
  if (always !== undefined) return always(given);
  // Its content; what is in the file is looked at where it is named.
  if (READS.test(name)) return CONTENT;
  const open = given.find((value) => value.anything !== undefined);
  if (open !== undefined) return open;
  const all = given.flatMap((value) => value.texts);
  const rule = RULES.get(name);
  if (rule !== undefined) return rule({ name, given, all, root });
  // Of a value that a provider has made, what a decoder or a function of a provider makes is no path of ours.
  return all.every((text) => text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
    ? CLEAN
    : anything(`${name}(…)`);
}

/** Several functions with one rule. */
function each<Rule>(names: string, rule: Rule): readonly (readonly [string, Rule])[] {
  return names.split(/\s+/u).map((name) => [name, rule]);
}

/** Functions for which it does not matter whether an argument can be any text. */
const WHATEVER_IS_GIVEN: ReadonlyMap<string, (given: readonly PathValue[]) => PathValue> = new Map([
  // A number, a digest, a time, or one of a few fixed texts.
  ...each(
    `abs alltrue anytrue base64sha256 base64sha512 bcrypt can ceil cidrcontains cidrhost cidrnetmask cidrsubnet cidrsubnets
    contains endswith filebase64sha256 filebase64sha512 fileexists filemd5 filesha1 filesha256 filesha512 floor index
    issensitive length log max md5 min parseint plantimestamp pow rsadecrypt sha1 sha256 sha512 signum startswith
    strcontains sum timecmp timestamp tobool tonumber type uuid uuidv5`,
    () => CLEAN,
  ),
  // One of the arguments, or a collection of them.
  ...each(
    `chunklist coalesce coalescelist compact concat convert defaults distinct element ephemeralasnull flatten keys list
    lookup map matchkeys merge nonsensitive one range reverse sensitive setintersection setproduct setsubtract setunion
    slice sort tolist tomap toset tostring transpose try values zipmap`,
    union,
  ),
  ['fileset', () => NAME],
  ['templatefile', (given) => union([CONTENT, ...given.slice(1)])],
]);

interface Call {
  readonly name: string;
  readonly given: readonly PathValue[];
  /** The texts of all arguments. */
  readonly all: readonly Text[];
  readonly root: string;
}

const RULES: ReadonlyMap<string, (call: Call) => PathValue> = new Map([
  ...each('abspath pathexpand', ({ given, root }: Call) => ofFirst(given, (text) => absolute(text, root))),
  ['basename', ({ all, name }) => union(all.map((text) => (isFolder(text) ? CLEAN : cut(text, name))))],
  ['dirname', ({ all }) => union(all.map(parentOf))],
  ['base64decode', ({ all }) => union(all.map(decoded))],
  ...each('base64encode base64gzip textencodebase64', () => LOOSE),
  ...each('jsonencode urlencode yamlencode', ({ given, all }: Call) => (all.every(isPlain) ? DOT : union(given))),
  ...each('csvdecode jsondecode yamldecode', ({ all, name }: Call) =>
    all.some((text) => literals(text).includes('\\')) ? anything(name) : union(all.map((text) => cut(text, name))),
  ),
  ...each('format formatlist', ({ given }: Call) => formatted(given[0] ?? NOTHING, given.slice(1))),
  ['lower', ({ given }) => ofFirst(given, (text) => recased(text, 'lower'))],
  ['upper', ({ given }) => ofFirst(given, (text) => recased(text, 'upper'))],
  ['replace', ({ given }) => replaced(given)],
  // Any text may be put together within a template, of numbers even.
  ['templatestring', () => anything('templatestring(…)')],
  ['split', ({ given, name }) => exactly([given[1], given[0]], (text, mark) => text.split(mark), name)],
  [
    'trimprefix',
    ({ given, name }) => exactly(given, (text, mark) => [text.startsWith(mark) ? text.slice(mark.length) : text], name),
  ],
  [
    'trimsuffix',
    ({ given, name }) =>
      exactly(given, (text, mark) => [text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text], name),
  ],
  ['chomp', ({ all, name }) => union(all.map((text) => trimmed(text, name, /\n+$/u)))],
  ['trimspace', ({ all, name }) => union(all.map((text) => trimmed(text, name, /^\s+|\s+$/gu)))],
  ...each('regex regexall', ({ given, name }: Call) => ofFirst(given.slice(1), (text) => cut(text, name))),
  // A part of the first argument, or blanks are put into it.
  ...each('formatdate indent strrev substr timeadd title trim', ({ given, name }: Call) =>
    ofFirst(given, (text) => cut(text, name)),
  ),
]);

function ofFirst([first]: readonly PathValue[], rule: (text: Text) => PathValue): PathValue {
  return union((first?.texts ?? []).map(rule));
}

function trimmed(text: Text, name: string, marks: RegExp): PathValue {
  const whole = known(text);
  return whole === undefined ? cut(text, name) : constant(whole.replace(marks, ''));
}

/** A pattern of file names, up to its first wildcard. */
export function pattern(value: PathValue): PathValue {
  if (value.anything !== undefined) return value;
  return union(
    value.texts.map((text) => {
      const whole = known(text);
      if (whole === undefined) return { texts: [text], anything: undefined };
      const end = whole.search(/[*?{[\\]/u);
      if (end < 0) return constant(whole);
      // `{..,x}/y` and `[.].` climb as well.
      return /\.\.|\[/u.test(whole)
        ? anything('a pattern that climbs')
        : concatenate([constant(whole.slice(0, end)), LOOSE]);
    }),
  );
}

/** What any function that only cuts, one character or many, can leave of a text. */
function cut(text: Text, name: string): PathValue {
  if (!isTame(text) || /\.\./u.test(literals(text))) return anything(`${name}(…) of a path`);
  const isUnknown = text.every((part) => typeof part !== 'string');
  if (isUnknown || hasContent(text)) {
    const kind = ofKind(text);
    return kind === DOTTED || kind === LOOSE ? DOT : kind;
  }
  const dots = literals(text).split('.').length - 1;
  // Two dots that lose what stands between them can become a step of their own.
  return dots === 0 ? LOOSE : DOT;
}

/** The same path with other letters names another file; dots and slashes stay. */
function recased(text: Text, name: 'lower' | 'upper'): PathValue {
  const parts = text.map((part): Text[number] | undefined => {
    // Go and JavaScript agree on these letters.
    if (typeof part === 'string') {
      if (/[^\0-\x7f]/u.test(part)) return undefined;
      return name === 'lower' ? part.toLowerCase() : part.toUpperCase();
    }
    if (part.unknown === 'folder') return undefined;
    return part.unknown === 'name' ? { unknown: 'dotted' } : part;
  });
  const all = parts.filter((part) => part !== undefined);
  return all.length === parts.length ? { texts: [all], anything: undefined } : anything(`${name}(…) of a path`);
}

/** A dot is no part of the alphabet: what has one cannot be decoded. */
function decoded(text: Text): PathValue {
  const whole = known(text);
  if (whole !== undefined)
    return /[.]/u.test(whole) ? NOTHING : constant(Buffer.from(whole, 'base64').toString('utf8'));
  if (text.every((part) => typeof part !== 'string' && part.unknown === 'clean')) return CLEAN;
  return literals(text).includes('.') || text.some((part) => typeof part !== 'string' && part.unknown === 'folder')
    ? NOTHING
    : anything('base64decode(…)');
}

function literals(text: Text): string {
  return text.filter((part) => typeof part === 'string').join('');
}

function isFolder(text: Text): boolean {
  const [only, ...others] = text;
  return others.length === 0 && typeof only === 'object' && only.unknown === 'folder';
}

/** Of a module's own folder: that of the composition is `.`, whose parent is `.` as well. */
function parentOf(text: Text): PathValue {
  const [first] = text;
  if (!isFolder(text) || typeof first !== 'object' || first.unknown !== 'folder' || !first.folder.includes('/'))
    return cut(text, 'dirname');
  const parent = first.folder.slice(0, first.folder.lastIndexOf('/'));
  return union([folderPath(parent), folderPath(first.folder)]);
}

/** Cut at a known mark, where the text is known. */
function exactly(
  [texts, marks]: readonly (PathValue | undefined)[],
  apply: (text: string, mark: string) => readonly string[],
  name: string,
): PathValue {
  return union(
    (texts?.texts ?? []).flatMap((text) =>
      (marks?.texts ?? []).map((mark) => {
        const [whole, at] = [known(text), known(mark)];
        return whole === undefined || at === undefined ? cut(text, name) : union(apply(whole, at).map(constant));
      }),
    ),
  );
}

function replaced([texts = NOTHING, marks = NOTHING, others = NOTHING]: readonly PathValue[]): PathValue {
  return union(
    texts.texts.flatMap((text) =>
      marks.texts.flatMap((mark) =>
        others.texts.map((other): PathValue => {
          const [whole, from, to] = [known(text), known(mark), known(other)];
          // A path with other slashes is the same path.
          if (from === '\\' && to === '/') return { texts: [text], anything: undefined };
          if (from === undefined || to === undefined) return anything('replace(…) with a mark that is not known');
          const isPattern = from.length > 1 && from.startsWith('/') && from.endsWith('/');
          if (whole !== undefined && !isPattern) return constant(whole.replaceAll(from, () => to));
          if (!isTame(text)) return anything('replace(…) of a path');
          // All dots are gone, or none is new and none comes nearer to another.
          if (from === '.' && !/[./\\]/u.test(to)) return LOOSE;
          if (!isPattern && to !== '' && !/[./\\$]/u.test(to) && !/[./]/u.test(from))
            return { texts: [text], anything: undefined };
          const more = isPattern ? to.replace(/\$(?:\d+|\{\d+\})/gu, '') : to;
          if (/[./\\$]/u.test(more)) {
            if (/\.\.|\$|\.\/|\/\./u.test(to) || text.some((part) => typeof part === 'string'))
              return anything('replace(…)');
            return to.includes('.') ? DOT : LOOSE;
          }
          // A pattern may take away anything between two dots.
          const dots = literals(text).split('.').length - 1;
          return isPattern && dots > 1 ? anything('replace(…)') : cut(text, 'replace');
        }),
      ),
    ),
  );
}

/** The argument may be numbered before the width or behind it. */
const VERB = /%(?:\[(\d+)\])?([+\-# 0]*\d*(?:\.\d+)?)(?:\[(\d+)\])?([a-zA-Z%])/gu;

/** A part of the format that is not known has no verbs in it. */
function formatted(formats: PathValue, given: readonly PathValue[]): PathValue {
  return union(
    formats.texts.map((text): PathValue => {
      const parts: PathValue[] = [];
      let next = 0;
      for (const format of text) {
        if (typeof format !== 'string') {
          parts.push({ texts: [[format]], anything: undefined });
          continue;
        }
        let at = 0;
        for (const match of format.matchAll(VERB)) {
          parts.push(constant(format.slice(at, match.index)));
          at = match.index + match[0].length;
          const [, before, flags = '', behind, verb = ''] = match;
          const position = before ?? behind;
          if (verb === '%') {
            parts.push(constant('%'));
            continue;
          }
          const index = position === undefined ? next : Number(position) - 1;
          next = index + 1;
          parts.push(verbValue(flags, verb, given[index] ?? LOOSE));
        }
        parts.push(constant(format.slice(at)));
      }
      return concatenate(parts);
    }),
  );
}

/** A number; a text as it is; or a text that is cut, padded or quoted. */
function verbValue(flags: string, verb: string, value: PathValue): PathValue {
  if (/[bdeEfgGotTxX]/u.test(verb)) return CLEAN;
  if (value.texts.length === 0 && value.anything === undefined) return LOOSE;
  return flags === '' && /[sv]/u.test(verb) ? value : union(value.texts.map((each) => cut(each, 'format')));
}

function absolute(text: Text, root: string): PathValue {
  const [first] = text;
  if (typeof first === 'string') {
    if (/^[/~]/u.test(first)) return anything('an absolute path');
    return concatenate([folderPath(root), constant('/'), { texts: [text], anything: undefined }]);
  }
  if (first === undefined) return folderPath(root);
  return first.unknown === 'folder'
    ? { texts: [text], anything: undefined }
    : anything('abspath(…) of a path that is not known');
}

/** `join`: each element once where the list is known, else any of them any number of times. */
export function joinValue(mark: PathValue, elements: readonly PathValue[], isWhole: boolean): PathValue {
  if (isWhole && elements.length <= 12) {
    return concatenate(elements.flatMap((each, index) => (index === 0 ? [each] : [mark, each])));
  }
  const each = union(elements);
  if (each.anything !== undefined) return each;
  // What three of them cannot become, more cannot become either.
  const small = each.texts.length > 4 ? summary(each) : each;
  const three = concatenate([small, mark, small, mark, small]);
  const two = concatenate([small, mark, small]);
  const all = [three, two, small];
  const open = all.find((value) => value.anything !== undefined || !value.texts.every(isTame));
  if (open !== undefined || !each.texts.every(isPlain)) return anything('join(…) of parts of a path');
  return summary(union(all));
}

/** The kinds of texts that a value has, where all are tame. */
function summary(value: PathValue): PathValue {
  if (value.anything !== undefined || !value.texts.every(isPlain)) return anything('too many texts that may be paths');
  return union(value.texts.map(ofKind));
}
