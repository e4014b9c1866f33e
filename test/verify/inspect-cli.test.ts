// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainCode, listCodes, nearCodes } from '../../src/cli/explain-code.ts';
import { CHECKS } from '../../src/model/checks.ts';
import { FINDINGS } from '../../src/model/findings.ts';
import { INDICATIONS, SUB_INDICATIONS } from '../../src/model/indications.ts';
import { REASONS } from '../../src/model/reasons.ts';
import { EXIT_CODES, exitCodeOf } from '../../src/policy/exit-code.ts';
import { PROJECT, run } from '../support/cli.ts';
import { fixture } from './inspect-support.ts';

const CASES = join(PROJECT, 'fixtures/cases');
const BUNDLE = join(CASES, 'inspect-bundle/bundle.sigstore.json');

describe.each(['inspect', 'explain'] as const)('%s on the command line', (command) => {
  it('exits 0 for what it knows, and writes one document with --json', () => {
    const text = run([command, BUNDLE]);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^unverified/);
    const json = run([command, BUNDLE, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ format: 'forensic-verify/inspection@v1', unverified: true });
  });

  it('exits 0 for malformed evidence', () => {
    const result = run([command, join(CASES, 'bundle-signature-trailing-bits--base64-invalid/bundle.sigstore.json')]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('problem: base64-invalid');
  });

  it('exits 4 for what it does not know, and for what is not there', () => {
    expect(run([command, '-'], { input: 'hello' })).toMatchObject({ code: 4 });
    for (const path of ['./nothing/here.json', CASES]) {
      const text = run([command, path]);
      expect(text.code).toBe(4);
      expect(text.stderr).toMatch(/input-(missing|unreadable)/);
      const json = run([command, path, '--json']);
      expect(json.code).toBe(4);
      expect(JSON.parse(json.stdout)).toMatchObject({ unverified: true, known: false });
    }
  });

  it('warns of a private key on both outputs', () => {
    const result = run([command, join(PROJECT, 'fixtures/keys/p256.UNSAFE.pem')]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('PRIVATE KEY MATERIAL');
    expect(result.stderr).toContain('PRIVATE KEY MATERIAL');
  });

  it('ends soon, whatever the text is', () => {
    for (const text of ['\n ', ' ', '-', '-----BEGIN ', '\n\n— ', 'PRIVATE KEY']) {
      const result = run([command, '-'], { input: text.repeat(2_000_000 / text.length) });
      expect(result, JSON.stringify(text)).toMatchObject({ signal: null });
      expect([0, 4]).toContain(result.code);
    }
  });

  it('reads standard input', () => {
    const result = run([command, '-'], { input: fixture('cases/inspect-bundle/bundle.sigstore.json') });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('log entry 0');
  });
});

describe('explain a code', () => {
  it('knows the words of every verdict, and lists whatever it knows', () => {
    const tables = [REASONS, CHECKS, FINDINGS, INDICATIONS, SUB_INDICATIONS, EXIT_CODES];
    const listed = Object.values(JSON.parse(listCodes().json) as Record<string, object>);
    expect(listed.flatMap((table) => Object.keys(table)).sort()).toEqual(tables.flatMap(Object.keys).sort());
    for (const code of tables.flatMap(Object.keys)) {
      expect(explainCode(code)?.text, code).toContain(code);
      expect(listCodes().text).toContain(`\n  ${code}\n`);
    }
    for (const { sub } of Object.values(REASONS)) {
      expect(JSON.parse(explainCode(sub)!.json)).toMatchObject({ sub, exitCode: exitCodeOf(sub) });
    }
    expect(nearCodes('indeterminat')).toContain('INDETERMINATE');
    expect(nearCodes('timestamp_order_failur')).toContain('TIMESTAMP_ORDER_FAILURE');
  });

  it('knows every code of every table', () => {
    for (const code of [...Object.keys(REASONS), ...Object.keys(CHECKS), ...Object.keys(FINDINGS)]) {
      expect(explainCode(code)?.text, code).toContain(code);
    }
    expect(explainCode('constructor')).toBeNull();
  });

  it('names the codes that may be meant', () => {
    expect(nearCodes('subject-digest-mismach')[0]).toBe('subject-digest-mismatch');
    expect(nearCodes('SUBJECT_DIGEST_MISMATCH')[0]).toBe('subject-digest-mismatch');
    expect(nearCodes('subject.diges')).toContain('subject.digest');
    expect(nearCodes('time-')).toHaveLength(3);
    expect(nearCodes('release.sigstore.json')).toEqual([]);
    expect(nearCodes('x'.repeat(10_000))).toEqual([]);
  });

  it('takes an unknown one for a usage error', () => {
    const near = run(['explain', 'subject-digest-mismach']);
    expect(near.code).toBe(64);
    expect(near.stderr).toContain('did you mean subject-digest-mismatch');
    const far = run(['explain', 'nobody-knows-this']);
    expect(far.code).toBe(64);
    expect(far.stderr).toContain('explain --list');
    const json = run(['explain', 'nobody-knows-this', '--json']);
    expect(json.code).toBe(64);
    expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 64 });
  });

  it('knows a code before a file', () => {
    expect(run(['explain', 'subject-digest-mismatch']).stdout).toContain('rests on');
  });
});
