// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ALICE, type Functionary, layoutOf, linkName, linkOf, OWNER, sealed } from '../../scripts/mint/in-toto.ts';
import { changed, type Json, type JsonObject } from '../../scripts/mint/json.ts';
import { rsaKey } from '../../scripts/mint/keys.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { compileGlob } from '../../src/encoding/fnmatch.ts';
import { olpcJson } from '../../src/encoding/olpc-json.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Check } from '../../src/model/check.ts';
import { DEFAULT_POLICY } from '../../src/model/policy.ts';
import { judge } from '../../src/policy/judge.ts';
import { readLayoutKey } from '../../src/trust/in-toto-key.ts';
import { examineLayout } from '../../src/verify/layout.ts';
import { PROJECT } from '../support/cli.ts';
import { AT, chance, type MintedLayout, mintLayout } from './in-toto-layouts.ts';

const PYTHON = '/usr/bin/python3';
const hasOracle = spawnSync(PYTHON, ['-c', 'import in_toto.verifylib']).status === 0;
if (!hasOracle)
  console.warn("Debian's in-toto is not installed: its verdicts are not compared (apt-get install in-toto)");

const COUNT = Number(process.env['FORENSIC_VERIFY_LAYOUTS'] ?? 320);
const FIRST = Number(process.env['FORENSIC_VERIFY_SEED'] ?? 1);
const seeds = Array.from({ length: COUNT }, (_, i) => FIRST + i);
const at = parseRfc3339(AT).time;
const utf8 = (text: string) => new TextEncoder().encode(text);
const octets = (value: JsonObject) => utf8(JSON.stringify(value));

interface Ours {
  readonly checks: readonly Check[];
  readonly exitCode: number;
}

function ours({ files, keys, parameters }: Omit<MintedLayout, 'seed'>): Ours {
  const { items } = examineLayout({
    name: 'root.layout',
    bytes: octets(files['root.layout']!),
    keys: keys.map(({ keyObject }) => readLayoutKey(octets(keyObject), 'owner.pub', null)),
    links: {
      read: (folder, file) => {
        const link = files[['links', ...folder, file].join('/')];
        return link === undefined
          ? null
          : { ok: true, value: { name: [...folder, file].join('/'), bytes: octets(link) } };
      },
    },
    parameters: parameters === null ? null : new Map(Object.entries(parameters)),
    artifacts: [],
    at,
    engine: nativeEngine,
  });
  const item = items[0]!;
  return { checks: item.checks, exitCode: judge(item, DEFAULT_POLICY).exitCode };
}

/** Inspections apart, which are taken out over there and never run here. */
function holds({ checks }: Ours): boolean {
  return checks.every(({ id, outcome }) => outcome === 'passed' || id === 'layout.inspections');
}

interface Answers {
  readonly minted: { readonly files: Readonly<Record<string, string>>; readonly key: JsonObject } | null;
  readonly version: string;
  readonly verdicts: readonly string[];
  readonly globs: readonly boolean[];
  readonly texts: readonly string[];
}

