// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, bytes, flipped, hex, sha256, utf8 } from '../bytes.ts';
import { AT, alsoGiving, type Case, type Files, passes, refuted, TRUSTED_ROOT, undecided } from '../case.ts';
import { envelopeJson, signedEnvelope } from '../dsse.ts';
import { hashedrekordV1, hashedrekordV2 } from '../entry-bodies.ts';
import { changed, type Json, type JsonObject, pretty, textAt } from '../json.ts';
import { leafHash } from '../merkle.ts';
import { PLAIN } from '../plain-keys.ts';
import { logEntry, type Rekor } from '../rekor.ts';
import { statement } from '../statement.ts';
import { rekorV1, rekorV2 } from '../world.ts';

const TYPE = 'stella.ops/promotion@v1';
const IMAGE_OCTETS = utf8('the image that is promoted');
const IMAGE = hex(sha256(IMAGE_OCTETS));
const SBOM = utf8(pretty({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ name: 'app', version: '1' }] }));
const VEX = utf8(pretty({ '@context': 'https://openvex.dev/ns/v0.2.0', statements: [] }));

const material = (role: string, data: Bytes, format: string): JsonObject => ({
  role,
  algo: 'sha256',
  digest: hex(sha256(data)),
  format,
  uri: `oci://registry.mint.example/app/${role}`,
});

function predicate(): JsonObject {
  return {
    materials: [material('sbom', SBOM, 'CycloneDX-1.6'), material('vex', VEX, 'OpenVEX-1.0')],
    promotion: {
      from: 'staging',
      to: 'prod',
      actor: 'ci/release',
      timestamp: '2026-02-20T10:00:00Z',
      pipeline: 'https://ci.mint.example/runs/7',
      ticket: 'OPS-1234',
      notes: 'approved by release management',
    },
  };
}

const SUBJECT = [{ name: 'registry.mint.example/app', digest: { sha256: IMAGE } }];

const signed = (payload: Bytes, type?: string): JsonObject =>
  envelopeJson(signedEnvelope(payload, [PLAIN.ed25519], ...(type === undefined ? [] : [type])));
const stated = (content: JsonObject): JsonObject => signed(statement(SUBJECT, TYPE, content));
const bare = (content: JsonObject): JsonObject =>
  signed(utf8(JSON.stringify({ _type: TYPE, subject: SUBJECT, ...content })), 'StellaOps.PromotionAttestation@1');

const FILES: Files = { 'app.cdx.json': SBOM, 'app.vex.json': VEX };
const KEY = ['--key', '../../keys/ed25519.pub.pem'] as const;
const MATERIALS = ['--material', 'app.cdx.json', '--material', 'app.vex.json'] as const;

function verify(...more: readonly string[]): readonly string[] {
  return ['verify', `sha256:${IMAGE}`, '--bundle', 'promotion.dsse.json', ...KEY, ...TRUSTED_ROOT, ...AT, ...more];
}

/** What a log gave for an entry that was there before: here for the signature of the bill of materials. */
function proof(about: Bytes = SBOM, log: Rekor = rekorV1): JsonObject {
  const signature = PLAIN.p256.sign(about, 'sha256');
  const bodyOf = log.treeId === null ? hashedrekordV2 : hashedrekordV1;
  const body = bodyOf(sha256(about), 'sha256', signature, { key: PLAIN.p256, certificate: null });
  const entry = logEntry({ log, kind: 'hashedrekord', version: log.treeId === null ? '0.0.2' : '0.0.1', body });
  const at = (pointer: string): string => textAt(entry, pointer);
  const note = at('/inclusionProof/checkpoint/envelope');
  const [origin = '', size = '', root = ''] = note.split('\n');
  const unpacked = (text: string): string => Buffer.from(text, 'base64').toString('hex');
  const { hashes } = entry['inclusionProof'] as { hashes: string[] };
  return {
    uuid: hex(bytes(sha256(utf8('tree')).subarray(0, 8), leafHash(body))),
    logIndex: Number(at('/logIndex')),
    body: base64(body),
    inclusionProof: {
      logIndex: Number(at('/inclusionProof/logIndex')),
      rootHash: unpacked(at('/inclusionProof/rootHash')),
      hashes: hashes.map(unpacked),
      treeSize: Number(at('/inclusionProof/treeSize')),
      checkpoint: { origin, size: Number(size), hash: root, signedNote: base64(utf8(note)) },
    },
  };
}

const logged = (change: Readonly<Record<string, Json | undefined>> = {}, about?: Bytes): JsonObject =>
  changed({ ...predicate(), rekor: proof(about) }, change);
const POLICY = `policy: forensic-verify/policy@v1
name: release gate
require:
  promotion:
    from: staging
    to: prod
    ticket: { pattern: '^OPS-[0-9]+$' }
    materials: [sbom, vex]
`;
const GATE = ['--policy', 'policy.yaml'] as const;

