// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BOB,
  type Functionary,
  functionary,
  layoutOf,
  linkName,
  linkOf,
  MALLORY,
  OWNER,
  sealed,
} from '../../scripts/mint/in-toto.ts';
import { changed, type JsonObject } from '../../scripts/mint/json.ts';
import { ecKey } from '../../scripts/mint/keys.ts';
import { RSA } from '../../scripts/mint/plain-keys.ts';
import { nativeEngine } from '../../src/crypto/engine.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { recogniseInToto } from '../../src/envelope/in-toto-metadata.ts';
import { openDirectory } from '../../src/evidence/directory.ts';
import { readLayoutKey } from '../../src/trust/in-toto-key.ts';
import { examineLayout } from '../../src/verify/layout.ts';
import { linksIn } from '../../src/verify/layout-source.ts';
import { whatLiesAbout } from '../../src/verify/lying-about.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const octets = (value: unknown) => utf8(typeof value === 'string' ? value : JSON.stringify(value));

interface Asked {
  readonly layout?: unknown;
  readonly links?: Readonly<Record<string, unknown>>;
  readonly keys?: readonly Functionary[];
  readonly parameters?: Readonly<Record<string, string>>;
}

const WORK = { name: 'work', by: [ALICE], products: [['ALLOW', '*']] };
const done = linkOf('work', {}, { made: '1' });
const LINK = linkName('work', ALICE);
const good = { [LINK]: sealed(done, [ALICE]) };

function examine({ layout = sealed(layoutOf([WORK]), [OWNER]), links = good, keys = [OWNER], parameters }: Asked) {
  const { items, notDone } = examineLayout({
    name: 'root.layout',
    bytes: octets(layout),
    keys: keys.map(({ keyObject }) => readLayoutKey(octets(keyObject), 'key', null)),
    links: {
      read: (folder, file) => {
        const link = links[[...folder, file].join('/')];
        return link === undefined ? null : { ok: true, value: { name: file, bytes: octets(link) } };
      },
    },
    parameters: parameters === undefined ? null : new Map(Object.entries(parameters)),
    artifacts: [],
    at: parseRfc3339('2026-03-01T00:00:00Z').time,
    engine: nativeEngine,
  });
  const [item] = items;
  const reasons = item!.checks.flatMap((check) =>
    check.outcome === 'failed' || check.outcome === 'indeterminate' ? [check.reason] : [],
  );
  return { ...item!, reasons, notDone, codes: item!.findings.map(({ code }) => code) };
}

const layoutWith = (places: Readonly<Record<string, unknown>>) =>
  sealed(changed(layoutOf([WORK]), places as Parameters<typeof changed>[1]), [OWNER]);

