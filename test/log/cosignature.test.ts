// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { isLineOf, verifyCosignature, type Witness, witnessHint } from '../../src/log/cosignature.ts';
import { hintOf, type NoteLine, parseSignedNote } from '../../src/log/signed-note.ts';
import { verifyLogEntry } from '../../src/log/verify-log-entry.ts';
import { instantFromSeconds } from '../../src/model/instant.ts';
import {
  ARTIFACT,
  bodyOf,
  CERTIFICATE,
  entityOf,
  MESSAGE,
  mintEntry,
  mintKey,
  mintLog,
  mintNote,
  NAME,
  SPECS,
  sha,
} from './mint.ts';
import { causes } from './support.ts';

const { key, sign } = mintKey('ed25519');
const witness: Witness = { name: 'witness.example/w1', key, form: 'cosignature/v1' };
const plain: Witness = { name: 'witness.example/w1', key, form: 'plain' };
const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

/** As tlog-cosignature, Format and Ed25519 signed message, with the fixed words spelled out once more. */
function cosign(text: string, seconds: bigint, over = `cosignature/v1\ntime ${seconds}\n${text}`): NoteLine {
  const signature = new Uint8Array(72);
  new DataView(signature.buffer).setBigUint64(0, seconds);
  signature.set(sign(encodeUtf8(over)), 8);
  return { name: witness.name, hint: witnessHint(witness), signature };
}

describe('cosignature', () => {
  it('has the key id of its name, its type and its key', () => {
    const raw = key.spki.subarray(-32);
    const hint = (type: number): number =>
      hintOf(sha('sha256', Uint8Array.of(...encodeUtf8('witness.example/w1\n'), type, ...raw)))!;
    expect(witnessHint(witness)).toBe(hint(4));
    expect(witnessHint(plain)).toBe(hint(1));
  });

  it('verifies over the header, its own time and the text', () => {
    expect(verifyCosignature(witness, cosign(TEXT, 1679315147n), TEXT, nativeEngine)).toEqual({
      witness: witness.name,
      time: instantFromSeconds(1679315147n),
    });
  });

  it('takes times up to 2^63 - 1', () => {
    const last = 2n ** 63n - 1n;
    expect(verifyCosignature(witness, cosign(TEXT, last), TEXT, nativeEngine)?.time).toBe(instantFromSeconds(last));
  });

  it('verifies in its plain form over the text, without a time', () => {
    const line = { name: plain.name, hint: witnessHint(plain), signature: sign(encodeUtf8(TEXT)) };
    expect(verifyCosignature(plain, line, TEXT, nativeEngine)).toEqual({ witness: plain.name, time: null });
    expect(verifyCosignature(plain, line, `${TEXT}x\n`, nativeEngine)).toBeNull();
  });

  const good = cosign(TEXT, 1679315147n);
  it.each<[string, NoteLine, string]>([
    ['over another text', good, `${TEXT}extension\n`],
    ['with another time', { ...good, signature: Uint8Array.from(good.signature).fill(9, 7, 8) }, TEXT],
    ['over the bare text', cosign(TEXT, 5n, TEXT), TEXT],
    ['without the header', cosign(TEXT, 5n, `time 5\n${TEXT}`), TEXT],
    ['with a leading zero in the time line', cosign(TEXT, 5n, `cosignature/v1\ntime 05\n${TEXT}`), TEXT],
    ['with a time above 2^63 - 1', cosign(TEXT, 2n ** 63n), TEXT],
    ['that is cut in its time', { ...good, signature: good.signature.slice(0, 7) }, TEXT],
    ['that is cut in its signature', { ...good, signature: good.signature.subarray(0, 71) }, TEXT],
  ])('does not verify %s', (_what, line, text) => {
    expect(verifyCosignature(witness, line, text, nativeEngine)).toBeNull();
  });

  it('belongs to a witness by name and key id together', () => {
    expect(isLineOf(witness, good)).toBe(true);
    expect(isLineOf(witness, { ...good, name: 'other' })).toBe(false);
    expect(isLineOf(witness, { ...good, hint: good.hint ^ 1 })).toBe(false);
    expect(isLineOf(plain, good)).toBe(false);
    expect(isLineOf({ ...witness, key: mintKey('p256').key }, good)).toBe(false);
  });
});

describe('a checkpoint with cosignatures', () => {
  const log = mintLog('ed25519');
  const signerKey = { spki: mintKey('p256').key.spki, kind: 'ecdsa-p256', certificateDer: CERTIFICATE } as const;
  const body = bodyOf('hashedrekord 0.0.2', SPECS['hashedrekord 0.0.2']!(signerKey, ARTIFACT));
  const entry = mintEntry(log, ['hashedrekord', '0.0.2'], body, 'rekor-v2');
  const verify = (lineOf: (text: string) => NoteLine, witnesses: readonly Witness[]) => {
    const head = { origin: NAME, size: 4n, root: entry.proof!.rootHash };
    const proof = { ...entry.proof!, checkpoint: mintNote(log, head, (text) => [lineOf(text)]) };
    const cosigned = { ...entry, proof };
    expect(parseSignedNote(proof.checkpoint).lines).toHaveLength(2);
    return verifyLogEntry({
      entry: cosigned,
      entity: entityOf(MESSAGE, cosigned),
      signerKey,
      artifactDigests: new Map(),
      logs: [log.log],
      bundleVersion: '0.3',
      engine: nativeEngine,
      witnesses,
    });
  };

  it('names the witnesses that are known, with their times', () => {
    const result = verify((text) => cosign(text, 1_760_000_000n), [witness]);
    expect(causes(result)).toEqual([]);
    expect(result.findings).toMatchObject([
      { code: 'cosignature-verified', detail: 'cosigned by witness.example/w1 at 2025-10-09T08:53:20Z' },
    ]);
    expect(result.ok && result.value.cosignatures).toEqual([
      { witness: witness.name, time: instantFromSeconds(1_760_000_000n) },
    ]);
  });

  it('lists the lines of witnesses that are not', () => {
    const result = verify((text) => cosign(text, 1_760_000_000n), []);
    expect(result.findings.map(({ code }) => code)).toEqual(['cosignature-unknown']);
    expect(result.ok && result.value.cosignatures).toEqual([]);
  });

  it('is refused where a known witness line does not verify', () => {
    expect(causes(verify(() => cosign('another text', 5n), [witness]))).toEqual([
      'log.checkpoint checkpoint-signature',
    ]);
  });
});
