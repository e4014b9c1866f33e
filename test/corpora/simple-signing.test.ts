// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSimpleSigning } from '../../src/envelope/simple-signing.ts';
import { parseSimpleSigning } from '../../src/statement/simple-signing.ts';
import { runJson } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

interface Vector {
  readonly name: string;
  readonly publicKey: string;
  readonly payload: string;
  readonly signature: string;
  readonly expect: 'accept' | 'reject';
}

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fv-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describeCorpus('cosign-simple-signing', (folder) => {
  const vectors = JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')) as Vector[];
  const at = { evidence: 'layer', pointer: '' };
  for (const one of vectors) {
    const digest = /"docker-manifest-digest":"([^"]+)"/.exec(one.payload)?.[1] ?? `sha256:${'0'.repeat(64)}`;
    const verify = (image: string, ...more: readonly string[]) => {
      writeFileSync(join(scratch, 'payload'), one.payload);
      writeFileSync(join(scratch, 'sig'), one.signature);
      writeFileSync(join(scratch, 'key.pem'), one.publicKey);
      const files = ['--signature', 'sig', '--payload', 'payload', '--key', 'key.pem'];
      return runJson(['verify', image, ...files, '--at', '2026-03-01T00:00:00Z', ...more], { cwd: scratch });
    };

    it(`${one.name}, as an image: ${one.expect}`, () => {
      const { code, stderr } = verify(digest);
      expect(one.expect === 'accept' ? [0] : [2, 3], stderr).toContain(code);
    });

    if (one.expect === 'accept') {
      it(`${one.name}: another image, and another reference`, () => {
        expect(verify(`sha256:${'0'.repeat(64)}`)).toMatchObject({ code: 2, reasons: ['image-digest-mismatch'] });
        const other = verify(digest, '--docker-reference', 'registry.example/other');
        expect(other).toMatchObject({ code: 3, reasons: ['image-reference-mismatch'] });
      });

      it(`${one.name}: as a layer with annotations`, () => {
        const payload = new TextEncoder().encode(one.payload);
        const opened = openSimpleSigning(payload, { 'dev.cosignproject.cosign/signature': one.signature }, at);
        expect(opened.ok && opened.value[0].signatures[0]!.sig.length).toBeGreaterThan(60);
        expect(parseSimpleSigning(payload, at)).toMatchObject({ ok: true, value: { algorithm: 'sha256' } });
      });
    }
  }
});
