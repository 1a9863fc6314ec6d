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

/** Functions whose first argument is the path of something that they read. */
export const READS = /^(?:core::)?(?:file\w*|templatefile)$/u;

/** The result is a number, a digest, a time, or one of a few fixed texts. */
const GIVES_NO_PATH =
  /^(?:abs|alltrue|anytrue|base64sha\d+|bcrypt|can|ceil|cidr\w+|contains|endswith|filebase64sha\d+|filemd5|filesha\d+|fileexists|floor|index|issensitive|length|log|max|md5|min|parseint|plantimestamp|pow|rsadecrypt|sha\d+|signum|startswith|strcontains|sum|timecmp|timestamp|tobool|tonumber|type|uuid|uuidv5)$/u;
/** The result is one of the arguments, or a collection of them. */
const PASSES_ON =
  /^(?:chunklist|coalesce|coalescelist|compact|concat|convert|defaults|distinct|element|ephemeralasnull|flatten|keys|list|lookup|map|matchkeys|merge|nonsensitive|one|range|reverse|sensitive|setintersection|setproduct|setsubtract|setunion|slice|sort|to(?:list|map|set|string)|transpose|try|values|zipmap)$/u;
/** The result is a part of the first argument that is not known, or blanks are put into it. */
const CUTS =
  /^(?:basename|chomp|formatdate|indent|replace|split|strrev|substr|timeadd|title|trim|trimprefix|trimspace|trimsuffix|urlencode)$/u;
/** Whether a function takes a text apart, so that a line or a value in it becomes a text of its own. */
export function takesApart(called: string): boolean {
  const name = called.replace(/^core::/u, '');
  return (
    READS_TEXT.test(name) ||
    /^(?:base64decode|base64gunzip|regex|regexall|split|strrev|substr|templatestring)$/u.test(name)
  );
}

const ENCODES = /^(?:base64encode|base64gzip|jsonencode|textencodebase64|urlencode|yamlencode)$/u;
const READS_TEXT = /^(?:csvdecode|jsondecode|yamldecode)$/u;

/**
 * What a call gives.
 *
 * @param given the arguments; a collection stands for its elements
 * @param root the composition's folder, from which relative paths go
 */
export function callValue(called: string, given: readonly PathValue[], root: string): PathValue {
  const name = called.replace(/^core::/u, '');
  if (GIVES_NO_PATH.test(name)) return CLEAN;
  // Their content; what is in the files is looked at where they are named.
  if (name === 'fileset') return NAME;
  if (name === 'templatefile') return union([CONTENT, ...given.slice(1)]);
  if (READS.test(name)) return CONTENT;
  if (PASSES_ON.test(name)) return union(given);
  const open = given.find((value) => value.anything !== undefined);
  if (open !== undefined) return open;
  if (name === 'abspath' || name === 'pathexpand')
    return union((given[0]?.texts ?? []).map((text) => absolute(text, root)));
  if (name === 'lower' || name === 'upper') return union((given[0]?.texts ?? []).map((text) => recased(text, name)));
  if (name === 'format' || name === 'formatlist') return formatted(given[0] ?? NOTHING, given.slice(1));
  if (name === 'replace') return replaced(given);
  const all = given.flatMap((value) => value.texts);
  if (name === 'dirname') return union(all.map(parentOf));
  if (name === 'basename') return union(all.map((text) => (isFolder(text) ? CLEAN : cut(text, name))));
  if (/^(?:base64|textencode)/u.test(name) && ENCODES.test(name)) return LOOSE;
  if (ENCODES.test(name)) return all.every(isPlain) ? DOT : union(given);
  if (READS_TEXT.test(name)) {
    return all.every((text) => !/\\/u.test(literals(text)))
      ? union(all.map((text) => cut(text, name)))
      : anything(name);
  }
  // Any text may be put together within a template, of numbers even.
  if (name === 'templatestring') return anything('templatestring(…)');
  if (name === 'base64decode') return union(all.map(decoded));
  if (name === 'split') return exactly(given, (text, mark) => text.split(mark), name, true);
  if (name === 'trimprefix') {
    return exactly(given, (text, mark) => [text.startsWith(mark) ? text.slice(mark.length) : text], name);
  }
  if (name === 'trimsuffix') {
    return exactly(
      given,
      (text, mark) => [text.endsWith(mark) ? text.slice(0, text.length - mark.length) : text],
      name,
    );
  }
  if (name === 'trimspace' || name === 'chomp') {
    return union(
      all.map((text) => {
        const whole = known(text);
        return whole === undefined
          ? cut(text, name)
          : constant(name === 'chomp' ? whole.replace(/\n+$/u, '') : whole.trim());
      }),
    );
  }
  if (/^regex/u.test(name)) return union((given[1]?.texts ?? []).map((text) => cut(text, name)));
  if (CUTS.test(name)) return union((given[0]?.texts ?? []).map((text) => cut(text, name)));
  // Of a value that a provider has made, what a decoder or a function of a provider makes is no path of ours.
  return all.every((text) => text.every((part) => typeof part !== 'string' && part.unknown === 'clean'))
    ? CLEAN
    : anything(`${called}(…)`);
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
  given: readonly PathValue[],
  apply: (text: string, mark: string) => readonly string[],
  name: string,
  markFirst = false,
): PathValue {
  const [texts, marks] = markFirst ? [given[1], given[0]] : [given[0], given[1]];
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