describe('layouts that are not what they should be', () => {
  const MALFORMED: readonly (readonly [string, unknown, string])[] = [
    ['no object', '[]', 'json-shape'],
    ['a member twice', '{"signed":{},"signed":{},"signatures":[]}', 'json-duplicate-key'],
    ['a link', sealed(done, [OWNER]), 'layout-format'],
    ['of no type', sealed({ ...layoutOf([WORK]), _type: 'Layout' }, [OWNER]), 'layout-format'],
    [
      'a fraction among what is signed',
      sealed({ ...layoutOf([WORK]), version: 1.5 } as JsonObject, [OWNER]),
      'json-number',
    ],
    [
      'a number that is read as another',
      JSON.stringify(sealed({ ...layoutOf([WORK]), version: 1 }, [OWNER])).replace(
        '"version":1',
        '"version":1.00000000000000001',
      ),
      'json-number',
    ],
    ['an expiry without a zone', layoutWith({ '/expires': '2027-01-01T00:00:00' }), 'time-invalid'],
    ['an expiry with a fraction', layoutWith({ '/expires': '2027-01-01T00:00:00.5Z' }), 'time-invalid'],
    ['an expiry on a day that does not exist', layoutWith({ '/expires': '2027-02-30T00:00:00Z' }), 'time-invalid'],
    ['a threshold of nobody', layoutWith({ '/steps/0/threshold': 0 }), 'layout-format'],
    ['a threshold that is a text', layoutWith({ '/steps/0/threshold': '1' }), 'json-shape'],
    ['a step that leads out of the folder', layoutWith({ '/steps/0/name': '../work' }), 'layout-format'],
    ['two steps of one name', sealed(layoutOf([WORK, WORK]), [OWNER]), 'layout-format'],
    ['a step of another type', layoutWith({ '/steps/0/_type': 'inspection' }), 'layout-format'],
    ['a key id that is none', layoutWith({ '/steps/0/pubkeys/0': '../x' }), 'layout-format'],
    ['a key that calls itself otherwise', layoutWith({ [`/keys/${ALICE.keyId}/keyid`]: BOB.keyId }), 'layout-format'],
    ['a key with its private part', layoutWith({ [`/keys/${ALICE.keyId}/keyval/private`]: 'ab' }), 'key-private'],
    ['a rule of one word', layoutWith({ '/steps/0/expected_products/0': ['ALLOW'] }), 'layout-format'],
    ['a rule of three words', layoutWith({ '/steps/0/expected_products/0': ['ALLOW', 'a', 'b'] }), 'layout-format'],
    [
      'MATCH without FROM',
      layoutWith({ '/steps/0/expected_products/0': ['MATCH', 'a', 'WITH', 'PRODUCTS'] }),
      'layout-format',
    ],
    [
      'MATCH with another list',
      layoutWith({ '/steps/0/expected_products/0': ['MATCH', 'a', 'WITH', 'THINGS', 'FROM', 'work'] }),
      'layout-format',
    ],
    [
      'a DSSE envelope of another payload',
      { ...sealed(layoutOf([WORK]), [OWNER], 'dsse'), payloadType: 'text/plain' },
      'layout-format',
    ],
    [
      'too many steps',
      sealed(layoutOf(Array.from({ length: LIMITS.layoutItems + 1 }, (_, i) => ({ ...WORK, name: `s${i}` }))), [OWNER]),
      'limit-exceeded',
    ],
    [
      'too many signatures',
      { ...sealed(layoutOf([WORK]), []), signatures: Array.from({ length: 33 }, () => ({ keyid: 'aa', sig: 'bb' })) },
      'limit-exceeded',
    ],
    [
      'a signature that is no hexadecimal',
      { ...sealed(layoutOf([WORK]), []), signatures: [{ keyid: 'aa', sig: 'xy' }] },
      'hex-invalid',
    ],
  ];
  for (const [what, layout, reason] of MALFORMED) {
    it(what, () => {
      const { checks, reasons } = examine({ layout });
      expect(reasons).toEqual([reason]);
      expect(checks.slice(1).every(({ outcome }) => outcome === 'skipped')).toBe(true);
    });
  }
});

