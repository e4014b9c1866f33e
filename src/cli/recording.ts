// SPDX-License-Identifier: Apache-2.0
import { Recorder } from '../crypto/recorder.ts';
import type { Report } from '../model/report.ts';

/** What one command has computed, and what it has reported of it. */
export class Recording {
  readonly recorder = new Recorder();
  #report: Report | null = null;

  get report(): Report | null {
    return this.#report;
  }

  keep(report: Report): void {
    this.#report = report;
  }
}
