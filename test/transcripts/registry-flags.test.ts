// SPDX-License-Identifier: Apache-2.0
// First: what it catches must be caught before anything of the command line is loaded.
import '../attacks/program.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT_FLAGS } from '../../src/cli/base-command.ts';
import { VERIFY_FLAGS } from '../../src/cli/verify-flags.ts';
import { FIXTURES } from '../attacks/evidence.ts';
import { program } from '../attacks/program.ts';
import { unwrapped } from '../support/cli.ts';

const CASE = join(FIXTURES, 'cases/registry-signature');
const { command } = JSON.parse(readFileSync(join(CASE, 'expect.json'), 'utf8')) as { command: readonly string[] };

/** What a registry's signature is asked with. Any other flag, and any that is new, must be refused. */
const APPLY = new Set(
  `registry-signature package-name package-version integrity key-id npm-keys at attime signed-at not-before not-after
  skew trust-store trust-domain revocation-list json output engine verbose quiet no-color offline deterministic binary-digest`.split(
    /\s+/,
  ),
);
interface Definition {
  readonly type: string;
  readonly options?: readonly string[];
}
const foreign = Object.entries({ ...VERIFY_FLAGS, ...REPORT_FLAGS } as Record<string, Definition>).filter(
  ([name]) => !APPLY.has(name),
);

describe('a registry signature', () => {
  it('is not asked for with most flags', () => expect(foreign.length).toBeGreaterThan(25));

  it.each(foreign)('takes no --%s', async (name, { type, options }) => {
    const words = type === 'boolean' ? [`--${name}`] : [`--${name}`, options?.[0] ?? '1'];
    // Without a file it has nothing to do, whatever is asked.
    if (name === 'force') words.push('--output-file', 'report.txt');
    const { code, stderr } = await program([...command, ...words], CASE);
    expect(unwrapped(stderr)).toMatch(
      new RegExp(`--${name}(?:, --output-file)? cannot be given with --registry-signature`),
    );
    expect(code).toBe(64);
  });

  it('takes no operand', async () => {
    const { code, stderr } = await program([...command, 'keys.json'], CASE);
    expect(unwrapped(stderr)).toContain('takes no operands');
    expect(code).toBe(64);
  });

  it('holds at the second of its signing, and within the tolerance before it', async () => {
    const at = (instant: string, ...more: readonly string[]) => {
      const words = [...command.slice(0, command.indexOf('--at')), '--at', instant, ...more];
      return program([...words, '--json'], CASE);
    };
    expect((await at('2026-02-01T12:00:00Z')).code).toBe(0);
    const early = await at('2026-02-01T11:59:30Z');
    expect([early.code, early.reasons]).toEqual([3, ['time-order']]);
    expect(early.report!.items[0]!.sub).toBe('TIMESTAMP_ORDER_FAILURE');
    expect((await at('2026-02-01T11:59:30Z', '--skew', '30')).code).toBe(0);
  });

  it("rests its window on the examiner's word, and says so", async () => {
    const { code, stdout } = await program([...command, '--not-after', '2026-02-02T00:00:00Z', '--json'], CASE);
    expect(code).toBe(0);
    expect(stdout).toContain("by the examiner's word, the signing falls in the window that was asked for");
  });
});
