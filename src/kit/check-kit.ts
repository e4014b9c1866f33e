// SPDX-License-Identifier: Apache-2.0
import { defaultScheme } from '../crypto/algorithms.ts';
import type { Engine } from '../crypto/engine.ts';
import { parseJson } from '../encoding/json.ts';
import { asArray, asObject, pointerTo } from '../encoding/json-fields.ts';
import { LIMITS } from '../encoding/limits.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Locator, malformedCheck, notPassed, passed, skipped } from '../model/check.ts';
import type { Holding, Member } from '../model/holding.ts';
import { memberName } from '../model/holding.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PublicKey } from '../model/public-key.ts';
import { type KitManifest, parseManifest } from './pack/manifest.ts';
import { MANIFEST, SAMPLE_CASES, SAMPLES, SUMS, SUMS_SIGNATURE } from './pack/names.ts';
import { parseSums } from './pack/sums.ts';
import { parseSampleCase, verdictLine, verdictOf } from './sample-case.ts';

const SHOWN = 20;

interface Opened {
  readonly sums: ReadonlyMap<string, string>;
  readonly sumsBytes: Bytes;
  readonly signature: Bytes;
  readonly manifest: KitManifest;
}

/**
 * Checks `kit.format`, `kit.signature`, `kit.files` and `kit.samples`, each once: is the kit whole, by whom is it vouched for, and does this
 * program judge its samples as is known of them.
 *
 * @param keys of whoever may have made the kit; none: nobody vouches for it, and the kit does not pass
 */
export function checkKit(holding: Holding, keys: readonly PublicKey[], engine: Engine): readonly Check[] {
  const files = new KitFiles(holding);
  const at: Locator = { evidence: holding.name, pointer: '' };
  const opened = attempt(() => openKit(files));
  if (!opened.ok)
    return [
      malformedCheck('kit.format', at, opened.problem),
      ...(['kit.signature', 'kit.files', 'kit.samples'] as const).map((id) => skipped(id, at, 'kit.format')),
    ];
  const { manifest, sums } = opened.value;
  const facts = { version: manifest.version, files: sums.size, keyid: manifest.signer.keyid };
  const complete = checkFiles(files, sums, at);
  return [
    passed('kit.format', at, facts),
    checkSignature(opened.value, keys, engine, at),
    complete,
    // What is not the kit's is not asked what the kit says.
    complete.outcome === 'passed' ? checkSamples(files, engine, at) : skipped('kit.samples', at, 'kit.files'),
  ];
}

function openKit(files: KitFiles): Opened {
  const sumsBytes = files.read(SUMS);
  const sums = parseSums(sumsBytes);
  if (sums.has(SUMS) || sums.has(SUMS_SIGNATURE))
    throw new Malformed('kit-format', 'the list of checksums names itself');
  const manifest = parseManifest(files.read(MANIFEST));
  const listed = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  if (listed.size !== manifest.files.length) throw new Malformed('kit-format', 'the manifest names a file twice');
  for (const [path, sha256] of sums)
    if (path !== MANIFEST && listed.get(path) !== sha256)
      throw new Malformed('kit-format', `the manifest and the list of checksums disagree about ${path}`);
  if (listed.size !== sums.size - (sums.has(MANIFEST) ? 1 : 0) || !sums.has(MANIFEST))
    throw new Malformed('kit-format', 'the manifest and the list of checksums do not list the same files');
  return { sums, sumsBytes, signature: files.read(SUMS_SIGNATURE), manifest };
}

function checkSignature(
  { sumsBytes, signature, manifest }: Opened,
  keys: readonly PublicKey[],
  engine: Engine,
  at: Locator,
): Check {
  const { keyid, algorithm } = manifest.signer;
  // What the kit says of its signer only tells which of the keys is tried.
  const key = keys.find(({ fingerprint }) => fingerprint === keyid) ?? keys[0];
  if (key === undefined)
    return notPassed(
      'kit.signature',
      at,
      'kit-key-not-given',
      `the kit says that the key sha256 ${keyid} has signed it`,
    );
  const facts = { key: key.fingerprint, keyid, algorithm };
  if (key.weakness !== null) return notPassed('kit.signature', at, 'key-weak', key.weakness, facts);
  const outcome = engine.verify(defaultScheme(key, null), key, sumsBytes, signature);
  if (outcome === 'valid') return passed('kit.signature', at, facts);
  const detail =
    key.fingerprint === keyid ? outcome : `given is the key sha256 ${key.fingerprint}, and it names ${keyid}`;
  return notPassed('kit.signature', at, 'kit-signature', detail, facts);
}

