// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { foundByName, nameFindings } from '../../src/verify/name-findings.ts';

const A = 'aa'.repeat(32);
const B = 'bb'.repeat(32);
const found = foundByName(['d/app.bin', 'd/other.bin']);

function codes(subjects: readonly [string, string][], artifacts: readonly [string, string][]): string[] {
  const item = {
    ...EMPTY_ITEM,
    name: 'd/att.json',
    kind: 'dsse',
    checks: [],
    subjects: subjects.map(([name, sha256]) => ({ name, digest: { sha256 } })),
    artifacts: artifacts.map(([name, sha256]) => ({ name, digests: { sha256 } })),
  };
  return nameFindings(item, found).map(({ code }) => code);
}

describe('names beside digests', () => {
  it('say nothing where they agree, in whatever folder', () => {
    expect(codes([['app.bin', A]], [['d/app.bin', A]])).toEqual([]);
    expect(codes([['build/out/app.bin', A]], [['d/app.bin', A]])).toEqual([]);
  });
  it('are told where the subject is called otherwise', () => {
    expect(codes([['release.bin', A]], [['d/app.bin', A]])).toEqual(['subject-name-differs']);
  });
  it('are told where a file has the name of a subject and another digest', () => {
    expect(codes([['app.bin', B]], [])).toEqual(['subject-name-other-digest']);
    expect(
      codes(
        [
          ['app.bin', B],
          ['other.bin', A],
        ],
        [['d/other.bin', A]],
      ),
    ).toEqual(['subject-name-other-digest']);
  });
  it('of packages and images are not file names', () => {
    expect(codes([['pkg:npm/app.bin@1.0.0', A]], [['d/app.bin', A]])).toEqual([]);
  });
});
