// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meets, run, runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fv-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Each neutral operation as words of our command line (corpora README). */
const COMMANDS: Readonly<Record<string, (one: CorpusCase, folder: string) => string[]>> = {
  'verify-dsse': (one, folder) => {
    const [envelope, ...rest] = words(
      one,
      folder,
      { envelope: '', key: '--key', 'key-scheme': '--key-scheme', threshold: '--threshold' },
      ['envelope', 'key'],
    );
    return ['check', 'dsse', envelope!, ...rest];
  },
  'verify-timestamp': (one, folder) => {
    const names = { tsr: '', data: '--data', roots: '--root', 'tsa-cert': '--tsa-cert', 'common-name': '--tsa-name' };
    return ['check', 'timestamp', ...words(one, folder, names, ['tsr', 'data', 'roots', 'tsa-cert'])];
  },
  'verify-sct': (one, folder) => {
    const names = { certificate: '', issuer: '--issuer', 'ctlog-key': '--ctlog-key' };
    return ['check', 'sct', ...words(one, folder, names, ['certificate', 'issuer', 'ctlog-key'])];
  },
  'verify-chain': (one, folder) => {
    const names = { leaf: '', intermediate: '--intermediate', root: '--root', at: '--at', purpose: '--purpose' };
    return ['check', 'chain', ...words(one, folder, names, ['leaf', 'intermediate', 'root'])];
  },
  'verify-inclusion': (one, folder) => ['check', 'inclusion', ...words(one, folder, { proof: '' }, ['proof'])],
  'verify-consistency': (one, folder) => ['check', 'consistency', ...words(one, folder, { proof: '' }, ['proof'])],
  'verify-note': (one, folder) => ['check', 'note', ...words(one, folder, { note: '', key: '--key' }, ['note'])],
  'verify-checkpoint': (one, folder) => {
    const names = { checkpoint: '', note: '', key: '--key', witness: '--witness', origin: '--origin' };
    return ['check', 'checkpoint', ...words(one, folder, names, ['checkpoint', 'note'])];
  },
  'verify-npm-signature': (one, folder) => {
    const names = {
      name: '--package-name',
      version: '--package-version',
      integrity: '--integrity',
      keyid: '--key-id',
      signature: '--registry-signature',
      'npm-keys': '--npm-keys',
      'signed-at': '--signed-at',
    };
    return ['verify', ...words(one, folder, names, ['npm-keys'])];
  },
  'verify-raw': (one, folder) => {
    const [file, index] = one.args.find(([name]) => name === 'vector')![1].split('#');
    const vector = (JSON.parse(readFileSync(join(folder, file!), 'utf8')) as Record<string, string>[])[Number(index)]!;
    const at = (name: string, text: string) => {
      writeFileSync(join(scratch, name), text);
      return join(scratch, name);
    };
    const alg = one.args.find(([name]) => name === 'alg')![1];
    return [
      'check',
      'signature',
      '--alg',
      alg,
      '--key',
      at('key.pem', vector['publicKey']!),
      '--data',
      at('data', vector['payload']!),
      '--signature',
      at('sig', vector['signature']!),
    ];
  },
};

function words(one: CorpusCase, folder: string, names: Record<string, string>, paths: readonly string[]): string[] {
  const operands: string[] = [];
  const flags: string[] = [];
  for (const [name, value] of one.args) {
    const word = names[name];
    if (word === undefined) throw new Error(`no word of ours for ${name}`);
    const text = paths.includes(name) ? join(folder, value) : value;
    if (word === '') operands.push(text);
    else flags.push(word, text);
  }
  return [...operands, ...flags];
}

for (const corpus of ['dsse', 'rfc3161', 'sct', 'pkits', 'merkle', 'cosign-simple-signing', 'npm', 'slsa-verifier']) {
  describeCorpus(corpus, (folder, cases) => {
    for (const one of cases) {
      const command = COMMANDS[one.op];
      // slsa-verifier and npm hold operations of later issues: bundles.test.ts runs what is judged today.
      if (command === undefined) continue;
      it(`${one.name}: ${one.expect}`, () => {
        const result = runJson(command(one, folder));
        expect(meets(one.expect, result.code), `exit ${result.code} ${result.reasons.join(' ')} ${result.stderr}`).toBe(
          true,
        );
      });
    }
  });
}

describeCorpus('json-canonicalization', (folder, cases) => {
  for (const one of cases) {
    it(one.name, () => {
      const result = run(['check', 'canonical', join(folder, one.positional[0]!)]);
      expect(result.code).toBe(0);
      expect(result.stdout).toBe(readFileSync(join(folder, one.output!), 'utf8'));
      expect(runJson(['check', 'json', join(folder, one.positional[0]!)]).code).toBe(0);
    });
  }
});
