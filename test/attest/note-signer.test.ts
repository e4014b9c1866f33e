// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { cosignCheckpoint, readNoteSigner, signCheckpoint } from '../../src/attest/note-signer.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { judgeLines } from '../../src/log/note-line.ts';
import { parseSignedNote } from '../../src/log/signed-note.ts';
import { attempt } from '../../src/model/malformed.ts';
import { ecKey, edKey } from '../crypto/keys.ts';

/** The pair of the documentation of Go's package golang.org/x/mod/sumdb/note. */
const GO_PRIVATE = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const GO_PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

const pem = encodeUtf8(String(edKey(3).privateKey.export({ format: 'pem', type: 'pkcs8' })));
const witnessPem = encodeUtf8(String(edKey(4).privateKey.export({ format: 'pem', type: 'pkcs8' })));
const root = new Uint8Array(32).fill(7);

describe('a key that signs notes', () => {
  it('is read as Go writes it', () => {
    const signer = readNoteSigner(encodeUtf8(`${GO_PRIVATE}\n`), null, null, 'ed25519');
    expect(signer.verifierText).toBe(GO_PUBLIC);
  });

  it('signs checkpoints that verify, and a witness cosigns them', () => {
    const log = readNoteSigner(pem, 'log.example/1', null, 'ed25519');
    const witness = readNoteSigner(witnessPem, 'w.example', null, 'cosignature/v1');
    const note = cosignCheckpoint(signCheckpoint(5, root, log), 1_770_000_000n, witness);
    const { lines } = judgeLines(parseSignedNote(note), [log.verifier, witness.verifier], nativeEngine);
    expect(lines.map(({ problem, time }) => [problem, time])).toEqual([
      [null, null],
      [null, 1_770_000_000_000_000_000n],
    ]);
    expect(note.startsWith('log.example/1\n5\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n\n')).toBe(true);
  });

  const p256 = encodeUtf8(String(ecKey('P-256').privateKey.export({ format: 'pem', type: 'pkcs8' })));
  it.each([
    ['without a name', pem, null, 'without the name'],
    ['of another name', encodeUtf8(GO_PRIVATE), 'other', 'is of PeterNeumann'],
    ['with the id of another', encodeUtf8(GO_PRIVATE.replace('c74f20a3', 'c74f20a4')), null, 'the id'],
    ['of another type', encodeUtf8(GO_PRIVATE.replace('+AYEK', '+BIEK')), null, 'type 1'],
    ['of another kind', p256, 'log.example', 'Ed25519'],
    ['with a blank in its name', pem, 'log example', 'blank'],
  ])('%s is refused, and nothing of it is told', (_name, bytes, name, told) => {
    const read = attempt(() => readNoteSigner(bytes, name, null, 'ed25519'));
    expect(read).toMatchObject({ ok: false, problem: { detail: expect.stringContaining(told) } });
    expect(JSON.stringify(read)).not.toContain('EKFALVFGyNhPJEMzD1QIDr');
  });
});
