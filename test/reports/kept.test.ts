// SPDX-License-Identifier: Apache-2.0
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptReport, madeReports, REPORTS } from '../transcripts/reports.ts';

describe('the reports that the transcripts read', () => {
  it('are those that the program writes', () => {
    const made = madeReports();
    if (process.env['UPDATE_TRANSCRIPTS'] === '1')
      for (const [name, text] of made) writeFileSync(join(REPORTS, name), text);
    expect(readdirSync(REPORTS).sort()).toEqual([...made.keys()].sort());
    for (const [name, text] of made) expect(keptReport(name) === text, name).toBe(true);
  });
});
