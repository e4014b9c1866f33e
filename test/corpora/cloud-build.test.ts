// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runJson } from '../support/cli.ts';
import { type CorpusCase, describeCorpus } from '../support/corpora.ts';

interface JudgedItem {
  readonly judgements: readonly { readonly rule: string; readonly effect: string; readonly reason: string | null }[];
}

const WORKER = 'https://cloudbuild.googleapis.com/GoogleHostedWorker';
const OF_KHALKIE = '7e9b6e7ba2842c91cf49f3e214d04a7a496f8214356f41d81a6e6dcad11f11e3';

/** Envelopes that Google's keys signed: the digest of the image, flags that hold, and pairs that refuse, with the reason. */
const BUILDS: readonly {
  readonly name: string;
  readonly digest: string;
  readonly holds: readonly string[];
  readonly refused: readonly (readonly [string, string, string])[];
}[] = [
  {
    name: 'gcloud-container-github-v03-git.json#0 proven',
    digest: '2476c2e19b1459b0a0a6d3d214f96f0a0bf4d2071584b8feeebf51a68168bff2',
    holds: [
      ...['--source-uri', 'github.com/slsa-framework/example-package', '--source-tag', 'v33.0.3'],
      ...['--builder-id', `${WORKER}@v0.3`, '--source-digest', 'd8e834cecc09efb7099196b005441606298e47b9'],
    ],
    refused: [
      ['--source-uri', 'github.com/slsa-framework/example-packag', 'policy-source'],
      ['--source-tag', 'v33.0.4', 'policy-source'],
      ['--source-versioned-tag', 'v33.1', 'policy-source'],
      ['--source-branch', 'main', 'policy-fact-unknown'],
      ['--builder-id', `${WORKER}@v0.2`, 'policy-builder'],
      ['--builder-id', WORKER.slice(0, -1), 'policy-builder'],
    ],
  },
  {
    name: 'gcloud-container-github-tag.json#0 proven',
    digest: '87db6d5226440e72f7134b71163df45282127a3f7b0600c946683cb2f43a70a9',
    holds: ['--source-versioned-tag', 'v33.0', '--source-uri', 'github.com/slsa-framework/example-package'],
    refused: [['--source-versioned-tag', 'v3', 'policy-source']],
  },
  {
    name: 'gcloud-container-global-pae-signing-key-successful.json#0 proven',
    digest: 'f54a58bc1aac5ea1a25d796ae155dc228b3f0e11d046ae276b39c4bf2f13d8c4',
    holds: ['--source-uri', 'github.com/khalkie/gcb-repo-staging', '--source-branch', 'main', '--builder-id', WORKER],
    refused: [
      ['--source-branch', 'master', 'policy-source'],
      ['--source-tag', 'main', 'policy-fact-unknown'],
    ],
  },
  {
    name: 'v1.0-gcloud-container-github-inline.json#1 proven',
    digest: OF_KHALKIE,
    holds: ['--source-uri', 'github.com/khalkie/gcb-prod-prov', '--source-ref', 'refs/heads/main'],
    refused: [['--source-uri', 'github.com/khalkie/gcb-prod-prov-wrong', 'policy-source']],
  },
  {
    name: 'v1.0-gcloud-container-github-invalid-kind.json#0 google',
    digest: OF_KHALKIE,
    holds: [
      ...['--source-uri', 'git+https://github.com/khalkie/gcb-prod-prov', '--source-branch', 'main'],
      ...['--builder-id', WORKER, '--source-digest', '2ce3f90facdb51aeb950d5bc641e981be61fdf48'],
    ],
    refused: [
      ['--source-uri', 'gitlab.com/khalkie/gcb-prod-prov', 'policy-source'],
      ['--builder-id', `${WORKER}@v0.3`, 'policy-builder'],
    ],
  },
];

describeCorpus('slsa-verifier', (folder, cases) => {
  const envelopes = cases.filter(({ group }) => group === 'gcb');
  const verify = (one: CorpusCase, digest: string, flags: readonly string[]) => {
    const file = (name: string) => join(folder, one.args.find(([given]) => given === name)![1]);
    const files = ['--bundle', file('envelope'), '--key', file('key')];
    const result = runJson(['verify', `sha256:${digest}`, ...files, ...flags]);
    const items = (result.report?.items ?? []) as unknown as readonly JudgedItem[];
    const refusing = items.flatMap(({ judgements }) => judgements).filter(({ effect }) => effect === 'rejects');
    return { ...result, refusing: refusing.map(({ rule, reason }) => [rule, reason]) };
  };
  const named = (name: string) => envelopes.find((one) => one.name === `gcb/${name}`)!;

  it('every envelope of Cloud Build that is to be accepted stands below', () => {
    const accepted = envelopes.filter(({ expect: wanted }) => wanted === 'accept').map(({ name }) => name);
    expect(accepted.sort()).toEqual(BUILDS.map(({ name }) => `gcb/${name}`).sort());
  });

  describe.each(BUILDS)('$name', ({ name, digest, holds, refused }) => {
    it('holds what its flags ask', () => expect(verify(named(name), digest, holds).code).toBe(0));
    it.each(refused)('refuses %s %s: %s', (flag, value, reason) => {
      const result = verify(named(name), digest, [flag, value]);
      expect([result.code, result.refusing]).toEqual([3, [[flag, reason]]]);
    });
  });

  it.each(envelopes.filter(({ expect: wanted }) => wanted === 'reject'))(
    '$name is refused, and no rule reads it',
    (one) => {
      const result = verify(one, OF_KHALKIE, ['--source-uri', 'github.com/khalkie/gcb-prod-prov']);
      expect(result.code).toBe(3);
      expect(result.reasons).toContain('signature-mismatch');
      expect(result.refusing).toContainEqual(['--source-uri', 'policy-fact-unknown']);
    },
  );
});
