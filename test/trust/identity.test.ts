// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../src/model/bytes.ts';
import type { SignerIdentity } from '../../src/model/signer.ts';
import { exactly, type IdentityCriteria, matchIdentity } from '../../src/trust/identity.ts';
import { fullMatch } from '../../src/trust/identity-pattern.ts';
import { problemOf } from './roots.ts';

const WORKFLOW = 'https://github.com/org/repo/.github/workflows/release.yml@refs/tags/v1';
const ISSUER = 'https://token.actions.githubusercontent.com';
const at = { evidence: 'bundle.json', pointer: '' };
const signer = (san: string, issuer: string | null = ISSUER): SignerIdentity => ({
  kind: 'certificate',
  san,
  sanType: 'uri',
  issuer,
  extensions: {},
  fingerprint: '00'.repeat(32) as Sha256,
});
const asked = (identity: string, issuer = ISSUER): IdentityCriteria => ({
  identity: exactly(identity),
  issuer: exactly(issuer),
});
const reason = (criteria: IdentityCriteria, found: SignerIdentity) => {
  const check = matchIdentity(criteria, found, at);
  expect(check.id).toBe('certificate.identity');
  return check.outcome === 'passed' ? null : 'reason' in check ? check.reason : undefined;
};

describe('an identity that is asked for exactly (attacks L01, L02)', () => {
  it('is met by that very text', () => {
    expect(reason(asked(WORKFLOW), signer(WORKFLOW))).toBeNull();
    expect(matchIdentity(asked(WORKFLOW), signer(WORKFLOW), at).facts).toEqual({
      identity: WORKFLOW,
      issuer: ISSUER,
      expectedIdentity: WORKFLOW,
      expectedIssuer: ISSUER,
      identityMode: 'exact',
      issuerMode: 'exact',
      anyone: false,
      anyIssuer: false,
    });
  });

  it('is met by nothing else', () => {
    for (const other of [
      '',
      WORKFLOW.slice(0, -1),
      `${WORKFLOW}1`,
      `${WORKFLOW}\n`,
      `${WORKFLOW}\0`,
      WORKFLOW.toUpperCase(),
      WORKFLOW.replace('github.com', 'githubXcom'),
      WORKFLOW.replace('/org/', '/org-evil/'),
      `https://evil/?${WORKFLOW}`,
      WORKFLOW.replace('o', '\u043e'),
      `${WORKFLOW}/`,
    ]) {
      expect([other, reason(asked(WORKFLOW), signer(other))]).toEqual([other, 'identity-mismatch']);
    }
  });

  it('is never read as a pattern', () => {
    for (const text of ['.*', '^.*$', WORKFLOW.replace('github.com', 'github.co.'), `${WORKFLOW}|`]) {
      expect(reason(asked(text), signer(WORKFLOW))).toBe('identity-mismatch');
      expect(reason(asked(text), signer(text))).toBeNull();
    }
  });

  it('does not compare what Unicode holds equal', () => {
    expect(reason(asked('J\u00fcrgen@example.com'), signer('Ju\u0308rgen@example.com'))).toBe('identity-mismatch');
  });

  it('is not met where the issuer is another, or none', () => {
    expect(reason(asked(WORKFLOW, 'https://accounts.example.com'), signer(WORKFLOW))).toBe('issuer-mismatch');
    expect(reason(asked(WORKFLOW), signer(WORKFLOW, `${ISSUER}/`))).toBe('issuer-mismatch');
    expect(reason(asked(WORKFLOW), signer(WORKFLOW, null))).toBe('issuer-mismatch');
    expect(reason(asked(WORKFLOW), signer(WORKFLOW, ''))).toBe('issuer-mismatch');
  });

  it('is not met by a bare key', () => {
    const key: SignerIdentity = { kind: 'key', name: WORKFLOW, fingerprint: '00'.repeat(32) as Sha256 };
    expect(reason(asked(WORKFLOW), key)).toBe('identity-mismatch');
  });

  it('may not be empty, as an unset variable makes it', () => {
    expect(problemOf(() => exactly('')).reason).toBe('identity-pattern');
  });

  it('shows hostile names escaped', () => {
    const check = matchIdentity(asked(WORKFLOW), signer('\u001b[2Jx\u202e'), at);
    expect('detail' in check && check.detail).toBe('the certificate names \\u{1b}[2Jx\\u{202e}');
  });
});

describe('an identity that nobody asked for (attacks L03)', () => {
  it('never passes, nor does half of a question', async () => {
    const anyone = await fullMatch('.*');
    for (const criteria of [
      { identity: null, issuer: null },
      { identity: exactly(WORKFLOW), issuer: null },
      { identity: null, issuer: exactly(ISSUER) },
      { identity: anyone, issuer: null },
    ]) {
      expect(reason(criteria, signer(WORKFLOW))).toBe('identity-not-asked');
    }
  });
});

