// SPDX-License-Identifier: Apache-2.0
// First: what it catches must be caught before anything of the command line is loaded.
import '../attacks/program.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { Malformed } from '../../src/model/malformed.ts';
import { readItemFacts } from '../../src/report/read-items.ts';
import { FIXTURES } from '../attacks/evidence.ts';
import { program } from '../attacks/program.ts';

const JUDGED = ['modes', 'indication', 'sub', 'decision', 'exitCode', 'judgements', 'proposed', 'established'];
const OF_A_RUN = [...JUDGED, 'notEstablished', 'summary', 'reused'];
const CASES = readdirSync(join(FIXTURES, 'cases')).filter((name) =>
  /^(bundle-v0|folder|pypi|npm-set|oci|bag|checksums|sbom|spdx|cyclonedx|vex|predicate|materials|set-|layout|tar|stella|go)/.test(
    name,
  ),
);

async function itemsOf(name: string): Promise<readonly JsonObject[]> {
  const cwd = join(FIXTURES, 'cases', name);
  const { command } = JSON.parse(readFileSync(join(cwd, 'expect.json'), 'utf8')) as { command: readonly string[] };
  if (command[0] !== 'verify') return [];
  const words = command.filter((word) => word !== '--json');
  const { stdout } = await program([...words, '--json'], cwd);
  return ((JSON.parse(stdout) as { items?: readonly JsonObject[] }).items ?? []) as readonly JsonObject[];
}

describe('the facts of an item, read back from its report', () => {
  it(`are those that were found, of ${CASES.length} fixtures`, async () => {
    const members = new Set<string>();
    for (const name of CASES) {
      for (const item of await itemsOf(name)) {
        const facts = Object.fromEntries(Object.entries(item).filter(([key]) => !OF_A_RUN.includes(key)));
        expect(readItemFacts(item, ''), name).toEqual(facts);
        for (const member of Object.keys(facts)) members.add(member);
      }
    }
    for (const member of ['predicateDocument', 'materials', 'registrySigned']) expect([...members]).toContain(member);
  });

  it('are refused where no report of this version says so', async () => {
    const [item] = await itemsOf('bundle-v0.3-dsse');
    const [check] = item!['checks'] as readonly JsonObject[];
    const withCheck = (changed: object) => ({ ...item!, checks: [{ ...check!, ...changed }] });
    const wrong: readonly unknown[] = [
      null,
      [],
      {},
      { ...item!, more: 1 },
      { ...item!, name: 1 },
      { ...item!, checks: {} },
      { ...item!, checks: [null] },
      { ...item!, artifacts: [{ name: 'x', digests: { sha256: 1 } }] },
      { ...item!, subjects: 'x' },
      { ...item!, signers: [{ identity: {} }] },
      { ...item!, times: [{ source: 'x', instant: 'x', usedFor: 'x' }] },
      { ...item!, signerKind: 'x' },
      { ...item!, findings: [{ code: 'x', at: { evidence: '', pointer: '' }, detail: '' }] },
      { ...item!, materials: [1] },
      { ...item!, predicateDocument: { what: 'x' } },
      withCheck({ id: 'x' }),
      withCheck({ id: 'toString' }),
      withCheck({ outcome: 'x' }),
      withCheck({ outcome: 'failed' }),
      withCheck({ outcome: 'failed', reason: 'x', detail: '' }),
      // A reason that leaves open does not refute.
      withCheck({ outcome: 'failed', reason: 'input-missing', detail: '' }),
      withCheck({ outcome: 'skipped', reason: 'input-missing', because: 'input.read' }),
      withCheck({ facts: { x: {} } }),
      withCheck({ at: null }),
    ];
    for (const value of wrong) {
      expect(() => readItemFacts(value as JsonObject, ''), JSON.stringify(value)?.slice(0, 80)).toThrow(Malformed);
    }
  });
});
