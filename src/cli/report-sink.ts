// SPDX-License-Identifier: Apache-2.0
import { createStreamDigest } from '../crypto/digest.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Item, ReportEnd, ReportHead } from '../model/report.ts';
import { endLine, headLine, itemLine } from '../report/ndjson.ts';
import { NewFile, StoreError } from '../store/new-file.ts';
import { wholeReport, withheld } from '../verify/compose-report.ts';
import { deliver, formatOf, type OutputFlags, placeOf, tellWritten } from './session.ts';
import { type ExitCode, OutputError, settle, writeJson } from './settle.ts';

/** Takes a report as it comes. What was given to it is written, and the exit code set, by `end` alone. */
export interface ReportSink {
  item(item: Item): void;
  /** @param interrupted the exit code where not all was examined */
  end(end: ReportEnd, interrupted: ExitCode | null): void;
  /** Whatever happened: nothing unfinished is left behind. */
  close(): void;
}

/** @param whole the report is not written before all of it is known */
export function sinkFor(flags: OutputFlags, head: ReportHead, whole: boolean): ReportSink {
  if (whole || formatOf(flags) !== 'ndjson') return new WholeReport(flags, head);
  const file = flags['output-file'];
  return file === undefined ? new LinesOut(head) : new LinesFile(file, flags, head);
}

class WholeReport implements ReportSink {
  readonly #flags: OutputFlags;
  readonly #head: ReportHead;
  readonly #items: Item[] = [];

  constructor(flags: OutputFlags, head: ReportHead) {
    this.#flags = flags;
    this.#head = head;
  }

  item(item: Item): void {
    this.#items.push(item);
  }

  end(end: ReportEnd, interrupted: ExitCode | null): void {
    deliver(wholeReport(this.#head, withheld(this.#items), end), this.#flags, interrupted);
  }

  close(): void {}
}

/** Lines on standard output, each one as soon as it is known. */
class LinesOut implements ReportSink {
  constructor(head: ReportHead) {
    writeJson(headLine(head));
  }

  item(item: Item): void {
    writeJson(itemLine(item));
  }

  end(end: ReportEnd, interrupted: ExitCode | null): void {
    writeJson(endLine(end));
    settle(interrupted ?? end.verdict.exitCode);
  }

  close(): void {}
}

/** Lines in a file that has its name once it is whole. */
class LinesFile implements ReportSink {
  readonly #path: string;
  readonly #flags: OutputFlags;
  readonly #file: NewFile;
  readonly #digest = createStreamDigest(['sha256']);
  #size = 0;

  constructor(path: string, flags: OutputFlags, head: ReportHead) {
    this.#path = path;
    this.#flags = flags;
    this.#file = stored(() => new NewFile(path, placeOf(flags, { inputs: [] })));
    this.#write(headLine(head));
  }

  item(item: Item): void {
    this.#write(itemLine(item));
  }

  end(end: ReportEnd, interrupted: ExitCode | null): void {
    this.#write(endLine(end));
    stored(() => this.#file.keep(placeOf(this.#flags, end).never));
    const sha256 = this.#digest.digests().get('sha256')!;
    tellWritten(end.verdict, { file: this.#path, sha256, size: this.#size });
    settle(interrupted ?? end.verdict.exitCode);
  }

  close(): void {
    this.#file.drop();
  }

  #write(line: string): void {
    const bytes = encodeUtf8(line);
    this.#digest.update(bytes);
    this.#size += bytes.length;
    stored(() => this.#file.write(bytes));
  }
}

/** @throws OutputError */
export function stored<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StoreError ? new OutputError(error.message) : error;
  }
}