describe('an identity that is asked for by a regular expression (attacks L01)', () => {
  const matches = async (pattern: string, found: string) => (await fullMatch(pattern)).matches(found);
  const pattern = String.raw`https://github\.com/org/repo/\.github/workflows/release\.yml@refs/tags/v[0-9]+`;

  it('is met by the whole name only', async () => {
    expect(await matches(pattern, WORKFLOW)).toBe(true);
    for (const other of [
      WORKFLOW.replace('github.com', 'githubXcom'),
      WORKFLOW.replace('/org/', '/org-evil/'),
      `https://evil/?${WORKFLOW}`,
      `${WORKFLOW}-evil`,
      `${WORKFLOW}\n`,
      `\n${WORKFLOW}`,
      `${WORKFLOW}\nhttps://evil`,
      `x@${WORKFLOW}`,
      '',
    ]) {
      expect([other, await matches(pattern, other)]).toEqual([other, false]);
    }
    expect(await matches('https://github.com/org/', 'https://github.com/org/repo')).toBe(false);
  });

  it('stays whole whatever anchors, alternatives and flags the pattern has', async () => {
    const evil = 'https://evil/\nhttps://github.com/org\nx';
    for (const tried of [
      '(?m)^https://github.com/org$',
      '(?m:^https://github.com/org$)',
      '^https://github.com/org$|a',
      'a|https://github.com/org',
      'https://github.com/org|',
      '(?U)https://github.com/org',
    ]) {
      expect([tried, await matches(tried, evil)]).toEqual([tried, false]);
      expect([tried, await matches(tried, 'https://github.com/org')]).toEqual([tried, true]);
    }
    // an alternative that is a prefix of the name does not hide the longer one
    expect(await matches('a|ab', 'ab')).toBe(true);
    expect(await matches('ab|a', 'abc')).toBe(false);
  });

  it('cannot break out of its anchors by its own text', async () => {
    for (const broken of ['a)|(?:b', ')', '(', '(?:', 'a)(?:b|']) {
      await expect(fullMatch(broken)).rejects.toMatchObject({ reason: 'identity-pattern' });
    }
    expect(await matches(String.raw`\Qa`, 'a')).toBe(true);
    expect(await matches(String.raw`\Qa`, 'ab')).toBe(false);
    expect(await matches(String.raw`a\z`, 'a\n')).toBe(false);
    expect(await matches('a$', 'a\n')).toBe(false);
  });

  it('takes no line feed for a character, unless the pattern says so', async () => {
    expect(await matches('.*', 'a\nb')).toBe(false);
    expect(await matches('.*', 'a\n')).toBe(false);
    expect(await matches('(?s).*', 'a\nb')).toBe(true);
    expect(await matches('.*', 'a\u2028b')).toBe(true);
  });

  it('is case sensitive, unless the pattern says so', async () => {
    expect(await matches('abc', 'ABC')).toBe(false);
    expect(await matches('(?i)abc', 'ABC')).toBe(true);
  });

  it('is refused where it is not RE2, is empty, too long or too large', async () => {
    for (const broken of [
      '',
      '[',
      '*a',
      'a**',
      'a{2,1}',
      'a{1001}',
      '((a{100}){100}){100}',
      '(?=a)a',
      '(?<!a)b',
      String.raw`(a)\1`,
      '(?>a)',
      String.raw`\8`,
      '\\',
      'a'.repeat(1025),
      String.raw`[\pL\pN]{1,1000}`.repeat(40),
    ]) {
      await expect(fullMatch(broken), broken.slice(0, 40)).rejects.toMatchObject({ reason: 'identity-pattern' });
    }
    expect(await matches('a'.repeat(1024), 'a'.repeat(1024))).toBe(true);
  });

  it('is linear: the classic catastrophes end at once', async () => {
    const started = performance.now();
    for (const slow of ['(a+)+b', '(a|aa)+b', '(a|a)*b', '(.*)*b', '(x+x+)+y', '((a*)*)*b']) {
      expect(await matches(slow, 'a'.repeat(2048))).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is not asked about a name of absurd length, nor about one that is no text', async () => {
    expect(await matches('a*', 'a'.repeat(2048))).toBe(true);
    expect(await matches('a*', 'a'.repeat(2049))).toBe(false);
    expect(await matches('.*', '\ud800')).toBe(false);
  });

  it('that lets everybody through is said loudly, however it is spelled', async () => {
    for (const anybody of [
      '.*',
      '.+',
      '^.*$',
      '(.*)',
      '(?s).*',
      '(?:.*)|x',
      '.{0,1000}',
      '[^x]*|.*',
      '.*.*',
      '(?i).*',
    ]) {
      expect([anybody, (await fullMatch(anybody)).anyone]).toEqual([anybody, true]);
    }
    for (const some of [pattern, 'https://.*', '.*@example.com', 'a.*']) {
      expect([some, (await fullMatch(some)).anyone]).toEqual([some, false]);
    }
    const criteria = { identity: await fullMatch('.*'), issuer: await fullMatch('.*') };
    const check = matchIdentity(criteria, signer(WORKFLOW), at);
    expect(check.outcome).toBe('passed');
    expect(check.facts).toMatchObject({
      anyone: true,
      anyIssuer: true,
      identityMode: 'regexp',
      expectedIdentity: '.*',
    });
  });

  it('fails as such in the check', async () => {
    const criteria = {
      identity: await fullMatch(pattern),
      issuer: await fullMatch(String.raw`https://token\.actions\..*`),
    };
    expect(reason(criteria, signer(WORKFLOW))).toBeNull();
    expect(reason(criteria, signer(`${WORKFLOW}x`))).toBe('identity-mismatch');
    expect(reason(criteria, signer(WORKFLOW, `x${ISSUER}`))).toBe('issuer-mismatch');
  });
});