function checkFiles(files: KitFiles, sums: ReadonlyMap<string, string>, at: Locator): Check {
  const differing: string[] = [];
  const missing: string[] = [];
  for (const [path, sha256] of sums) {
    const member = files.member(path);
    if (member === null) missing.push(path);
    else if (member.digests.get('sha256') !== sha256) differing.push(path);
  }
  const extra = files.paths().filter((path) => !sums.has(path) && path !== SUMS && path !== SUMS_SIGNATURE);
  const facts = {
    files: sums.size,
    ...(differing.length === 0 ? {} : { differing: differing.slice(0, SHOWN) }),
    ...(missing.length === 0 ? {} : { missing: missing.slice(0, SHOWN) }),
    ...(extra.length === 0 ? {} : { extra: extra.slice(0, SHOWN) }),
  };
  const first = (
    reason: 'kit-file-differs' | 'kit-file-missing' | 'kit-file-extra',
    paths: readonly string[],
  ): Check => {
    const more = paths.length === 1 ? '' : `, and ${paths.length - 1} more`;
    return notPassed('kit.files', at, reason, `${paths[0]}${more}`, facts);
  };
  if (differing.length > 0) return first('kit-file-differs', differing);
  if (missing.length > 0) return first('kit-file-missing', missing);
  if (extra.length > 0) return first('kit-file-extra', extra);
  return passed('kit.files', at, facts);
}

function checkSamples(files: KitFiles, engine: Engine, at: Locator): Check {
  const result = attempt(() =>
    asArray(parseJson(files.read(SAMPLE_CASES)), '').map((value, i) => {
      const place = pointerTo('', i);
      const one = parseSampleCase(asObject(value, place), place);
      const found = verdictLine(verdictOf(one, (name) => files.read(`${SAMPLES}/${name}`), engine));
      return { name: one.name, expected: verdictLine(one.expected), found };
    }),
  );
  if (!result.ok) return malformedCheck('kit.samples', at, result.problem);
  const differing = result.value.filter(({ expected, found }) => expected !== found);
  const facts = { samples: result.value.length };
  // No sample shows nothing.
  if (result.value.length === 0) return notPassed('kit.samples', at, 'kit-format', 'the kit holds no samples', facts);
  if (differing.length === 0) return passed('kit.samples', at, facts);
  const told = differing.map(({ name, expected, found }) => `${name}: known ${expected}, found ${found}`);
  return notPassed('kit.samples', at, 'kit-sample-differs', told[0]!, { ...facts, differing: told.slice(0, SHOWN) });
}

/** The files of a kit by their paths in it: a folder, or a tar with one folder in it. */
class KitFiles {
  readonly #holding: Holding;
  readonly #members = new Map<string, Member>();
  readonly #others: readonly string[];

  constructor(holding: Holding) {
    this.#holding = holding;
    const top = topOf(holding);
    const within = (path: string): string => (path.startsWith(top) ? path.slice(top.length) : `../${path}`);
    for (const member of holding.members) this.#members.set(within(member.path), member);
    this.#others = holding.others.map(({ path }) => within(path));
  }

  member(path: string): Member | null {
    return this.#members.get(path) ?? null;
  }

  /** Links and the like among them: no list of checksums names one. */
  paths(): readonly string[] {
    return [...this.#members.keys(), ...this.#others];
  }

  /** @throws Malformed */
  read(path: string): Bytes {
    const member = this.member(path);
    if (member === null) throw new Malformed('kit-format', `there is no ${path} in ${this.#holding.name}`);
    const bytes = this.#holding.document(member, LIMITS.documentBytes);
    if (!bytes.ok)
      throw new Malformed(bytes.problem.reason, `${memberName(this.#holding, member.path)}: ${bytes.problem.detail}`);
    return bytes.value;
  }
}

/** '', or the one folder that everything lies in, with its slash. */
function topOf({ members }: Holding): string {
  if (members.some(({ path }) => path === SUMS)) return '';
  const [first] = members;
  const top = first === undefined ? '' : `${first.path.split('/', 1)[0]}/`;
  return members.some(({ path }) => path === `${top}${SUMS}`) ? top : '';
}
