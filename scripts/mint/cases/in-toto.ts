// SPDX-License-Identifier: Apache-2.0
import { utf8 } from '../bytes.ts';
import { AT, type Case, type Files, passes, refuted, undecided } from '../case.ts';
import {
  ALICE,
  BOB,
  CAROL,
  type Form,
  type Functionary,
  layoutOf,
  linkName,
  linkOf,
  MALLORY,
  type Made,
  OWNER,
  type Rules,
  type StepPlan,
  sealed,
} from '../in-toto.ts';
import { changed, type JsonObject } from '../json.ts';
import { KEY } from './common.ts';

const SOURCE = 'int main() { return 0; }\n';
const PROGRAM = 'the program\n';

const WRITE: StepPlan = {
  name: 'write',
  by: [ALICE],
  products: [
    ['CREATE', 'src/main.c'],
    ['DISALLOW', '*'],
  ],
};
const BUILD: StepPlan = {
  name: 'build',
  by: [BOB],
  command: ['cc', '-o', 'program', 'src/main.c'],
  materials: [
    ['MATCH', '*', 'IN', 'src', 'WITH', 'PRODUCTS', 'IN', 'src', 'FROM', 'write'],
    ['DISALLOW', '*'],
  ],
  products: [
    ['CREATE', 'program'],
    ['ALLOW', 'src/*'],
    ['DISALLOW', '*'],
  ],
};

const written = linkOf('write', {}, { 'src/main.c': SOURCE });
const built = linkOf(
  'build',
  { 'src/main.c': SOURCE },
  { 'src/main.c': SOURCE, program: PROGRAM },
  { command: [...BUILD.command!] },
);

interface Plan {
  readonly layout?: JsonObject;
  readonly layoutFile?: JsonObject;
  /** Below `links/`. */
  readonly links?: Readonly<Record<string, JsonObject | null>>;
  readonly form?: Form;
  readonly files?: Files;
}

const good = (form?: Form): Readonly<Record<string, JsonObject>> => ({
  [linkName('write', ALICE)]: sealed(written, [ALICE], form),
  [linkName('build', BOB)]: sealed(built, [BOB], form),
});

/** A chain of two steps, with what is named done otherwise. */
function chain({ layout = layoutOf([WRITE, BUILD]), layoutFile, links = {}, form, files = {} }: Plan): Files {
  const all = { ...good(form), ...links };
  return {
    program: PROGRAM,
    'root.layout': layoutFile ?? sealed(layout, [OWNER], form),
    ...Object.fromEntries(
      Object.entries(all).flatMap(([name, link]) => (link === null ? [] : [[`links/${name}`, link]])),
    ),
    ...files,
  };
}

function ask(...more: readonly string[]): readonly string[] {
  return ['verify', '--layout', 'root.layout', ...KEY('ed25519'), '--link-dir', 'links', ...more, ...AT];
}

/** One step by Alice, under rules of its own. */
function single(rules: { materials?: Rules; products?: Rules }, materials: Made, products: Made): Files {
  const link = sealed(linkOf('work', materials, products), [ALICE]);
  return {
    'root.layout': sealed(layoutOf([{ name: 'work', by: [ALICE], ...rules }]), [OWNER]),
    [`links/${linkName('work', ALICE)}`]: link,
  };
}

const END: Rules = [['DISALLOW', '*']];
const REFUSED = 2;

interface RuleCase {
  readonly rule: string;
  readonly rules: { materials?: Rules; products?: Rules };
  readonly holds: readonly [Made, Made];
  readonly breaks: readonly [Made, Made];
  readonly why: string;
  readonly reason?: string;
}

