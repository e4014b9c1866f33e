// SPDX-License-Identifier: Apache-2.0
import {
  ALICE,
  BOB,
  CAROL,
  type Form,
  type Functionary,
  functionary,
  layoutOf,
  linkName,
  linkOf,
  MALLORY,
  OWNER,
  type StepPlan,
  sealed,
} from '../../scripts/mint/in-toto.ts';
import { changed, type JsonObject } from '../../scripts/mint/json.ts';
import { ecKey, edKey } from '../../scripts/mint/keys.ts';

export const AT = '2026-03-01T00:00:00Z';
export const SECOND_OWNER = functionary(ecKey('p256', 'in-toto second owner'));
const DAVE = functionary(edKey('in-toto dave'));

/** One question: a layout with its links, in either envelope. Files are named below the folder of the case. */
export interface MintedLayout {
  readonly seed: number;
  readonly keys: readonly Functionary[];
  readonly parameters: Readonly<Record<string, string>> | null;
  readonly files: Readonly<Record<string, JsonObject>>;
}

/** Small, fast and the same everywhere (mulberry32). */
export function chance(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (size: number): number => Math.floor(next() * size);
  return {
    below,
    one: <T>(of: readonly T[]): T => of[below(of.length)]!,
    happens: (probability: number): boolean => next() < probability,
    some: <T>(of: readonly T[], probability: number): T[] => of.filter(() => next() < probability),
  };
}
type Chance = ReturnType<typeof chance>;

const PATHS = [
  'src/a.c',
  'src/b.c',
  'src/sub/d.h',
  'out/a.c',
  'bin/app',
  'README',
  'doc/x.md',
  'a-b',
  '[x]',
  'src//e.c',
  'é.txt',
  'a\\b',
];
const PATTERNS = [
  ...PATHS,
  '*',
  '*',
  'src/*',
  '*.c',
  '?*',
  '[a-s]*',
  '[!b]*',
  'bin/*',
  '[[]x]',
  '[]x]*',
  'doc/x.m[d-a]',
  '[!z-a]*',
  'src/*/*',
  '?.txt',
  'a[+--]b',
  'a[\\]b',
];
const PREFIXES = ['src', 'src/', 'out', 'sub', 'bin', 'a\\b'];
const STEPS = ['clone', 'build', 'package', 'test.it'];
const CASES = [
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => `${text[0]}${text.slice(1).toLowerCase()}`,
];

export function mintLayout(seed: number, form: Form): MintedLayout {
  const dice = chance(seed);
  const files: Record<string, JsonObject> = {};
  const owners = dice.happens(0.2) ? [OWNER, SECOND_OWNER] : [OWNER];
  const signers = dice.happens(0.07)
    ? [dice.one([OWNER, SECOND_OWNER, MALLORY])]
    : dice.happens(0.1)
      ? [OWNER, SECOND_OWNER]
      : owners;
  const withParameters = dice.happens(0.12);
  const parameters = withParameters ? (dice.happens(0.8) ? { p: dice.one(PATTERNS) } : { q: 'x' }) : null;
  const signed = layout(dice, files, 'links/', form, 0, withParameters);
  const sealedLayout = sealed(signed, signers, form);
  const tampered = form === 'metablock' && dice.happens(0.04);
  files['root.layout'] = tampered
    ? { ...sealedLayout, signed: changed(signed, { '/readme': 'changed' }) }
    : sealedLayout;
  return { seed, keys: owners, parameters, files };
}