const work = mkdtempSync(join(tmpdir(), 'in-toto-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function askOracle(
  layouts: readonly Omit<MintedLayout, 'seed'>[],
  globs: readonly (readonly [string, string])[],
  texts: readonly Json[],
): Answers {
  const base = mkdtempSync(join(work, 'run-'));
  const cases = layouts.map(({ files, keys, parameters }, i) => {
    const folder = join(base, String(i));
    for (const [name, value] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, octets(value));
    }
    return { folder, keys: keys.map(({ keyObject }) => keyObject), parameters };
  });
  const script = join(import.meta.dirname, 'in-toto-oracle.py');
  const input = JSON.stringify({
    at: AT,
    cases,
    globs,
    texts,
    mint: layouts.length + globs.length + texts.length === 0,
  });
  const run = spawnSync(PYTHON, ['-I', script], {
    input,
    encoding: 'utf8',
    cwd: work,
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  });
  if (run.status !== 0) throw new Error(`the oracle ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Answers;
}

/** Which of our checks says what the exception of in-toto says. */
const CAUSE: Readonly<Record<string, (check: Check) => boolean>> = {
  SignatureVerificationError: ({ id }) => id === 'layout.signature',
  LayoutExpiredError: ({ id }) => id === 'layout.expiry',
  KeyError: ({ id }) => id === 'layout.parameters' || id === 'step.rules',
  LinkNotFoundError: ({ id }) => id === 'step.threshold',
  ThresholdVerificationError: ({ id }) => id === 'step.threshold' || id === 'step.agreement',
  RuleVerificationError: ({ id }) => id === 'step.rules',
};

const minted = hasOracle ? seeds.map((seed) => mintLayout(seed, 'metablock')) : [];

describe.skipIf(!hasOracle)("the verdicts of Debian's in-toto", { timeout: 180_000 }, () => {
  it('are ours, for the same causes, over seeded layouts', () => {
    const { verdicts } = askOracle(minted, [], []);
    const judged = minted.map(ours);
    const differing = minted.flatMap(({ seed }, i) => {
      const [theirs, mine] = [verdicts[i]!, judged[i]!];
      const same =
        theirs === 'ok'
          ? holds(mine)
          : mine.checks.some(
              (check) => check.outcome !== 'passed' && check.outcome !== 'skipped' && CAUSE[theirs]?.(check),
            );
      return same
        ? []
        : [
            `seed ${seed}: ${theirs}, and here ${JSON.stringify(mine.checks.filter(({ outcome }) => outcome !== 'passed'))}`,
          ];
    });
    expect(differing).toEqual([]);
    // All of it is worth something only where each verdict is common.
    const count = (name: string) => verdicts.filter((verdict) => verdict === name).length;
    expect(verdicts.length).toBeGreaterThanOrEqual(200);
    for (const name of Object.keys(CAUSE)) expect(count(name), name).toBeGreaterThan(2);
    expect(count('ok')).toBeGreaterThan(verdicts.length / 5);
    expect(judged.filter((mine) => mine.exitCode === 0).length).toBeGreaterThan(verdicts.length / 8);
  });

  it('differ only where docs/DISAGREEMENTS.md says so', () => {
    const { verdicts } = askOracle(
      DISAGREEMENTS.map(({ layout }) => layout),
      [],
      [],
    );
    const told = DISAGREEMENTS.map(({ what, layout }, i) => {
      const mine = ours(layout);
      const refusal = mine.checks.find((check) => check.outcome === 'failed' || check.outcome === 'indeterminate');
      return { what, theirs: verdicts[i], ours: holds(mine) ? 'ok' : refusal?.id };
    });
    expect(told).toEqual(DISAGREEMENTS.map(({ what, theirs, ours: mine }) => ({ what, theirs, ours: mine })));
  });

  it('are ours over what in-toto itself has signed, with each kind of key', () => {
    const { files, key } = askOracle([], [], []).minted!;
    const parsed = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, JSON.parse(text) as JsonObject]),
    );
    const owner: Functionary = { ...OWNER, keyObject: key };
    const mine = ours({ files: parsed, keys: [owner], parameters: null });
    expect(mine.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(mine.checks.filter(({ id }) => id === 'step.threshold').length).toBe(4);
    for (const name of Object.keys(parsed).filter((one) => one.startsWith('links/'))) {
      const other = changed(parsed[name]!, { '/signed/byproducts/return-value': 0 });
      expect(holds(ours({ files: { ...parsed, [name]: other }, keys: [owner], parameters: null })), name).toBe(false);
    }
  });

  it('rest on the same patterns', () => {
    const dice = chance(FIRST);
    const signs = [
      'a',
      'b',
      'c',
      'z',
      '-',
      '!',
      ']',
      '[',
      '*',
      '?',
      '/',
      '\\',
      '^',
      '.',
      'é',
      '😀',
      '&',
      '~',
      '|',
      '\n',
    ];
    const word = (most: number) => Array.from({ length: dice.below(most) }, () => dice.one(signs)).join('');
    const globs = Array.from({ length: 20_000 }, () => {
      const pattern = dice.happens(0.5) ? word(7) : `${word(3)}[${word(6)}]${word(3)}`;
      return [pattern, dice.happens(0.8) ? word(4) : pattern] as const;
    });
    const { globs: theirs } = askOracle([], globs, []);
    const mine = globs.map(([pattern, name]) => compileGlob(pattern).matches(name));
    expect(globs.filter((_, i) => mine[i] !== theirs[i])).toEqual([]);
    expect(mine.filter(Boolean).length).toBeGreaterThan(500);
  });

  it('rest on the same canonical form', () => {
    const dice = chance(FIRST);
    const names = ['', 'a', 'b', 'Z', 'é', '\uffff', '😀', '"', '\\', '\n', '\u007f'];
    const value = (depth: number): Json => {
      const kind = dice.below(depth > 3 ? 5 : 7);
      if (kind === 5) return Array.from({ length: dice.below(4) }, () => value(depth + 1));
      if (kind === 6) return Object.fromEntries(dice.some(names, 0.4).map((name) => [name, value(depth + 1)]));
      return [null, dice.happens(0.5), dice.below(1e9) - 5e8, dice.some(names, 0.3).join(''), 2 ** 53 - 1][kind]!;
    };
    const texts = Array.from({ length: 500 }, () => value(0));
    const { texts: theirs } = askOracle([], [], texts);
    expect(texts.map((one) => new TextDecoder().decode(olpcJson(one)))).toEqual(theirs);
  });
});

it('differ from ours in the cases that docs/DISAGREEMENTS.md lists, and no others', () => {
  const page = readFileSync(join(PROJECT, 'docs/DISAGREEMENTS.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([a-z0-9-]+) \| (accept|refuse) \|/gm)].map(([, what, theirs]) => [what, theirs]);
  const cases = DISAGREEMENTS.map(({ what, theirs }) => [what, theirs === 'ok' ? 'accept' : 'refuse']);
  expect(rows.sort()).toEqual(cases.sort());
});

describe('a chain in DSSE envelopes', { timeout: 60_000 }, () => {
  it('is judged as the same chain in metablocks', () => {
    const outcomes = ({ checks }: Ours) =>
      checks.map(({ id, outcome, ...more }) => [id, outcome, 'reason' in more ? more.reason : '']);
    const chosen = seeds.slice(0, 120);
    const pairs = chosen.map((seed) => {
      const plain = minted[seed - FIRST] ?? mintLayout(seed, 'metablock');
      return [plain, mintLayout(seed, 'dsse')] as const;
    });
    // A change of the signed part alone has no counterpart in an envelope.
    const same = pairs.filter(([plain]) => !JSON.stringify(plain.files['root.layout']).includes('"readme":"changed"'));
    expect(same.length).toBeGreaterThan(100);
    for (const [plain, dsse] of same) expect(outcomes(ours(dsse)), `seed ${plain.seed}`).toEqual(outcomes(ours(plain)));
  });
});

interface Disagreement {
  readonly what: string;
  readonly layout: Omit<MintedLayout, 'seed'>;
  readonly theirs: string;
  readonly ours: string | undefined;
}

const WORK = { name: 'work', by: [ALICE], products: [['ALLOW', '*']] };
const done = linkOf('work', {}, { made: '1' });

function question(
  layout: JsonObject,
  links: Readonly<Record<string, JsonObject>>,
  by: readonly Functionary[] = [OWNER],
): Omit<MintedLayout, 'seed'> {
  const below = Object.fromEntries(Object.entries(links).map(([name, link]) => [`links/${name}`, link]));
  return { keys: [OWNER], parameters: null, files: { 'root.layout': sealed(layout, by), ...below } };
}

const ALIAS: Functionary = {
  ...ALICE,
  keyId: 'cc'.repeat(32),
  keyObject: { ...ALICE.keyObject, keyid: 'cc'.repeat(32) },
};
const weakly = changed(done, { '/products/made': { md5: 'ab'.repeat(16) } });
const FILE = linkName('work', ALICE);

const DISAGREEMENTS: readonly Disagreement[] = [
  {
    what: 'link-of-another-step',
    layout: question(layoutOf([{ ...WORK, name: 'other' }]), { [linkName('other', ALICE)]: sealed(done, [ALICE]) }),
    theirs: 'ok',
    ours: 'step.threshold',
  },
  {
    what: 'one-key-two-ids',
    layout: question(layoutOf([{ ...WORK, by: [ALICE, ALIAS], threshold: 2 }]), {
      [FILE]: sealed(done, [ALICE]),
      [linkName('work', ALIAS)]: sealed(done, [ALIAS]),
    }),
    theirs: 'ok',
    ours: 'step.threshold',
  },
  {
    what: 'weak-digest',
    layout: question(
      layoutOf([
        {
          ...WORK,
          products: [
            ['MATCH', '*', 'WITH', 'PRODUCTS', 'FROM', 'work'],
            ['DISALLOW', '*'],
          ],
        },
      ]),
      {
        [FILE]: sealed(weakly, [ALICE]),
      },
    ),
    theirs: 'ok',
    ours: 'step.rules',
  },
  { what: 'no-steps', layout: question(layoutOf([]), {}), theirs: 'ok', ours: 'layout.format' },
  {
    what: 'threshold-of-nobody',
    layout: question(layoutOf([{ ...WORK, threshold: 0 }]), { [FILE]: sealed(done, [ALICE]) }),
    theirs: 'ok',
    ours: 'layout.format',
  },
  {
    what: 'unsigned-member',
    layout: question(layoutOf([WORK]), {
      [FILE]: { ...sealed(done, [ALICE]), signed: { ...done, extra: 'nobody signed this' } },
    }),
    theirs: 'ok',
    ours: 'step.threshold',
  },
  {
    what: 'key-id-of-another',
    layout: question(layoutOf([WORK]), { [FILE]: sealed(done, [{ ...ALICE, keyId: 'dd'.repeat(32) }]) }),
    theirs: 'ThresholdVerificationError',
    ours: 'ok',
  },
  {
    what: 'weak-key',
    layout: weakKey(),
    theirs: 'ok',
    ours: 'step.threshold',
  },
];

function weakKey(): Omit<MintedLayout, 'seed'> {
  const key = rsaKey('in-toto weak', 1024);
  const shown = {
    keytype: 'rsa',
    scheme: 'rsassa-pss-sha256',
    keyid: 'ee'.repeat(32),
    keyval: { public: key.publicPem, private: '' },
  };
  const who: Functionary = { key, keyId: shown.keyid, keyObject: shown, sign: (message) => key.signPss!(message) };
  return question(layoutOf([{ ...WORK, by: [who] }]), { [linkName('work', who)]: sealed(done, [who]) });
}