const RULES: readonly RuleCase[] = [
  {
    rule: 'create',
    rules: { products: [['CREATE', 'made'], ...END] },
    holds: [{}, { made: '1' }],
    breaks: [{ made: '1' }, { made: '1' }],
    why: 'what CREATE names was there before the step',
  },
  {
    rule: 'delete',
    rules: { materials: [['DELETE', 'old'], ...END] },
    holds: [{ old: '1' }, {}],
    breaks: [{ old: '1' }, { old: '1' }],
    why: 'what DELETE names is still there after the step',
  },
  {
    rule: 'modify',
    rules: { products: [['MODIFY', 'list'], ...END] },
    holds: [{ list: '1' }, { list: '2' }],
    breaks: [{ list: '1' }, { list: '1' }],
    why: 'what MODIFY names is the same before and after',
  },
  {
    rule: 'allow',
    rules: { products: [['ALLOW', 'doc/*'], ...END] },
    holds: [{}, { 'doc/a': '1' }],
    breaks: [{}, { 'docs/a': '1' }],
    why: 'ALLOW speaks of another folder',
  },
  {
    rule: 'require',
    rules: {
      products: [
        ['REQUIRE', 'licence'],
        ['ALLOW', '*'],
      ],
    },
    holds: [{}, { licence: '1' }],
    breaks: [{}, { 'licence.txt': '1' }],
    why: 'what REQUIRE names is not there',
    reason: 'artifact-required',
  },
  {
    rule: 'disallow',
    rules: {
      products: [
        ['DISALLOW', '*.exe'],
        ['ALLOW', '*'],
      ],
    },
    holds: [{}, { 'a.sh': '1' }],
    breaks: [{}, { 'a.exe': '1' }],
    why: 'there is what DISALLOW names',
  },
];

function ruleCases(): Case[] {
  return RULES.flatMap(({ rule, rules, holds, breaks, why, reason = 'artifact-disallowed' }) => [
    passes(
      `layout-${rule}`,
      `Every artifact of the step is what ${rule.toUpperCase()} says.`,
      single(rules, ...holds),
      ask(),
    ),
    refuted(
      `layout-${rule}--${reason}`,
      'step.rules',
      `Of an in-toto layout: ${why}.`,
      single(rules, ...breaks),
      ask(),
      REFUSED,
    ),
  ]);
}

const tampered = sealed(linkOf('build', { 'src/main.c': 'int main() { return 1; }\n' }, { program: PROGRAM }), [BOB]);

const both: StepPlan = { ...WRITE, by: [ALICE, CAROL], threshold: 2 };
const other = linkOf('write', {}, { 'src/main.c': 'another source' });

const subFolder = (who: Functionary): string => `build.${who.keyId.slice(0, 8)}`;
const inner = layoutOf([{ name: 'compile', by: [ALICE], materials: [['ALLOW', '*']], products: [['ALLOW', '*']] }]);
const compiled = linkOf('compile', { 'src/main.c': SOURCE }, { 'src/main.c': SOURCE, program: PROGRAM });
const compiledElsewhere = linkOf('compile', { 'src/main.c': 'x' }, { program: PROGRAM });

function nested(layout: JsonObject, link: JsonObject): Plan {
  return {
    links: {
      [linkName('build', BOB)]: sealed(layout, [BOB]),
      [`${subFolder(BOB)}/${linkName('compile', ALICE)}`]: sealed(link, [ALICE]),
    },
  };
}

const openPgp = { keyid: 'ab'.repeat(20), other_headers: '04000108', signature: 'cd'.repeat(64) };
const openPgpKey = {
  type: 'rsa',
  method: 'pgp+rsa-pkcsv1.5',
  hashes: ['pgp+SHA2'],
  keyid: 'ab'.repeat(20),
  keyval: { public: { e: '10001', n: 'ef'.repeat(256) }, private: '' },
};
const byOpenPgp = changed(layoutOf([WRITE, BUILD]), {
  '/steps/1/pubkeys': [openPgpKey.keyid],
  [`/keys/${openPgpKey.keyid}`]: openPgpKey,
});

