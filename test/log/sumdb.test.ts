// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { bundledSumdbKeys, readSumdbRecord, readSumdbTree, sumdbSigner } from '../../src/log/sumdb.ts';
import { attempt } from '../../src/model/malformed.ts';

/** What sum.golang.org answered to /latest in 2020, as it was published in articles on module mirrors. */
const LATEST = `go.sum database tree
756113
k9nFMBuXq8uk+9SQNxs/Vadri2XDkaoo96u4uMa0qE0=

— sum.golang.org Az3grgIHxiDLRpsKUElIX5vJMlFS79SqfQDSgHQmON922lNdJ5zxF8SSPPcah3jhIkpG8LSKNaWXiy7IldOSDCt4Pwk=
`;
const outcomeOf = (text: string) => sumdbSigner(readSumdbTree(encodeUtf8(text)), bundledSumdbKeys(), nativeEngine);
const reasonOf = (read: () => unknown) => {
  const result = attempt(read);
  return result.ok ? null : result.problem.reason;
};

describe('tree heads of a checksum database', () => {
  it('of the Go project verifies under the key of this build', () => {
    expect(outcomeOf(LATEST)).toEqual({ outcome: 'signed', name: 'sum.golang.org' });
  });

  it('with another size is forged', () => {
    expect(outcomeOf(LATEST.replace('756113', '756114'))).toEqual({ outcome: 'forged', name: 'sum.golang.org' });
  });

  it('by somebody else is of nobody who is known', () => {
    expect(outcomeOf(LATEST.replace('— sum.golang.org', '— sum.mint.example'))).toEqual({ outcome: 'unknown' });
  });

  it('with a second line that is forged is forged', () => {
    const line = LATEST.split('\n\n')[1]!;
    const bad = line.replace('Az3grgIH', 'Az3grgJH');
    expect(outcomeOf(LATEST + bad)).toEqual({ outcome: 'forged', name: 'sum.golang.org' });
  });

  it.each([
    [LATEST.replace('go.sum database tree', 'another tree')],
    [LATEST.split('\n\n')[0]!],
    [LATEST.replace('756113', '0756113')],
    [''],
  ])('%j is none', (text) => {
    expect(reasonOf(() => readSumdbTree(encodeUtf8(text)))).toBe('sumdb-format');
  });
});

describe('records of a checksum database', () => {
  const lines = 'm.example/a v1.0.0 h1:x\n';

  it('keep the octets that are the leaf', () => {
    const record = readSumdbRecord(encodeUtf8(`17\n${lines}\n${LATEST}`));
    expect([record.index, record.text, record.tree.head.size]).toEqual([17n, lines, 756113n]);
  });

  it.each([[`${lines}\n${LATEST}`], [`17\n\n${LATEST}`], [`017\n${lines}\n${LATEST}`], [`17\n${lines}`], ['']])(
    '%j is none',
    (text) => {
      expect(reasonOf(() => readSumdbRecord(encodeUtf8(text)))).toBe('sumdb-format');
    },
  );
});
