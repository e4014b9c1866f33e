// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { ReadProgress } from '../evidence/input.ts';
import { onTerminal, tell } from './settle.ts';

const STEP = 256 * 1024 * 1024;
/** Milliseconds: before the first line, and between two. */
const FIRST = 1000;
const EACH = 250;
/** Of a terminal: a line that wraps cannot be rewritten. */
const WIDTH = 79;

/** A line on standard error for each 256 MiB of one file; silence for everything that is done at once. */
export function progressTo(flags: { readonly quiet?: boolean | undefined }): ReadProgress {
  let told = 0;
  return (name, done, total) => {
    if (done < told) told = 0;
    if (flags.quiet === true || done - told < STEP) return;
    told = done;
    tell(`forensic-verify: reading ${escapeText(name)}: ${Math.floor((100 * done) / Math.max(total, 1))} %\n`);
  };
}

/** How far a long piece of work is: one line on standard error that is written over, on a terminal alone. */
export class ProgressLine {
  readonly #what: string;
  readonly #shown: boolean;
  readonly #began = performance.now();
  #last = this.#began - EACH;
  #written = false;

  constructor(what: string, flags: { readonly quiet?: boolean | undefined }) {
    this.#what = what;
    this.#shown = flags.quiet !== true && onTerminal(2);
  }

  update(done: number, total: number): void {
    if (!this.#shown) return;
    const now = performance.now();
    if (now - this.#began < FIRST || now - this.#last < EACH) return;
    this.#last = now;
    this.#written = true;
    tell(`\r${lineOf(this.#what, done, total, now - this.#began).padEnd(WIDTH)}`);
  }

  /** Clears the line for what is written to the same terminal; it is drawn again in its time. */
  pause(): void {
    if (this.#written) tell(`\r${' '.repeat(WIDTH)}\r`);
    this.#written = false;
  }

  /** What is written next begins on a line of its own. */
  end(): void {
    if (this.#written) tell('\n');
    this.#written = false;
  }
}

/** @param elapsed milliseconds */
export function lineOf(what: string, done: number, total: number, elapsed: number): string {
  const rate = (1000 * done) / Math.max(elapsed, 1);
  const left = rate === 0 ? '' : `, ${timeOf(Math.ceil((total - done) / rate))} left`;
  return `forensic-verify: ${what} ${done} of ${total}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${left}`.slice(
    0,
    WIDTH,
  );
}

function timeOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