/** Layouts and links of in-toto. */
export function inTotoCases(): Case[] {
  const expired = layoutOf([WRITE, BUILD], { expires: '2026-02-28T23:59:59Z' });
  const lastSecond = layoutOf([WRITE, BUILD], { expires: '2026-03-01T00:00:00Z' });
  const inspection = {
    _type: 'inspection',
    name: 'untar',
    run: ['tar', 'xf', 'program'],
    expected_materials: [],
    expected_products: [],
  };
  const withParameter = changed(layoutOf([WRITE, BUILD]), { '/steps/1/expected_products/0/1': '{name}' });
  return [
    passes(
      'layout-chain',
      'Two steps, each by its functionary; the product at hand is that of the last one.',
      chain({}),
      ask('program'),
    ),
    passes('layout-chain-dsse', 'The same chain in DSSE envelopes.', chain({ form: 'dsse' }), ask('program')),
    passes('layout-links-alone', 'No product is named: the chain of links alone is judged.', chain({}), ask()),
    refuted(
      'layout-product-of-another--subject-digest-mismatch',
      'subject.digest',
      'The artifact at hand is no product of the last step.',
      chain({ files: { program: 'another program\n' } }),
      ask('program'),
      REFUSED,
    ),
    refuted(
      'layout-changed--signature-mismatch',
      'layout.signature',
      'The layout was changed after its owner had signed it: it asks for one rule less.',
      chain({
        layoutFile: {
          ...sealed(layoutOf([WRITE, BUILD]), [OWNER]),
          signed: layoutOf([WRITE, { ...BUILD, products: [] }]),
        },
      }),
      ask('program'),
    ),
    undecided(
      'layout-second-key--signature-threshold',
      'layout.signature',
      'Two keys are given, and only one of them has signed the layout: every given key must have.',
      chain({}),
      ask('program', ...KEY('p256')),
    ),
    undecided(
      'layout-unsigned--signature-absent',
      'layout.signature',
      'Nobody has signed the layout.',
      chain({ layoutFile: sealed(layoutOf([WRITE, BUILD]), []) }),
      ask(),
    ),
    undecided(
      'layout-by-openpgp--openpgp-signature',
      'layout.signature',
      'The layout carries a signature of OpenPGP and no other.',
      chain({ layoutFile: { signed: layoutOf([WRITE, BUILD]), signatures: [openPgp] } }),
      ask(),
    ),
    undecided(
      'link-by-openpgp--openpgp-signature',
      'step.threshold',
      'The functionary of a step signs with OpenPGP.',
      chain({
        layout: byOpenPgp,
        links: {
          [linkName('build', BOB)]: null,
          [`build.${openPgp.keyid.slice(0, 8)}.link`]: { signed: built, signatures: [openPgp] },
        },
      }),
      ask(),
    ),
    undecided(
      'layout-expired--layout-expired',
      'layout.expiry',
      'The layout had expired a second before the instant that is judged at.',
      chain({ layout: expired }),
      ask(),
    ),
    passes(
      'layout-last-second',
      'The instant that is judged at is the last one of the layout.',
      chain({ layout: lastSecond }),
      ask(),
    ),
    refuted(
      'layout-without-steps--layout-format',
      'layout.format',
      'A layout without steps: signed, and says nothing.',
      chain({ layout: layoutOf([]) }),
      ask(),
    ),
    refuted(
      'layout-rule-unknown--layout-format',
      'layout.format',
      'A rule of the layout begins with a word that is none.',
      chain({ layout: layoutOf([WRITE, { ...BUILD, products: [['PERMIT', '*']] }]) }),
      ask(),
    ),
    undecided(
      'layout-parameter-open--layout-parameter',
      'layout.parameters',
      'A rule has a parameter that the given values do not have.',
      chain({ layout: withParameter, files: { 'values.json': { version: '1' } } }),
      ask('--substitute-parameters', 'values.json'),
    ),
    passes(
      'layout-parameter',
      'A rule has a parameter, and its value is given.',
      chain({ layout: withParameter, files: { 'values.json': { name: 'program' } } }),
      ask('program', '--substitute-parameters', 'values.json'),
    ),
    undecided(
      'link-missing--link-absent',
      'step.threshold',
      'The link of the second step is not at hand.',
      chain({ links: { [linkName('build', BOB)]: null } }),
      ask(),
      4,
    ),
    refuted(
      'link-changed--signature-mismatch',
      'step.threshold',
      'A link was changed after its functionary had signed it.',
      chain({
        links: {
          [linkName('build', BOB)]: { ...sealed(built, [BOB]), signed: changed(built, { '/command/0': 'gcc' }) },
        },
      }),
      ask(),
    ),
    refuted(
      'link-by-another--signature-mismatch',
      'step.threshold',
      'A link bears the name of its functionary, and the signature of somebody else.',
      chain({ links: { [linkName('build', BOB)]: sealed(built, [MALLORY]) } }),
      ask(),
    ),
    refuted(
      'link-of-another-step--link-name',
      'step.threshold',
      'A functionary of two steps: the link of the first one lies where that of the second belongs.',
      chain({
        layout: layoutOf([WRITE, { name: 'review', by: [ALICE] }]),
        links: { [linkName('review', ALICE)]: sealed(written, [ALICE]) },
      }),
      ask(),
    ),
    refuted(
      'link-cut--json-invalid',
      'step.threshold',
      'A link is cut short.',
      {
        ...chain({}),
        [`links/${linkName('build', BOB)}`]: utf8(JSON.stringify(sealed(built, [BOB])).slice(0, -9)),
      },
      ask(),
    ),
    passes(
      'layout-threshold',
      'Two functionaries must have signed, and both have, with the same artifacts.',
      chain({ layout: layoutOf([both, BUILD]), links: { [linkName('write', CAROL)]: sealed(written, [CAROL]) } }),
      ask('program'),
    ),
    undecided(
      'layout-threshold-unauthorised--step-threshold',
      'step.threshold',
      'Two functionaries must have signed. One of them is named by a key id under which the layout has no key.',
      chain({
        layout: changed(layoutOf([both, BUILD]), { [`/keys/${CAROL.keyId}`]: undefined }),
        links: { [linkName('write', CAROL)]: sealed(written, [CAROL]) },
      }),
      ask(),
    ),
    undecided(
      'layout-one-key-two-ids--step-threshold',
      'step.threshold',
      "Two functionaries must have signed; the layout calls Alice's one key by two ids, and she has signed both links.",
      chain({
        layout: changed(layoutOf([{ ...WRITE, threshold: 2 }, BUILD]), {
          '/steps/0/pubkeys/1': 'cc'.repeat(32),
          [`/keys/${'cc'.repeat(32)}`]: { ...ALICE.keyObject, keyid: 'cc'.repeat(32) },
        }),
        links: { [`write.${'cc'.repeat(4)}.link`]: sealed(written, [{ ...ALICE, keyId: 'cc'.repeat(32) }]) },
      }),
      ask(),
    ),
    refuted(
      'layout-threshold-disagree--links-differ',
      'step.agreement',
      'Two functionaries must agree on what the step made, and do not.',
      chain({ layout: layoutOf([both, BUILD]), links: { [linkName('write', CAROL)]: sealed(other, [CAROL]) } }),
      ask(),
      REFUSED,
    ),
    refuted(
      'layout-match--artifact-disallowed',
      'step.rules',
      'What was built is not what was written: MATCH leaves the source to DISALLOW.',
      chain({ links: { [linkName('build', BOB)]: tampered } }),
      ask(),
      REFUSED,
    ),
    ...ruleCases(),
    passes(
      'layout-sublayout',
      "A layout of the functionary's own stands in place of a link.",
      chain(nested(inner, compiled)),
      ask('program'),
    ),
    refuted(
      'layout-sublayout-changed--signature-mismatch',
      'step.threshold',
      'The sublayout is signed by somebody else than the functionary of the step.',
      chain({
        ...nested(inner, compiled),
        links: { ...nested(inner, compiled).links, [linkName('build', BOB)]: sealed(inner, [MALLORY]) },
      }),
      ask(),
    ),
    undecided(
      'layout-sublayout-expired--layout-expired',
      'layout.expiry',
      'The sublayout has expired, the layout has not.',
      chain(nested({ ...inner, expires: '2026-01-01T00:00:00Z' }, compiled)),
      ask(),
    ),
    refuted(
      'layout-sublayout-other-source--artifact-disallowed',
      'step.rules',
      'What the sublayout took in is not what was written.',
      chain(nested(inner, compiledElsewhere)),
      ask(),
      REFUSED,
    ),
    undecided(
      'layout-inspection--inspection-not-run',
      'layout.inspections',
      'Everything holds, and the layout asks for an inspection too: it is listed, and never run.',
      chain({ layout: layoutOf([WRITE, BUILD], { inspect: [inspection] }) }),
      ask('program'),
      4,
    ),
  ];
}
