// SPDX-License-Identifier: Apache-2.0

/**
 * A script without its texts and remarks, for tests of its structure: no PowerShell is part of Debian, and none is run here.
 *
 * @throws Error where a bracket or a quotation mark is left open
 */
export function bareScript(source: string): string {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };
  let bare = '';
  for (let i = 0; i < source.length; i++) {
    const one = source[i]!;
    if (one === '#') {
      while (i < source.length && source[i] !== '\n') i++;
      bare += '\n';
    } else if (one === "'") {
      // Two of them in a text are one.
      for (i++; source[i] !== "'" || source[i + 1] === "'"; i++) {
        if (i >= source.length) throw new Error('a text in single quotation marks is left open');
        if (source[i] === "'") i++;
      }
      bare += "''";
    } else if (one === '"') {
      for (i++; source[i] !== '"'; i++) {
        if (i >= source.length) throw new Error('a text in quotation marks is left open');
        if (source[i] === '`') i++;
        // `$( … )` in a text: only its end is looked for.
        if (source[i] === '$' && source[i + 1] === '(') {
          for (let depth = 0; ; i++) {
            if (source[i] === '(') depth++;
            if (source[i] === ')' && --depth === 0) break;
            if (i >= source.length) throw new Error('an expression in a text is left open');
          }
        }
      }
      bare += '""';
    } else {
      if ('({['.includes(one)) open.push(one);
      if (')}]'.includes(one) && open.pop() !== pairs[one]) throw new Error(`${one} at ${i} closes nothing`);
      bare += one;
    }
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return bare;
}