/** Promotions of an image from one environment to the next. */
export function promotionCases(): Case[] {
  return [
    passes(
      'promotion-statement',
      'A promotion as an in-toto statement; both materials are at hand.',
      { ...FILES, 'promotion.dsse.json': stated(predicate()) },
      verify(...MATERIALS),
    ),
    passes(
      'promotion-bare',
      'The same as its makers document it: no statement, and a payload type of its own.',
      { ...FILES, 'promotion.dsse.json': bare(predicate()) },
      verify(...MATERIALS),
    ),
    passes(
      'promotion-logged',
      "With a log's proof about the bill of materials, and the entry that it is about.",
      { ...FILES, 'promotion.dsse.json': stated(logged()) },
      verify(...MATERIALS),
    ),
    passes(
      'promotion-logged-v2',
      'With the proof of a log that is a tree of tiles (Rekor v2): the same members, and a body that names the digest in base64.',
      { ...FILES, 'promotion.dsse.json': stated({ ...predicate(), rekor: proof(SBOM, rekorV2) }) },
      verify(...MATERIALS),
    ),
    passes(
      'promotion-in-folder',
      'A locker holds the image, the promotion and what it was promoted with: all of it is found, and compared.',
      {
        'locker/app.img': IMAGE_OCTETS,
        'locker/app.cdx.json': SBOM,
        'locker/app.vex.json': VEX,
        'locker/promotion.dsse.json': stated(predicate()),
      },
      [
        'verify',
        'locker',
        '--ignore-unsigned',
        '*.cdx.json',
        '--ignore-unsigned',
        '*.vex.json',
        ...KEY,
        ...TRUSTED_ROOT,
        ...AT,
      ],
    ),
    passes(
      'promotion-gate',
      'A policy asks for environments, ticket and materials.',
      { ...FILES, 'promotion.dsse.json': stated(predicate()), 'policy.yaml': POLICY },
      verify(...MATERIALS, ...GATE),
    ),
    ...badPromotions(),
  ];
}

function badPromotions(): Case[] {
  const at = (where: string, value: Json | undefined): JsonObject => changed(predicate(), { [where]: value });
  return [
    refuted(
      'promotion-sbom-changed--promotion-material-mismatch',
      'promotion.materials',
      'One octet of the bill of materials is another.',
      { ...FILES, 'app.cdx.json': flipped(SBOM, 20), 'promotion.dsse.json': stated(predicate()) },
      verify(...MATERIALS),
      2,
    ),
    undecided(
      'promotion-vex-absent--promotion-material-absent',
      'promotion.materials',
      'The VEX document is not at hand.',
      { 'app.cdx.json': SBOM, 'promotion.dsse.json': stated(predicate()) },
      verify('--material', 'app.cdx.json'),
      4,
    ),
    refuted(
      'promotion-algorithm-unknown--promotion-algorithm',
      'promotion.materials',
      'A material is named by an algorithm that nobody here knows.',
      { ...FILES, 'promotion.dsse.json': stated(at('/materials/0/algo', 'blake3')) },
      verify(...MATERIALS),
    ),
    refuted(
      'promotion-to-itself--promotion-goes-nowhere',
      'promotion.metadata',
      'From and to are the same environment.',
      { ...FILES, 'promotion.dsse.json': stated(at('/promotion/from', 'prod')) },
      verify(...MATERIALS),
    ),
    refuted(
      'promotion-no-actor--promotion-format',
      'promotion.format',
      'Nobody is named who promotes.',
      { ...FILES, 'promotion.dsse.json': stated(at('/promotion/actor', undefined)) },
      verify(...MATERIALS),
    ),
    refuted(
      'promotion-of-another--subject-digest-mismatch',
      'subject.digest',
      'The promotion of another image.',
      {
        ...FILES,
        'promotion.dsse.json': signed(
          statement([{ name: 'other', digest: { sha256: '00'.repeat(32) } }], TYPE, predicate()),
        ),
      },
      verify(...MATERIALS),
      2,
    ),
    undecided(
      'promotion-replayed--policy-promotion',
      'policy.promotion',
      'An approval for staging is shown where one for prod is asked.',
      {
        ...FILES,
        'promotion.dsse.json': stated(changed(predicate(), { '/promotion/from': 'dev', '/promotion/to': 'staging' })),
        'policy.yaml': POLICY.replace('    from: staging\n', ''),
      },
      verify(...MATERIALS, ...GATE),
    ),
    undecided(
      'promotion-no-ticket--policy-promotion',
      'policy.promotion',
      'The policy asks for a ticket, and the promotion names none.',
      { ...FILES, 'promotion.dsse.json': stated(at('/promotion/ticket', undefined)), 'policy.yaml': POLICY },
      verify(...MATERIALS, ...GATE),
    ),
    undecided(
      'promotion-no-vex--policy-promotion',
      'policy.promotion',
      'The policy asks for a VEX document among the materials, and the promotion names none.',
      { 'app.cdx.json': SBOM, 'promotion.dsse.json': stated(at('/materials/1', undefined)), 'policy.yaml': POLICY },
      verify('--material', 'app.cdx.json', ...GATE),
    ),
    undecided(
      'promotion-unbound--promotion-log-unbound',
      'promotion.binding',
      'The documented form: the proof of the log holds, and nothing shows what the entry says.',
      { ...FILES, 'promotion.dsse.json': stated(logged({ '/rekor/body': undefined })) },
      verify(...MATERIALS),
    ),
    refuted(
      'promotion-other-entry--promotion-log-other-entry',
      'promotion.binding',
      'The proof is about an entry that names neither image nor material.',
      { ...FILES, 'promotion.dsse.json': stated(logged({}, utf8('something else'))) },
      verify(...MATERIALS),
    ),
    refuted(
      'promotion-two-roots--promotion-log-contradiction',
      'promotion.inclusion',
      'The proof, its checkpoint and the signed note name different roots.',
      {
        ...FILES,
        'promotion.dsse.json': stated(
          logged({
            '/rekor/inclusionProof/checkpoint/hash': '11'.repeat(32),
            '/rekor/inclusionProof/rootHash': '22'.repeat(32),
          }),
        ),
      },
      verify(...MATERIALS),
      2,
    ),
    alsoGiving(
      refuted(
        'promotion-other-leaf--inclusion-root-mismatch',
        'promotion.inclusion',
        'The id of the entry is that of another leaf than the proof leads from.',
        { ...FILES, 'promotion.dsse.json': stated(logged({ '/rekor/uuid': '33'.repeat(32) })) },
        verify(...MATERIALS),
      ),
      'promotion-log-other-entry',
    ),
  ];
}