/** A layout, whose links are put among the files. */
function layout(
  dice: Chance,
  files: Record<string, JsonObject>,
  folder: string,
  form: Form,
  depth: number,
  parameters: boolean,
): JsonObject {
  const names = STEPS.slice(0, 1 + dice.below(3));
  let carried = contents(dice, 0.3);
  const steps = names.map((name): StepPlan => {
    const by = people(dice);
    const most = dice.happens(0.03) ? by.length + 1 : by.length;
    const threshold = dice.happens(0.4) ? most : 1;
    const materials = dice.happens(0.85) ? carried : moved(carried);
    const products = worked(dice, materials);
    const others = dice.happens(0.1) ? worked(dice, materials) : products;
    const otherMaterials = dice.happens(0.1) ? moved(materials) : materials;
    by.forEach((who, i) => {
      const link = linkOf(name, i === 0 ? materials : otherMaterials, i === 0 ? products : others, {
        command: dice.happens(0.5) ? [] : ['make'],
      });
      if (depth < 2 && dice.happens(0.07)) {
        const below = `${folder}${name}.${who.keyId.slice(0, 8)}/`;
        files[folder + linkName(name, who)] = signedBy(
          dice,
          who,
          layout(dice, files, below, form, depth + 1, false),
          form,
        );
      } else if (!dice.happens(0.03)) files[folder + linkName(name, who)] = signedBy(dice, who, link, form);
    });
    carried = products;
    return { name, by, threshold, materials: rules(dice, names, parameters), products: rules(dice, names, parameters) };
  });
  const expires = dice.happens(0.08)
    ? dice.one(['2026-02-28T23:59:59Z', '2020-01-01T00:00:00Z'])
    : dice.one([AT, '2026-03-01T00:00:01Z', '2030-01-01T00:00:00Z']);
  const inspection = {
    _type: 'inspection',
    name: 'look',
    run: ['false'],
    expected_materials: [],
    expected_products: [['DISALLOW', '*']],
  };
  return layoutOf(steps, { expires, ...(dice.happens(0.1) ? { inspect: [inspection] } : {}) });
}

function people(dice: Chance): Functionary[] {
  const found = dice.some([ALICE, BOB, DAVE], 0.45);
  if (dice.happens(0.05)) found.push(CAROL);
  return found.length === 0 ? [dice.one([ALICE, BOB, DAVE])] : found;
}

/** Mostly as it should be; else by a stranger, by a stranger under the other's key id, or changed afterwards. */
function signedBy(dice: Chance, who: Functionary, signed: JsonObject, form: Form): JsonObject {
  if (dice.happens(0.96)) return sealed(signed, dice.happens(0.1) ? [MALLORY, who] : [who], form);
  const forged = sealed(signed, [dice.happens(0.5) ? MALLORY : { ...MALLORY, keyId: who.keyId }], form);
  return forged;
}

type Contents = Record<string, string>;

function contents(dice: Chance, probability: number): Contents {
  return Object.fromEntries(dice.some(PATHS, probability).map((path) => [path, dice.one(['1', '2'])]));
}

function worked(dice: Chance, from: Contents): Contents {
  const kept = Object.entries(from).filter(() => dice.happens(0.85));
  const next = Object.fromEntries(kept.map(([path, content]) => [path, dice.happens(0.15) ? `${content}+` : content]));
  return { ...next, ...contents(dice, 0.1) };
}

/** Another folder, so that only rules with prefixes find the same file again. */
function moved(from: Contents): Contents {
  return Object.fromEntries(Object.entries(from).map(([path, content]) => [path.replace(/^src\//, 'out/'), content]));
}

function rules(dice: Chance, names: readonly string[], parameters: boolean): string[][] {
  const list: string[][] = [];
  const pattern = (): string => (parameters && dice.happens(0.3) ? '{p}' : dice.one(PATTERNS));
  for (let count = dice.below(5); count > 0; count--) {
    const kind = dice.one([
      'MATCH',
      'MATCH',
      'MATCH',
      'CREATE',
      'DELETE',
      'MODIFY',
      'ALLOW',
      'ALLOW',
      'DISALLOW',
      'REQUIRE',
    ]);
    const word = dice.one(CASES);
    if (kind === 'DISALLOW') list.push([word(kind), dice.one(['*.exe', 'bin/*', '[!a-z]*'])]);
    else if (kind === 'REQUIRE') {
      if (dice.happens(0.2)) list.push([word(kind), dice.one(PATHS)]);
    } else if (kind !== 'MATCH') list.push([word(kind), pattern()]);
    else {
      const prefix = (): string[] => (dice.happens(0.3) ? [word('IN'), dice.one(PREFIXES)] : []);
      const step = dice.one([...names, 'nowhere']);
      list.push([
        word(kind),
        pattern(),
        ...prefix(),
        word('WITH'),
        word(dice.one(['MATERIALS', 'PRODUCTS'])),
        ...prefix(),
        word('FROM'),
        step,
      ]);
    }
  }
  if (dice.happens(0.9)) list.push(['ALLOW', dice.one(['*', '*', '*', '*', '*', '*', 'src/*', '[a-z]*'])]);
  if (dice.happens(0.6)) list.push(['DISALLOW', '*']);
  return list;
}
