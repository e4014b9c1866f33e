// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { tellMessage } from './message.ts';
import { asciiOnly, OutputError, settle, writeAll } from './settle.ts';
import { MaterialNeeded, UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/**
 * Runs one command for the host at hand. Every way out settles the exit code here or in the command itself: 64 for a call that cannot
 * be understood, 74 where the output could not be written, 70 for a fault of ours. None of them is a verdict.
 */
export async function execute(argv: readonly string[]): Promise<void> {
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      writeAll(1, `forensic-verify ${VERSION} node ${process.version} ${process.platform}-${process.arch}\n`);
      settle(0);
      return;
    }
    // With it comes the command-line framework.
    const { dispatch } = await import('./dispatch.ts');
    await dispatch(argv);
  } catch (error) {
    fail(error, argv);
  }
}

function wantsJson(argv: readonly string[]): boolean {
  const says = (name: RegExp, value: string) =>
    argv.some((word, i) => word.replace(name, '') === `=${value}` || (name.test(word) && argv[i + 1] === value));
  // Without a word about its form it prints JSON.
  if (says(/^--compat/, 'stella') && !says(/^(?:--output|--format|-o|-f)/, 'table')) return true;
  return argv.some(
    (word, i) =>
      word === '--json' ||
      /^(--output|--format)=(json|ndjson|provenance|sarif)$/.test(word) ||
      (['--output', '-o', '--format', '-f'].includes(word) &&
        /^(json|ndjson|provenance|sarif)$/.test(argv[i + 1] ?? '')),
  );
}

/** Tells of a fault, and settles its exit code. */
export function fail(error: unknown, argv: readonly string[]): void {
  const [code, kind, message] = classify(error);
  try {
    if (wantsJson(argv)) writeAll(1, `${asciiOnly(errorDocument(error, code, kind, message))}\n`);
    settle(code);
  } catch (failure) {
    // Whatever else fails while a failure is told, the process has failed.
    settle(failure instanceof OutputError ? 74 : 70);
  }
  tellMessage(`${code === 70 || code === 74 ? `${kind}: ` : ''}${message}`);
}

/** Its members in the order of RFC 8785. */
function errorDocument(error: unknown, exitCode: number, kind: string, message: string): string {
  const place = error instanceof UsageError ? error.place : null;
  const { column, file, line } = place ?? {};
  const format = 'forensic-verify/error@v1';
  return JSON.stringify({ column, error: message, exitCode, file: file?.toWellFormed(), format, kind, line });
}

type Classified = readonly [5 | 64 | 70 | 74, 'material needed' | 'usage' | 'internal error' | 'output error', string];

function classify(error: unknown): Classified {
  if (error instanceof MaterialNeeded) return [5, 'material needed', oneLine(error.message)];
  if (error instanceof OutputError) return [74, 'output error', error.message];
  if (error instanceof UsageError) return [64, 'usage', [error.message, ...error.lines].map(oneLine).join('\n')];
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [70, 'internal error', `${oneLine(text)}; the evidence was not judged: please report it`];
}

/** Messages may quote the command line, which is as hostile as evidence: one line each, and nothing in it can be drawn. */
function oneLine(text: string): string {
  return escapeText(text, 2000);
}
