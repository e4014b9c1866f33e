// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/crypto/digest.ts';
import { encodeHex } from '../../src/encoding/hex.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { rootUnder } from '../../src/merkle/listed-root.ts';
import type { ListProfile } from '../../src/merkle/profile.ts';
import { attempt } from '../../src/model/malformed.ts';

const filesOf = (...names: readonly string[]) =>
  names.map((one) => ({ path: `${one}.txt`, sha256: sha256(encodeUtf8(one)) }));
const rootOf = (profile: ListProfile, ...names: readonly string[]) => encodeHex(rootUnder(profile, filesOf(...names)));

describe('roots of lists of files', () => {
  // Known answers over files that hold a, b and c.
  it.each<[ListProfile, string]>([
    ['sha256-pairs-doubled', 'd31a37ef6ac14a2db1470c4316beb5592e6afd4465022339adafda76a18ffabe'],
    ['sha256-pairs-promoted', '7075152d03a5cd92104887b476862778ec0c87be5c2fa1c0a90f87c49fad6eff'],
    ['sha256-hex-pairs-doubled', '0bdf27bf7ec894ca7cadfe491ec1a3ece840f117989e8c5e9bd7086467bf6c38'],
    ['ers-sha256', '46c4cf3be906323205e07cbafdad7e8927571191219c9e48b052ddc906d44495'],
    ['sha256-checksums', '9aab24dcc550531e3e751172e15adf644a69f4426e12ffbd44a74f15867e22b1'],
  ])('%s', (profile, root) => {
    expect(rootOf(profile, 'a', 'b', 'c')).toBe(root);
  });

  it('do not tell a last file that stands twice, where it is joined with itself', () => {
    expect(rootOf('sha256-pairs-doubled', 'a', 'b', 'c', 'c')).toBe(rootOf('sha256-pairs-doubled', 'a', 'b', 'c'));
  });

  it('are none for no file', () => {
    const result = attempt(() => rootUnder('sha256-checksums', []));
    expect(result.ok ? null : result.problem.reason).toBe('merkle-root-mismatch');
  });
});
