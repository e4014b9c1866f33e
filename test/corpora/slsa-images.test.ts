// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { meets, runJson } from '../support/cli.ts';
import { describeCorpus } from '../support/corpora.ts';

/** Image layouts as `cosign save` wrote them, without the layers of the images. */
describeCorpus('slsa-verifier', (folder, cases) => {
  const images = cases.filter(({ op }) => op === 'verify-image');
  it('has 34 cases of images', () => {
    expect(images).toHaveLength(34);
    expect(images.filter((one) => one.expect === 'accept')).toHaveLength(6);
  });
  for (const one of images) {
    it(`${one.name}: ${one.expect}`, () => {
      const asked = one.args.flatMap(([name, value]): string[] => {
        if (name === 'digest') return [value];
        if (name === 'layout') return ['--oci-layout', join(folder, value)];
        return [`--${name}`, name === 'trusted-root' ? join(folder, value) : value];
      });
      const result = runJson(['verify', ...asked]);
      const told = `exit ${result.code} ${result.reasons.join(' ')} ${result.stderr}`;
      expect(meets(one.expect, result.code), told).toBe(true);
      if (one.expect === 'reject')
        expect(result.stdout, told).toMatch(/"reason":"policy-(builder|source|fact-unknown)/);
    });
  }
});
