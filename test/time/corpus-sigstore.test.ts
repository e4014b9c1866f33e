// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadEngine, nativeEngine } from '../../src/crypto/engine.ts';
import { collectTimestamps } from '../../src/time/collect.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';
import { authoritiesOfFile, stampedEntity } from '../support/sigstore-timestamps.ts';

const PUBLIC_GOOD = '../sigstore-trust-roots/public-good/targets/trusted_root.json';
const OK = 'verified';

/** What each token of a case comes to: a reason, `verified`, or nothing for an authority that is not in the root. */
type Expected = Readonly<Record<string, { readonly tokens: readonly string[]; readonly unknown?: number }>>;

function option(corpusCase: CorpusCase, key: string): string | undefined {
  return corpusCase.args.find(([word]) => word === key)?.[1];
}

function collect(folder: string, corpusCase: CorpusCase, engine = nativeEngine) {
  const entity = stampedEntity(join(folder, option(corpusCase, 'bundle') as string));
  return collectTimestamps(
    entity,
    authoritiesOfFile(join(folder, option(corpusCase, 'trusted-root') ?? PUBLIC_GOOD)),
    engine,
  );
}

function suite(folder: string, cases: readonly CorpusCase[], expected: Expected): void {
  for (const [name, { tokens, unknown = 0 }] of Object.entries(expected)) {
    it(`${name}: ${[...tokens, ...Array(unknown).fill('unknown authority')].join(', ')}`, () => {
      const found = cases.find((one) => one.name === name);
      if (found === undefined) throw new Error(`the corpus has no case ${name}`);
      const { times, checks, findings, rows } = collect(folder, found);
      expect(checks.map((check) => (check.outcome === 'passed' ? OK : check.reason))).toEqual(tokens);
      expect(times).toHaveLength(tokens.filter((token) => token === OK).length);
      expect(findings.map(({ code }) => code)).toEqual(Array(unknown).fill('timestamp-authority-unknown'));
      expect(rows.filter(({ trusted }) => trusted)).toHaveLength(times.length);
    });
  }
}

describeCorpus('sigstore-conformance', (folder, cases) => {
  const one = { tokens: [OK] };
  suite(folder, cases, {
    'rekor2-happy-path[PATH]': one,
    'rekor2-timestamp-with-embedded-cert[PATH]': one,
    'rekor2-checkpoint-cosigned[PATH]': one,
    'rekor2-dsse-mismatch-sig_fail[PATH]': one,
    'managed-key-happy-path[PATH]': one,
    // the end of the authority's window is the very second of the token
    'trust-root-tsa-validity-end-inclusive[PATH]': one,
    // a good token: its time is outside of the signing certificate, which is not a token's matter
    'intoto-tsa-timestamp-outside-cert-validity_fail[PATH]': one,
    'rekor2-timestamp-outside-tsa-cert-validity_fail[PATH]': { tokens: ['timestamp-authority-window'] },
    'rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail[PATH]': { tokens: [], unknown: 1 },
    'rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail[PATH]': { tokens: [], unknown: 1 },
    'rekor2-no-timestamp_fail[PATH]': { tokens: [] },
  });

  it('reads time and interval of a real token', () => {
    const happy = cases.find(({ name }) => name === 'rekor2-happy-path[PATH]') as CorpusCase;
    const time = collect(folder, happy).times[0];
    // 2025-06-12T12:02:20Z, accuracy one second
    expect(time).toMatchObject({
      source: 'rfc3161-timestamp',
      authority: 'https://timestamp.sigstage.dev/api/v1/timestamp',
      time: 1_749_729_740_000_000_000n,
      notBefore: 1_749_729_739_000_000_000n,
      notAfter: 1_749_729_741_000_000_000n,
    });
  });

  it('judges alike with both engines', async () => {
    const happy = cases.find(({ name }) => name === 'rekor2-happy-path[PATH]') as CorpusCase;
    for (const id of ['noble', 'dual'] as const) {
      const { times, checks, findings } = collect(folder, happy, await loadEngine(id));
      expect(checks.map(({ outcome }) => outcome)).toEqual(['passed']);
      expect(times).toHaveLength(1);
      expect(findings).toEqual([]);
    }
  });
});

describeCorpus('sigstore-python', (folder, cases) => {
  suite(folder, cases, {
    'staging-rekor-v2.txt': { tokens: [OK] },
    'tsa: the good timestamp only': { tokens: [OK] },
    'a.dsse.staging-rekor-v2 (hashedrekord over the DSSE PAE)': { tokens: [OK] },
    // the second token is over the word hello
    'tsa/bundle.txt': { tokens: [OK, 'timestamp-imprint'] },
    'tsa/many_timestamp': { tokens: ['limit-exceeded'] },
    // over the word hello, all three; the third repeats the first besides
    'tsa/duplicate': { tokens: ['timestamp-imprint', 'timestamp-imprint', 'timestamp-duplicate'] },
    // stamped by Sigstore's staging authority, which this root does not have
    'tsa/late_timestamp': { tokens: [], unknown: 1 },
    'tsa: only a timestamp outside TSA validity': {
      tokens: ['timestamp-authority-window', 'timestamp-authority-window'],
    },
  });
});

describeCorpus('sigstore-rs', (folder, cases) => {
  suite(folder, cases, { bundle_v03: { tokens: [OK] } });
});
