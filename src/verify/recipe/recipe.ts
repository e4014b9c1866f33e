// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../../crypto/digest.ts';
import { derOfRawSignature } from '../../crypto/ecdsa-signature.ts';
import type { CryptoRecord, MacRecord, SignatureRecord } from '../../crypto/recorder.ts';
import { encodeBase64 } from '../../encoding/base64.ts';
import { escapeText } from '../../encoding/escape-text.ts';
import { encodeHex } from '../../encoding/hex.ts';
import { encodePem } from '../../encoding/pem.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Bytes } from '../../model/bytes.ts';
import { CHECKS, type CheckId } from '../../model/checks.ts';
import type { Report } from '../../model/report.ts';
import { renderJson } from '../../report/json.ts';
import { indexOf, type KeptHash, keptHashes, latin1, sidesOf } from './hash-graph.ts';
import { verifyCommand } from './openssl.ts';
import { readme } from './readme.ts';
import { script } from './script.ts';
import { signedKindOf } from './signed-kinds.ts';
import type { InputPart, RecipeFile, RecipeStep } from './steps.ts';
import { tieOf } from './tied-input.ts';
import { tufCounts } from './tuf-counts.ts';

export interface RecipeAsked {
  readonly records: readonly CryptoRecord[];
  readonly report: Report;
  /** The command, as its words. */
  readonly words: readonly string[];
  /** Evidence as it was read, by its name in the report: only what has the digest that the report names. */
  readonly documents: ReadonlyMap<string, Bytes>;
  /** Inputs that are files of their own, and not parts of an archive. */
  readonly files: ReadonlySet<string>;
}

export interface Recipe {
  readonly steps: readonly RecipeStep[];
  /** The script last: where it is, everything is. */
  readonly files: readonly RecipeFile[];
}

/**
 * Everything by which a second examiner repeats with openssl and sha256sum what rests on a signature or a digest: the octets, the
 * keys, and a script of commands. What was refuted is expected to be refuted there too.
 */
export function composeRecipe(asked: RecipeAsked): Recipe {
  const made = new RecipeMaker(asked);
  const steps = made.steps;
  const text = renderJson(asked.report);
  const files = [...made.files, { name: 'report.json', bytes: encodeUtf8(text) }];
  const sums = files.map(({ name, bytes }) => `${sha256Hex(bytes)}  ${name}\n`).join('');
  return {
    steps,
    files: [
      ...files,
      { name: 'SHA256SUMS', bytes: encodeUtf8(sums) },
      { name: 'README.txt', bytes: encodeUtf8(readme(asked, steps)) },
      { name: 'recipe.sh', bytes: encodeUtf8(script(asked, steps)) },
    ],
  };
}

class RecipeMaker {
  readonly #asked: RecipeAsked;
  readonly #files = new Map<string, RecipeFile>();
  readonly #steps: RecipeStep[] = [];
  readonly #counts = new Map<string, number>();
  /** Steps by the file that is signed, and the signature. */
  readonly #madeBy = new Map<string, string>();
  /** Steps by the digest that they compute. */
  readonly #hashed = new Map<string, string>();
  /** Digests of inputs that are files, and all that were computed of octets that were kept. */
  readonly #measured = new Set<string>();
  readonly #hexes: ReadonlySet<string>;
  /** Signatures that have verified under some key. */
  readonly #verified: ReadonlySet<string>;
  /** Ids of the checks in the report: others rest on nothing here. */
  readonly #present: ReadonlySet<string>;

