// SPDX-License-Identifier: Apache-2.0

/**
 * A transcript: what a person types, and what the program answers.
 *
 *     # a remark
 *     in fixtures/cases/some-case       the working directory, from here on
 *     set NAME words of a command       $NAME stands for them, from here on
 *
 *     $ forensic-verify verify a 'b c' \    words as a shell reads them, but with no other magic than '…' and NAME=value
 *         --key $KEY < file                 standard input
 *     exit 3
 *     | a line of standard output, whole
 *     | ...                             any number of lines
 *     ! a line of standard error
 *
 * In an expected line `<hex>`, `<n>`, `<time>` and `<*>` stand for what differs. What is not expected must not be there.
 */
export interface Step {
  readonly line: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly stdin: string | null;
  readonly exit: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

export function parseTranscript(text: string): Step[] {
  const steps: Step[] = [];
  const names = new Map<string, readonly string[]>();
  let folder = '.';
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; ) {
    const start = i;
    const [head = '', ...rest] = lines[i++]!.split(' ');
    const tail = rest.join(' ');
    if (head === '' || head === '#') continue;
    if (head === 'in') folder = tail;
    else if (head === 'set') names.set(`$${rest[0]}`, wordsOf(rest.slice(1).join(' '), names));
    else if (head === '$') {
      let command = tail;
      while (command.endsWith('\\')) command = `${command.slice(0, -1)}${lines[i++]!.trim()}`;
      const exit = /^exit ([0-9]+)$/.exec(lines[i++] ?? '');
      if (exit === null) throw new Error(`line ${i}: no exit code behind the command`);
      const stdout: string[] = [];
      const stderr: string[] = [];
      for (; /^[|!]( |$)/.test(lines[i] ?? ''); i++)
        (lines[i]!.startsWith('|') ? stdout : stderr).push(lines[i]!.slice(2));
      steps.push({
        line: start + 1,
        folder,
        ...callOf(wordsOf(command, names)),
        exit: Number(exit[1]),
        stdout,
        stderr,
      });
    } else throw new Error(`line ${start + 1}: ${head} is no word of a transcript`);
  }
  return steps;
}

function wordsOf(command: string, names: ReadonlyMap<string, readonly string[]>): string[] {
  const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  return words.flatMap((word) => {
    if (/^\$[A-Z]+$/.test(word)) {
      const known = names.get(word);
      if (known === undefined) throw new Error(`${word} is not set`);
      return known;
    }
    return [word.replaceAll("'", '')];
  });
}

function callOf(words: readonly string[]): Pick<Step, 'env' | 'words' | 'stdin'> {
  const env: Record<string, string> = {};
  let first = 0;
  for (; /^[A-Z_]+=/.test(words[first] ?? ''); first++) {
    const [name = '', ...value] = words[first]!.split('=');
    env[name] = value.join('=');
  }
  if (words[first] !== 'forensic-verify') throw new Error(`${words[first]} is not forensic-verify`);
  const rest = words.slice(first + 1);
  const input = rest.indexOf('<');
  return input === -1
    ? { env, words: rest, stdin: null }
    : { env, words: rest.slice(0, input), stdin: rest[input + 1]! };
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '<hex>': '[0-9a-f]+',
  '<n>': '[0-9]+',
  '<time>': '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z',
  '<*>': '.*',
};

/** Whether the lines are those that are expected, `...` standing for any number. */
export function matchesLines(expected: readonly string[], found: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return found.length === 0;
  if (first !== '...') return found.length > 0 && matchesLine(first, found[0]!) && matchesLines(rest, found.slice(1));
  for (let i = 0; i <= found.length; i++) if (matchesLines(rest, found.slice(i))) return true;
  return false;
}

function matchesLine(expected: string, found: string): boolean {
  const parts = expected
    .split(/(<(?:hex|n|time|\*)>)/)
    .map((part) => PLACEHOLDERS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('')}$`).test(found);
}

/** The lines of an output; its last one ends in a newline, as of every well-behaved program. */
export function linesOf(output: string): string[] {
  if (output === '') return [];
  if (!output.endsWith('\n')) return [...output.split('\n'), '(no newline at the end)'];
  return output.slice(0, -1).split('\n');
}

/** The text again, with the output of each step that differs replaced by what was found: for whoever writes one. */
export function withOutput(
  text: string,
  found: ReadonlyMap<Step, { readonly code: number | null; readonly stdout: string; readonly stderr: string }>,
): string {
  const lines = text.split('\n');
  for (const [step, { code, stdout, stderr }] of [...found].reverse()) {
    let start = step.line;
    while (lines[start - 1]!.endsWith('\\')) start++;
    let end = start + 1;
    while (/^[|!]( |$)/.test(lines[end] ?? '')) end++;
    const output = [
      ...linesOf(stdout).map((line) => `| ${line}`.trimEnd()),
      ...linesOf(stderr).map((line) => `! ${line}`.trimEnd()),
    ];
    lines.splice(start, end - start, `exit ${code}`, ...output);
  }
  return lines.join('\n');
}
