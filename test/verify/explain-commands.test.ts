// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain, fixture, flat } from './inspect-support.ts';

const bash = (command: string, cwd: string) =>
  spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8', timeout: 20_000 });
const tools = bash('command -v jq && command -v xxd && command -v openssl && command -v sha256sum', '/').status === 0;
const folder = mkdtempSync(join(tmpdir(), 'forensic-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands that explain prints are run as they are printed: each must give a value that explain shows. */
describe.skipIf(!tools)('the commands for a second examiner', () => {
  it.each([
    'cases/bundle-v0.2-dsse/bundle.sigstore.json',
    'cases/rekor-v2-cosigned/bundle.sigstore.json',
    'cases/bundle-v0.1-chain/bundle.sigstore.json',
    'cases/bundles-jsonl/bundles.jsonl',
    'cases/dsse-key-p256/artifact.dsse.json',
    'cases/statement-bare--signature-absent/artifact.dsse.json',
    'cases/timestamp-sha384/bundle.sigstore.json',
  ])('give the digests of %s', (path) => {
    writeFileSync(join(folder, 'EVIDENCE'), fixture(path));
    const told = explain(fixture(path));
    let compared = 0;
    for (const { title, facts, repeat } of flat(told.document.parts)) {
      for (const command of repeat ?? []) {
        if (!command.includes('EVIDENCE') || !/sha(256|384)sum( EVIDENCE)?$/.test(command)) continue;
        const { stdout, stderr } = bash(command, folder);
        const found = stdout.split(' ')[0]!;
        const values = [...Object.values(facts ?? {}), told.document['sha256']];
        expect(values, `${title}: ${command}\n${stderr}`).toContain(found);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('repeat each level of a proof', () => {
    const levels = explain(fixture('cases/bundle-v0.2-dsse/bundle.sigstore.json')).part(
      'log entry 0: the inclusion proof',
    );
    const [command] = levels.repeat!;
    for (const { facts } of levels.parts!) {
      const run = command!.replace('LEFT', String(facts!['left'])).replace('RIGHT', String(facts!['right']));
      expect(bash(run, folder).stdout.split(' ')[0]).toBe(facts!['result']);
    }
  });

  it('read certificates and tokens', () => {
    const path = 'cases/rekor-v2-cosigned/bundle.sigstore.json';
    writeFileSync(join(folder, 'EVIDENCE'), fixture(path));
    const told = explain(fixture(path));
    expect(bash(told.part("the signer's certificate").repeat![0]!, folder).stdout).toContain('mint intermediate');
    const reply = told.part('timestamp 0').repeat!.find((command) => command.includes('openssl ts -reply'))!;
    expect(bash(reply, folder).stdout).toMatch(/Policy OID: 1\.3\.6\.1\.4\.1\.57264\.2/);
  });

  it('verify the signature with the key of the certificate', () => {
    const path = 'cases/bundle-v0.2-dsse/bundle.sigstore.json';
    writeFileSync(join(folder, 'EVIDENCE'), fixture(path));
    const told = explain(fixture(path));
    const pae = told.part('what is signed: the PAE of the envelope').repeat![1]!.replace(' | sha256sum', ' > PAE');
    const key = told.part("the signer's certificate").repeat![0]!.replace('-text', '-pubkey > KEY.pem');
    const sig = "jq -rj '.dsseEnvelope.signatures[0].sig' EVIDENCE | base64 -d > SIGNATURE";
    const verify = told.part('signature 0').repeat![0]!;
    expect(bash(`${pae}\n${key}\n${sig}\n${verify}`, folder).stdout).toContain('Verified OK');
  });
});