  constructor(asked: RecipeAsked) {
    this.#asked = asked;
    const { records, report } = asked;
    const signatures = records.filter((one) => one.kind === 'signature');
    const hashes = keptHashes(
      records.filter((one) => one.kind === 'hash'),
      { texts: [renderJson(report)], octets: signatures.map(({ message }) => message) },
    );
    this.#present = new Set(report.items.flatMap(({ checks }) => checks.map(({ id }) => id)));
    this.#verified = new Set(signatures.flatMap((one) => (one.outcome === 'valid' ? [encodeHex(one.signature)] : [])));
    this.#hexes = new Set(hashes.map(({ hex }) => hex));
    this.#inputs();
    for (const one of signatures) this.#signature(one);
    this.#ties(signatures);
    this.#thresholds(signatures);
    for (const one of records) if (one.kind === 'mac') this.#mac(one);
    for (const one of hashes) if (one.form !== 'octets' || !this.#measured.has(one.hex)) this.#hash(one);
    this.#inherit();
    this.#bindings(signatures, hashes);
    this.#named();
  }

  get steps(): readonly RecipeStep[] {
    return this.#steps.map((step) => ({
      ...step,
      checks: [...new Set(step.checks)].filter((id) => this.#present.has(id)),
    }));
  }

  get files(): readonly RecipeFile[] {
    return [...this.#files.values()];
  }

  /** Every file that was read, and every digest of an artifact at hand. */
  #inputs(): void {
    const { inputs, items } = this.#asked.report;
    const wanted = new Map<string, CheckId[]>();
    const want = (name: string, hash: string, hex: string, check: CheckId): void => {
      const key = JSON.stringify([name, hash, hex]);
      wanted.set(key, [...new Set([...(wanted.get(key) ?? []), check])]);
    };
    for (const { name, sha256 } of inputs) {
      want(name, 'sha256', sha256, 'input.read');
      for (const check of this.#checksNaming(sha256, fromHex(sha256))) want(name, 'sha256', sha256, check);
    }
    const read = new Map(inputs.map(({ name, sha256 }) => [name, sha256]));
    for (const { artifacts } of items)
      for (const { name, digests } of artifacts) {
        // What is signed of a lockfile is its canonical form, which is no file.
        if (read.get(name) === undefined || read.get(name) !== digests['sha256']) continue;
        for (const [hash, hex] of Object.entries(digests))
          if (HASHES.has(hash)) want(name, hash, hex, 'subject.digest');
      }
    for (const [key, checks] of wanted) {
      const [name, hash, hex] = JSON.parse(key) as [string, string, string];
      const isFile = this.#asked.files.has(name);
      if (isFile) this.#measured.add(hex);
      // Of a part of an archive the octets are in a step of their own, where they were digested as a whole.
      else if (this.#hexes.has(hex)) continue;
      this.#add({ kind: 'input', says: 'an input has the digest that the report names', checks, name, hash, hex });
    }
  }

  #signature(record: SignatureRecord): void {
    const { scheme, key, over, message, signature, encoding, outcome } = record;
    const { says, checks } = signedKindOf(message, over);
    const what = `${says}: ${scheme}, key ${key.fingerprint.slice(0, 16)}`;
    // One key after another was tried, and one of them it was.
    if (outcome !== 'valid' && outcome !== 'invalid' && this.#verified.has(encodeHex(signature))) return;
    if (outcome !== 'valid' && outcome !== 'invalid') {
      this.#add({ kind: 'undone', says: what, checks, why: WHY[outcome] });
      return;
    }
    const id = this.#next('S');
    const keyFile = this.#file(`key-${key.fingerprint.slice(0, 32)}.pem`, keyPem(key.spki));
    const data = this.#file(`${id}-${over}.bin`, message);
    const der = encoding === 'p1363' ? derOfRawSignature(signature) : signature;
    const sig = this.#file(`${id}-signature.bin`, der);
    this.#steps.push({
      ...{ id, kind: 'signature', says: what, checks, verifies: outcome === 'valid' },
      command: verifyCommand(scheme, over, { key: keyFile, data, sig }),
      needs: scheme === 'ml-dsa-44' ? 'ml-dsa' : null,
    });
    this.#madeBy.set(`${data} ${encodeHex(signature)}`, id);
    if (over === 'message') this.#pae(message, data);
  }

  /** That what is signed, and the signature, are what was read: an input as it is, or a part of one in another form. */
  #ties(signatures: readonly SignatureRecord[]): void {
    const { documents, report } = this.#asked;
    const inputs = new Map(report.inputs.map(({ name, sha256 }) => [sha256 as string, name]));
    const seen = new Set<string>();
    for (const { message, signature, encoding, over } of signatures) {
      const { checks } = signedKindOf(message, over);
      const octets = [message, ...(encoding === 'der' ? [signature] : [])];
      for (const bytes of over === 'message' ? octets : []) {
        const [hex, file] = [sha256Hex(bytes), this.#nameOf(bytes)];
        if (!inputs.has(hex) || file === null || seen.has(hex)) continue;
        seen.add(hex);
        const what = bytes === message ? 'what is signed is' : 'the signature is';
        this.#add({ kind: 'hash', says: `${what} an input, whole`, checks, hash: 'sha256', parts: [{ file }], hex });
      }
      const own = this.#nameOf(message);
      const tie = own === null || seen.has(own) ? null : tieOf(message, documents);
      if (own === null || tie === null) continue;
      seen.add(own);
      const { input } = tie;
      if (tie.kind === 'octets-of-crl')
        this.#add({ kind: 'in-crl', says: `${own} stands in the list`, checks, value: encodeHex(message), input });
      else if (tie.literal && message.length <= MOST_FOUND)
        this.#found(latin1(message), `${own} stands in the evidence, as it is`, checks);
      else
        this.#add({
          kind: 'undone',
          says: `that ${own} is the canonical form of "signed" in an input`,
          checks,
          why: `that ${own} is the canonical form of "signed" in ${escapeText(input)}: openssl does no JSON; where there is jq, and the text is plain, jq -cjS .signed FILE gives it`,
        });
    }
  }

  /** Lists of TUF: how many keys must sign stands in what is signed. */
  #thresholds(signatures: readonly SignatureRecord[]): void {
    for (const { says, message, least, signers } of tufCounts(signatures)) {
      const own = this.#nameOf(message);
      const made = signatures.filter((one) => one.outcome === 'valid' && this.#nameOf(one.message) === own);
      const of = made.flatMap(({ key, signature }) => {
        const [step, file] = [this.#madeBy.get(`${own} ${encodeHex(signature)}`), this.#nameOf(keyPem(key.spki))];
        return step === undefined || file === null || !signers.includes(key.fingerprint) ? [] : [{ step, key: file }];
      });
      const enough = new Set(signers).size >= least;
      const { checks } = signedKindOf(message, 'message');
      this.#add({
        kind: 'counted',
        says: `${says}, and ${enough ? 'that many' : 'fewer'} signed ${own}`,
        checks,
        least,
        enough,
        of,
      });
    }
  }

  /** Checks that rest on a signature or a digest, and of which nothing could be repeated: by their names, and never in silence. */
  #named(): void {
    const { items, command } = this.#asked.report;
    const checks = items.flatMap((item) => item.checks);
    const repeated = new Set(this.#steps.flatMap((step) => step.checks));
    for (const id of new Set(checks.flatMap(({ id, outcome }) => (outcome === 'skipped' ? [] : [id]))))
      if (RESTS.has(id) && !repeated.has(id))
        this.#add({
          kind: 'undone',
          says: `${id} rests on signatures or digests`,
          checks: [id],
          why: `${id}: nothing that it rests on came into this recipe`,
        });
    if (command === 'kit verify' && checks.some(({ id, outcome }) => id === 'kit.files' && outcome !== 'skipped'))
      this.#add({
        kind: 'undone',
        says: 'whether another file is in the kit',
        checks: ['kit.files'],
        why: 'kit.files: whether another file lies in the kit, and of a tar what its files are: unpack it, and run sh verify-this-kit.sh KEY.pub.pem in it',
      });
  }

  /** `DSSEv1 SP length SP type SP length SP payload`: the payload is what the envelope holds in base64. */
  #pae(message: Bytes, whole: string): void {
    const head = /^DSSEv1 [0-9]+ [^ ]* [0-9]+ /.exec(latin1(message.subarray(0, 1024)))?.[0];
    if (head === undefined || this.#steps.some((step) => step.kind === 'joined' && step.whole === whole)) return;
    const id = this.#next('P');
    const payload = message.subarray(head.length);
    const parts = [
      this.#file(`${id}-head.bin`, message.subarray(0, head.length)),
      this.#file(`${id}-payload.bin`, payload),
    ];
    const checks: CheckId[] = ['signature.valid', 'statement.format'];
    this.#steps.push({
      id,
      kind: 'joined',
      says: 'what is signed is the head and the payload, one after the other',
      checks,
      whole,
      parts,
    });
    this.#found(encodeBase64(payload), 'the payload stands in the evidence, in base64', checks);
  }

  #mac({ hash, message, tag, outcome }: MacRecord): void {
    const id = this.#next('M');
    const file = this.#file(`${id}-message.bin`, message);
    const verifies = outcome === 'valid';
    this.#steps.push({
      id,
      kind: 'mac',
      says: `HMAC-${hash} under the shared secret, which is not written`,
      checks: ['mac.valid', 'signature.valid'],
      hash,
      file,
      hex: encodeHex(tag),
      verifies,
    });
  }

  #hash({ record, hex, form }: KeptHash): void {
    const id = this.#next('H');
    const { input, name } = record;
    const checks = this.#checksNaming(hex, record.output);
    const says = {
      leaf: 'the hash of a leaf of a Merkle tree (RFC 9162)',
      node: 'a node of a Merkle tree (RFC 9162)',
      octets: 'a digest',
    }[form];
    const parts: InputPart[] =
      form === 'node'
        ? [
            { octet: 1 },
            ...sidesOf(input).map((side, i) => this.#side(side, `${id}-${i === 0 ? 'left' : 'right'}.bin`)),
          ]
        : form === 'leaf'
          ? [{ octet: 0 }, { file: this.#file(`${id}-leaf.bin`, input.subarray(1)) }]
          : [{ file: this.#file(`${id}-input.bin`, input) }];
    this.#hashed.set(hex, id);
    this.#steps.push({ id, kind: 'hash', says, checks, hash: name, parts, hex });
    if (form === 'leaf')
      this.#found(encodeBase64(input.subarray(1)), 'the leaf stands in the evidence, in base64', checks);
  }

  /** What a part of a tree is for, the parts below it are for. */
  #inherit(): void {
    const place = new Map(this.#steps.map((step, i) => [step.id, i]));
    for (const step of [...this.#steps].reverse()) {
      if (step.kind !== 'hash') continue;
      const { checks } = this.#steps[place.get(step.id)!]!;
      for (const part of step.parts) {
        const at = 'step' in part ? place.get(part.step) : undefined;
        if (at !== undefined)
          this.#steps[at] = { ...this.#steps[at]!, checks: [...this.#steps[at]!.checks, ...checks] };
      }
    }
  }

  /** One that was computed is taken from there; another one is part of a proof. */
  #side(side: Bytes, name: string): InputPart {
    const step = this.#hashed.get(encodeHex(side));
    return step === undefined ? { file: this.#file(name, side) } : { step };
  }

  /** What ties the steps together: digests, signatures and keys that stand in what is signed or logged. */
  #bindings(signatures: readonly SignatureRecord[], hashes: readonly KeptHash[]): void {
    const places = this.#places(signatures, hashes);
    const stands = (value: Bytes, says: string, checks: readonly CheckId[], own: string | null): void => {
      for (const { name, bytes, text, about } of places) {
        if (name === own) continue;
        const spelt = [encodeHex(value), encodeBase64(value), ...bareKeys(value)].find((one) => text.includes(one));
        const lines = spelt === undefined ? pemLines(value).filter((one) => text.includes(one)) : [];
        if (lines.length > 1 && lines.length === pemLines(value).length) {
          const what = { says: `${says} in ${name}`, checks: [...checks, ...about], file: name };
          for (const one of lines) this.#add({ kind: 'stands', ...what, form: 'text', value: one });
          return;
        }
        const raw = spelt === undefined && isDer(bytes) && value.length >= 20 && indexOf(bytes, value) !== -1;
        if (spelt === undefined && !raw) continue;
        const what = { says: `${says} in ${name}`, checks: [...checks, ...about], file: name };
        if (spelt !== undefined) this.#add({ kind: 'stands', ...what, form: 'text', value: spelt });
        else this.#add({ kind: 'stands', ...what, form: 'octets', value: encodeHex(value) });
        return;
      }
    };
    for (const step of [...this.#steps]) {
      if (step.kind !== 'input') continue;
      const value = fromHex(step.hex);
      stands(value, `the digest of ${step.id} stands`, COMPARED, null);
      const says = `the digest of ${step.id} stands in the evidence`;
      for (const spelt of [step.hex, encodeBase64(value)]) this.#found(spelt, says, LISTED);
    }
    for (const { record, hex } of hashes)
      if (this.#hashed.has(hex))
        stands(record.output, `the digest of ${this.#hashed.get(hex)} stands`, [], this.#nameOf(record.input));
    for (const { signature, key, message, over } of signatures) {
      const own = this.#nameOf(message);
      stands(signature, `the signature over ${own} stands`, [], own);
      stands(key.spki, `the key of ${own} stands`, [], own);
      const { checks } = signedKindOf(message, over);
      this.#found(encodeBase64(signature), `the signature over ${own} stands in the evidence, in base64`, checks);
      if (checks[0]?.startsWith('tuf.') === true)
        this.#found(encodeHex(signature), `the signature over ${own} stands in the evidence`, checks);
    }
  }

  /** Where digests, signatures and keys can stand: all that is signed, and the leaves of trees. */
  #places(signatures: readonly SignatureRecord[], hashes: readonly KeptHash[]): Place[] {
    const found = new Map<string, Place>();
    const note = (bytes: Bytes, about: readonly CheckId[]): void => {
      const name = this.#nameOf(bytes);
      if (name !== null && !found.has(name)) found.set(name, { name, bytes, text: latin1(bytes), about });
    };
    for (const { message, over } of signatures)
      if (over === 'message') note(message, signedKindOf(message, over).checks);
    for (const { record, form } of hashes)
      if (form === 'leaf') note(record.input.subarray(1), ['log.entry', 'promotion.binding', 'module.hash']);
    return [...found.values()];
  }

  /** Only where it is known to hold. */
  #found(value: string, says: string, checks: readonly CheckId[]): void {
    for (const [input, bytes] of this.#asked.documents) {
      if (value.length > MOST_FOUND || !latin1(bytes).includes(value)) continue;
      if (!this.#steps.some((step) => step.kind === 'found' && step.value === value && step.input === input))
        this.#add({ kind: 'found', says, checks, value, input });
      return;
    }
  }

  /** Checks whose facts name the digest. */
  #checksNaming(hex: string, output: Bytes): CheckId[] {
    const base64 = encodeBase64(output);
    const found = new Set<CheckId>();
    for (const { checks } of this.#asked.report.items)
      for (const { id, facts } of checks) {
        const text = JSON.stringify(facts);
        if (text.includes(hex) || text.includes(base64)) found.add(id);
      }
    return Object.keys(CHECKS).filter((id): id is CheckId => found.has(id as CheckId));
  }

  #add(step: Unnumbered): void {
    this.#steps.push({ ...step, id: this.#next(LETTERS[step.kind]) } as RecipeStep);
  }

  #next(letter: string): string {
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return `${letter}${count}`;
  }

  /** The same octets are one file, whichever steps they are part of. */
  #file(name: string, bytes: Bytes): string {
    const key = sha256Hex(bytes);
    const there = this.#files.get(key);
    if (there !== undefined) return there.name;
    this.#files.set(key, { name, bytes });
    return name;
  }

  #nameOf(bytes: Bytes): string | null {
    return this.#files.get(sha256Hex(bytes))?.name ?? null;
  }
}

function keyPem(spki: Bytes): Bytes {
  return encodeUtf8(encodePem('PUBLIC KEY', spki));
}

/** An Ed25519 key as TUF writes it: what follows the twelve octets that say so. */
function bareKeys(value: Bytes): readonly string[] {
  return encodeHex(value).startsWith(ED25519) ? [encodeHex(value.subarray(ED25519.length / 2))] : [];
}
/** Keys stand in lists as PEM too, where each line is one of its own. */
function pemLines(value: Bytes): readonly string[] {
  return encodeBase64(value).match(/.{1,64}/g) ?? [];
}
const ED25519 = '302a300506032b6570032100';

interface Place {
  readonly name: string;
  readonly bytes: Bytes;
  readonly text: string;
  readonly about: readonly CheckId[];
}

/** Certificates and signed attributes hold digests and keys as they are; a certificate timestamp holds a certificate. */
function isDer([first]: Bytes): boolean {
  return first === 0x30 || first === 0x31 || first === 0;
}

type Unnumbered = RecipeStep extends infer S ? (S extends RecipeStep ? Omit<S, 'id'> : never) : never;

const LETTERS = {
  signature: 'S',
  hash: 'H',
  input: 'I',
  joined: 'P',
  stands: 'B',
  found: 'E',
  mac: 'M',
  undone: 'U',
  'in-crl': 'E',
  counted: 'C',
} as const;
/** Checks that a signature or a digest decides, whatever else does. */
const RESTS: ReadonlySet<CheckId> = new Set<CheckId>([
  ...(['signature.valid', 'signature.threshold', 'mac.valid', 'layout.signature', 'step.threshold'] as const),
  ...(['certificate.path', 'chain.path', 'sct.signature', 'package.signature'] as const),
  ...(['log.promise', 'log.inclusion', 'log.checkpoint', 'checkpoint.signature', 'note.signature'] as const),
  ...(['inclusion.proof', 'consistency.proof', 'merkle.leaves', 'merkle.root', 'time.timestamp'] as const),
  ...(['sumdb.signature', 'sumdb.inclusion', 'module.hash', 'trust.next-key', 'trust.digest'] as const),
  ...(['tuf.pin', 'tuf.root', 'tuf.timestamp', 'tuf.snapshot', 'tuf.targets', 'tuf.target'] as const),
  ...(['kit.signature', 'kit.files', 'custody.signature', 'custody.links', 'custody.checkpoint'] as const),
]);
const HASHES = new Set(['sha256', 'sha384', 'sha512']);
const WHY = {
  'signature-encoding': 'its octets have not the form that the standard asks for, and OpenSSL may be milder',
  'algorithm-key-mismatch': 'the scheme is none of this key',
  'engine-lacks-algorithm': 'the engine of the run has no such algorithm',
  'engines-disagree': 'the two engines of the run disagree',
  'signed-data-needed': 'nothing but a digest was at hand, and this scheme wants the octets',
} as const;
/** Checks that compare files with what is signed. */
const COMPARED: readonly CheckId[] = [
  'subject.digest',
  'custody.items',
  'package.identity',
  'promotion.materials',
  'step.rules',
  'kit.files',
];
/** Checks that compare files with what a list names. */
const LISTED: readonly CheckId[] = [
  ...([
    'checksum.entry',
    'bag.valid',
    'bundle.entries',
    'image.blobs',
    'image.manifests',
    'model.files',
    'kit.files',
  ] as const),
  ...(['lock.entries', 'custody.items', 'promotion.materials', 'step.rules'] as const),
];
/** Characters of what is looked for by grep: command lines have an end. */
const MOST_FOUND = 65_536;

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