describe('links', () => {
  const REFUSED: readonly (readonly [string, unknown, string])[] = [
    ['cut short', '{"signed":', 'json-invalid'],
    ['without products', sealed(changed(done, { '/products': undefined }), [ALICE]), 'json-shape'],
    [
      'with a digest that is no hexadecimal',
      sealed(changed(done, { '/products/made/sha256': 'sha256:00' }), [ALICE]),
      'layout-format',
    ],
    ['with a member that nobody signed', { ...good[LINK], signed: { ...done, extra: 1 } }, 'signature-mismatch'],
    ['unsigned', sealed(done, []), 'step-threshold'],
    ['of another', sealed(done, [MALLORY]), 'signature-mismatch'],
  ];
  for (const [what, link, reason] of REFUSED) {
    it(`${what} are refused`, () => expect(examine({ links: { [LINK]: link } }).reasons).toEqual([reason]));
  }

  it('count although their signature names another key', () => {
    const { reasons, codes } = examine({ links: { [LINK]: sealed(done, [{ ...ALICE, keyId: 'dd'.repeat(32) }]) } });
    expect(reasons).toEqual([]);
    expect(codes).toContain('keyid-differs');
  });

  it('may carry further signatures', () => {
    expect(examine({ links: { [LINK]: sealed(done, [MALLORY, BOB, ALICE]) } }).reasons).toEqual([]);
  });

  for (const key of [RSA, ecKey('p256', 'in-toto p256'), ecKey('p384', 'in-toto p384')]) {
    it(`count under a key of kind ${key.kind}, in both envelopes`, () => {
      const who = functionary(key);
      for (const form of ['metablock', 'dsse'] as const) {
        const layout = sealed(layoutOf([{ ...WORK, by: [who] }]), [OWNER], form);
        expect(examine({ layout, links: { [linkName('work', who)]: sealed(done, [who], form) } }).reasons).toEqual([]);
      }
    });
  }

  it('of RSA have a salt as long as the hash', () => {
    const who = functionary(RSA);
    const short: Functionary = { ...who, sign: (message) => RSA.signPss!(message, 'sha256', 20) };
    const layout = sealed(layoutOf([{ ...WORK, by: [who] }]), [OWNER]);
    expect(examine({ layout, links: { [linkName('work', who)]: sealed(done, [short]) } }).reasons).toEqual([
      'signature-mismatch',
    ]);
  });

  it('that functionaries disagree on are told where one of them suffices', () => {
    const layout = sealed(layoutOf([{ ...WORK, by: [ALICE, BOB] }]), [OWNER]);
    const other = sealed(linkOf('work', {}, { made: '2' }), [BOB]);
    const { reasons, codes } = examine({ layout, links: { ...good, [linkName('work', BOB)]: other } });
    expect(reasons).toEqual([]);
    expect(codes).toContain('links-disagree');
  });
});

