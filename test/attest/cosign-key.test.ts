// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCosignKey } from '../../src/crypto/cosign-key.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { describeCorpus } from '../support/corpora.ts';
import { utf8Of } from './support.ts';

interface KeyRow {
  readonly name: string;
  readonly label: string;
  readonly body: string;
}

describeCorpus('cosign-keys', (folder) => {
  const keys = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as KeyRow[];
  const pem = (name: string) => {
    const { label, body } = keys.find((one) => one.name === name)!;
    const whole = `ENCRYPTED ${label} PRIVATE KEY`;
    return utf8Of(`-----BEGIN ${whole}-----\n${body.match(/.{1,64}/g)!.join('\n')}\n-----END ${whole}-----\n`);
  };

  it.each(['cosign-label', 'sigstore-label'])('%s opens and signs', (name) => {
    const key = openCosignKey(pem(name), utf8Of('hello'));
    const message = utf8Of('message');
    expect(nativeEngine.verify(key.scheme, key.publicKey, message, key.sign(message))).toBe('valid');
  });
  it('refuses SEC 1 inside', () => {
    expect(() => openCosignKey(pem('cosign-label-sec1'), utf8Of('hello'))).toThrow(/another structure than PKCS#8/);
  });
  it('says that the password is wrong', () => {
    expect(() => openCosignKey(pem('cosign-label'), utf8Of('hell0'))).toThrow(/the password is wrong/);
  });
});