describe('what is bounded', () => {
  it('sublayouts in sublayouts', () => {
    const nested = layoutOf([{ ...WORK, by: [OWNER] }]);
    const name = linkName('work', OWNER);
    const folder = `work.${OWNER.keyId.slice(0, 8)}`;
    const depths = Array.from(
      { length: LIMITS.sublayoutDepth + 3 },
      (_, depth) => `${`${folder}/`.repeat(depth)}${name}`,
    );
    const links = Object.fromEntries(depths.map((path) => [path, sealed(nested, [OWNER])]));
    expect(examine({ layout: sealed(nested, [OWNER]), links }).reasons).toContain('limit-exceeded');
  });

  it('the comparisons of rules', () => {
    const paths = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${'a'.repeat(300)}${i}`, '1']));
    const pattern = '*a'.repeat(100);
    const rules = Array.from({ length: 20 }, () => ['CREATE', pattern]);
    const layout = sealed(layoutOf([{ ...WORK, materials: rules }]), [OWNER]);
    const { reasons } = examine({ layout, links: { [LINK]: sealed(linkOf('work', paths, {}), [ALICE]) } });
    expect(reasons).toEqual(['limit-exceeded']);
  });
});

describe('parameters', () => {
  const layout = sealed(
    layoutOf([
      {
        ...WORK,
        products: [
          ['REQUIRE', '{{{name}}}'],
          ['ALLOW', '*'],
        ],
      },
    ]),
    [OWNER],
  );
  const links = { [LINK]: sealed(linkOf('work', {}, { '{made}': '1', '{{{name}}}': '2' }), [ALICE]) };

  it('are put in, and doubled braces are one', () => {
    expect(examine({ layout, links, parameters: { name: 'made' } }).reasons).toEqual([]);
    expect(examine({ layout, links, parameters: { name: 'other' } }).reasons).toEqual(['artifact-required']);
  });

  it('mean nothing where none are given', () => expect(examine({ layout, links }).reasons).toEqual([]));

  it('of other forms are refused', () => {
    for (const text of ['{name.real}', '{name[0]}', '{name!r}', '{0}', '{}', '{', 'a}']) {
      const odd = sealed(layoutOf([{ ...WORK, products: [['ALLOW', text]] }]), [OWNER]);
      expect(examine({ layout: odd, links, parameters: { name: 'made' } }).reasons, text).toEqual(['layout-parameter']);
    }
  });
});

const told = (value: unknown, name: string) => whatLiesAbout(octets(value), name, JSON.parse(JSON.stringify(value)));

describe('metadata that lies about', () => {
  it('is told by its form, its name and its signatures', () => {
    for (const form of ['metablock', 'dsse'] as const) {
      const link = sealed(done, [ALICE], form);
      const layout = sealed(layoutOf([WORK]), [OWNER], form);
      expect(recogniseInToto(link)).toBe('link');
      expect(recogniseInToto(layout)).toBe('layout');
      expect(told(link, `a/${LINK}`)).toMatch(/^an in-toto link/);
      expect(told(layout, 'a/root.layout')).toMatch(/^an in-toto layout/);
      expect(told(layout, linkName('work', OWNER))).toMatch(/^an in-toto layout/);
      for (const name of ['package.json', linkName('other', ALICE), linkName('work', BOB), 'work.link'])
        expect(told(link, name), name).toBeNull();
      for (const name of ['package.json', 'a.layout/package.json', linkName('work', BOB)])
        expect(told(layout, name), name).toBeNull();
      expect(told({ ...link, scripts: {} }, LINK)).toBeNull();
      expect(told({ ...layout, scripts: {} }, 'root.layout')).toBeNull();
      expect(told(sealed({ ...done, scripts: {} }, [ALICE], form), LINK)).toBeNull();
      expect(told(sealed({ ...layoutOf([WORK]), scripts: {} }, [OWNER], form), 'root.layout')).toBeNull();
      expect(told(sealed(done, [], form), LINK)).toBeNull();
      expect(told(sealed(layoutOf([WORK]), [], form), 'root.layout')).toBeNull();
    }
  });

  it('is nothing else', () => {
    const others = [
      null,
      1,
      'link',
      [],
      {},
      { signed: {} },
      { signed: { _type: 'root' }, signatures: [] },
      { signed: 'link', signatures: [] },
    ];
    for (const value of others) expect(recogniseInToto(value)).toBeNull();
    expect(
      recogniseInToto({ payloadType: 'application/vnd.in-toto+json', payload: 'e30=', signatures: [] }),
    ).toBeNull();
    expect(told({ signed: { _type: 'link' }, signatures: [] }, LINK)).toBeNull();
  });
});

it('names each inspection, and runs none', () => {
  const inspect = [
    { _type: 'inspection', name: 'look', run: ['touch', '/tmp/evil\n'], expected_materials: [], expected_products: [] },
  ];
  const { reasons, notDone } = examine({ layout: sealed(layoutOf([WORK], { inspect }), [OWNER]) });
  expect(reasons).toEqual(['inspection-not-run']);
  expect(notDone).toEqual(['inspection look of root.layout: "touch /tmp/evil\\n" was not run, nor its rules judged']);
});

describe('a folder of links', () => {
  it('is read by name alone, and no link of the file system is followed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'links-'));
    try {
      mkdirSync(join(folder, 'work.aabbccdd'));
      writeFileSync(join(folder, 'work.aabbccdd', LINK), 'inner');
      writeFileSync(join(folder, 'other.link'), 'other');
      symlinkSync(join(folder, 'other.link'), join(folder, LINK));
      const used: string[] = [];
      const holding = openDirectory(folder);
      const links = linksIn(holding, (name) => used.push(name));
      expect(links.read([], 'none.link')).toBeNull();
      expect(links.read([], LINK)).toMatchObject({ ok: false, problem: { reason: 'input-unreadable' } });
      expect(links.read(['work.aabbccdd'], LINK)).toMatchObject({ ok: true, value: { bytes: utf8('inner') } });
      expect(used).toEqual([join(folder, 'work.aabbccdd', LINK)]);
      writeFileSync(join(folder, 'other.link'), 'changed');
      expect(links.read([], 'other.link')).toMatchObject({ ok: false, problem: { reason: 'input-changed' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
