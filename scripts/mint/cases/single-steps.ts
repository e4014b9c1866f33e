// SPDX-License-Identifier: Apache-2.0

import { seal } from '../bundle.ts';
import { base64, bytes, flipped, hex, sha256, utf8 } from '../bytes.ts';
import { type Case, passes, refuted, shows, TRUSTED_ROOT, undecided, unusable, WHO } from '../case.ts';
import {
  type Authority,
  authority,
  authorityKeyIdentifier,
  basicConstraints,
  type CertificatePlan,
  certificate,
  distinguished,
  dnsName,
  extension,
  keyUsage,
  permittedNames,
  signatureAlgorithm,
  subjectAlternativeName,
  USAGE,
} from '../certificate.ts';
import { NULL } from '../der.ts';
import { ecKey, rsaKey } from '../keys.ts';
import { consistencyPath, inclusionPath, leafHash, treeRoot } from '../merkle.ts';
import { PLAIN, RSA } from '../plain-keys.ts';
import { timestampResponse } from '../timestamp.ts';
import { ASKED_AT, alice, ca, ctLog, ctLogB, SIGNED_AT, tsaA, tsaB } from '../world.ts';
import { must } from './bad-certificate.ts';
import { hmac, vectorFile } from './bad-keys.ts';
import { pemFile } from './common.ts';
import { ARTIFACT, MESSAGE } from './good.ts';

/** `check json`, `check canonical`, `check inclusion`, `check signature`, `check mac`, `check sct`, `check timestamp`. */
export function stepCases(): Case[] {
  const leaves = ['a', 'b', 'c', 'd', 'e'].map(utf8);
  const proof = {
    leafIdx: 2,
    treeSize: 5,
    root: base64(treeRoot(leaves)),
    leafHash: base64(leafHash(must(leaves[2]))),
    proof: inclusionPath(leaves, 2).map(base64),
  };
  const consistency = {
    size1: 3,
    size2: 5,
    root1: base64(treeRoot(leaves.slice(0, 3))),
    root2: base64(treeRoot(leaves)),
    proof: consistencyPath(leaves, 3).map(base64),
  };
  const secret = bytes('a secret of the fixtures, thirty-two octets and more');
  const signature = (file: string, key: string, alg: string) => [
    'check',
    'signature',
    '--alg',
    alg,
    '--key',
    key,
    '--data',
    'message.txt',
    '--signature',
    file,
  ];
  const message = { 'message.txt': ARTIFACT };
  const small = rsaKey('weak rsa1024', 1024);
  const leaf = must(alice.certificate);
  const sct = ['check', 'sct', 'leaf.pem', '--issuer', 'issuer.pem', '--ctlog-key', 'ctlog.pub.pem'];
  const sctFiles = {
    'leaf.pem': pemFile(leaf),
    'issuer.pem': pemFile(ca.certificate),
    'ctlog.pub.pem': ctLog.key.publicPem,
  };
  const plan = {
    label: 'step',
    over: ARTIFACT,
    time: SIGNED_AT,
    key: tsaA.key,
    certificate: tsaA.certificate,
    embedded: [tsaA.certificate.der],
  };
  const stamp = {
    'message.txt': ARTIFACT,
    'message.tsr': timestampResponse(plan),
    'root.pem': pemFile(tsaA.root.certificate),
  };
  const timestamp = ['check', 'timestamp', 'message.tsr', '--data', 'message.txt', '--root', 'root.pem'];
  return [
    passes(
      'check-json',
      'A document of strict JSON, with white space around it.',
      { 'document.json': ' {"a":[1,-0.5e3,"\\ud83d\\ude00",null]}\n' },
      ['check', 'json', 'document.json'],
    ),
    shows(
      'check-canonical',
      'A document that is written again in canonical form.',
      { 'document.json': '{"b":1.0,"a":"\\u00e9"}\n' },
      ['check', 'canonical', 'document.json'],
    ),
    passes('check-inclusion', 'An inclusion proof of leaf 2 in a tree of 5.', { 'proof.json': proof }, [
      'check',
      'inclusion',
      'proof.json',
    ]),
    refuted(
      'check-inclusion-flipped--inclusion-root-mismatch',
      'inclusion.proof',
      'One bit of the leaf hash differs.',
      { 'proof.json': { ...proof, leafHash: base64(flipped(leafHash(must(leaves[2])), 0)) } },
      ['check', 'inclusion', 'proof.json'],
      2,
    ),
    refuted(
      'check-inclusion-short--inclusion-shape',
      'inclusion.proof',
      'The proof has one hash less than its size needs.',
      { 'proof.json': { ...proof, proof: proof.proof.slice(1) } },
      ['check', 'inclusion', 'proof.json'],
    ),
    refuted(
      'check-inclusion-empty-tree--inclusion-shape',
      'inclusion.proof',
      'The tree is empty: it includes nothing.',
      { 'proof.json': { ...proof, leafIdx: 0, treeSize: 0, proof: [] } },
      ['check', 'inclusion', 'proof.json'],
    ),
    passes('check-consistency', 'A consistency proof between trees of 3 and of 5.', { 'proof.json': consistency }, [
      'check',
      'consistency',
      'proof.json',
    ]),
    refuted(
      'check-consistency-forked--consistency-root-mismatch',
      'consistency.proof',
      'The larger tree has another leaf among those that both should have: the log has forked.',
      { 'proof.json': { ...consistency, root2: base64(treeRoot(['a', 'x', 'c', 'd', 'e'].map(utf8))) } },
      ['check', 'consistency', 'proof.json'],
      2,
    ),
    refuted(
      'check-consistency-long--consistency-shape',
      'consistency.proof',
      'The proof has one hash more than its sizes need.',
      { 'proof.json': { ...consistency, proof: [...consistency.proof, ...consistency.proof.slice(0, 1)] } },
      ['check', 'consistency', 'proof.json'],
    ),
    passes(
      'check-signature-ecdsa',
      'A raw ECDSA signature under a named algorithm.',
      { ...message, 'message.sig': PLAIN.p256.sign(ARTIFACT) },
      signature('message.sig', '../../keys/p256.pub.pem', 'ecdsa-p256-sha256'),
    ),
    passes(
      'check-signature-rsa-pss',
      'A raw RSASSA-PSS signature under a named algorithm.',
      { ...message, 'message.sig': must(RSA.signPss)(ARTIFACT) },
      signature('message.sig', '../../keys/rsa2048.pub.pem', 'rsa-pss-sha256'),
    ),
    passes(
      'check-signature-weak-key',
      'The single step judges the mathematics: a weak key passes with a finding.',
      { ...message, 'message.sig': small.sign(ARTIFACT), 'weak.pub.pem': small.publicPem },
      signature('message.sig', 'weak.pub.pem', 'rsa-pkcs1v15-sha256'),
    ),
    passes(
      'check-signature-digest',
      'An ECDSA signature is checked over a digest.',
      { 'message.sig': PLAIN.p256.sign(ARTIFACT) },
      [
        'check',
        'signature',
        '--alg',
        'ecdsa-p256-sha256',
        '--key',
        '../../keys/p256.pub.pem',
        '--digest',
        `sha256:${hex(sha256(ARTIFACT))}`,
        '--signature',
        'message.sig',
      ],
    ),
    refuted(
      'check-signature-flipped--signature-mismatch',
      'signature.valid',
      'One bit of the signature differs.',
      { ...message, 'message.sig': flipped(PLAIN.ed25519.sign(ARTIFACT), 3) },
      signature('message.sig', '../../keys/ed25519.pub.pem', 'ed25519'),
    ),
    refuted(
      'check-signature-tail--signature-encoding',
      'signature.valid',
      'One octet follows the DER of the signature.',
      { ...message, 'message.sig': bytes(PLAIN.p256.sign(ARTIFACT), [0]) },
      signature('message.sig', '../../keys/p256.pub.pem', 'ecdsa-p256-sha256'),
    ),
    unusable(
      'check-signature-other-algorithm--algorithm-key-mismatch',
      'The algorithm that is named is not one of the key.',
      { ...message, 'message.sig': PLAIN.p256.sign(ARTIFACT) },
      signature('message.sig', '../../keys/p256.pub.pem', 'ed25519'),
    ),
    passes(
      'check-mac',
      'A message authentication code.',
      { ...message, 'secret.UNSAFE.bin': secret, 'tag.bin': hmac(secret, ARTIFACT) },
      [
        'check',
        'mac',
        '--alg',
        'hmac-sha256',
        '--hmac-key',
        'secret.UNSAFE.bin',
        '--data',
        'message.txt',
        '--signature',
        'tag.bin',
      ],
    ),
    passes('check-sct', 'The embedded timestamp of a certificate, under the key of its log.', sctFiles, sct),
    undecided(
      'check-sct-other-log--sct-log-unknown',
      'sct.signature',
      'The key given is that of another log.',
      { ...sctFiles, 'ctlog.pub.pem': ctLogB.key.publicPem },
      sct,
    ),
    refuted(
      'check-sct-other-issuer--sct-signature',
      'sct.signature',
      'The issuer given is another authority: its key is part of what the log signed.',
      { ...sctFiles, 'issuer.pem': pemFile(tsaA.root.certificate) },
      sct,
    ),
    undecided(
      'check-sct-none--sct-absent',
      'sct.signature',
      'The certificate carries no timestamp.',
      { ...sctFiles, 'leaf.pem': pemFile(ca.certificate) },
      sct,
    ),
    refuted(
      'check-sct-not-pem--pem-invalid',
      'certificate.format',
      'The file of the certificate has no end line.',
      { ...sctFiles, 'leaf.pem': pemFile(leaf).split('\n').slice(0, -2).join('\n') },
      sct,
    ),
    passes('check-timestamp', 'A timestamp over a file, under a root that the examiner gives.', stamp, timestamp),
    passes('check-timestamp-name', "The authority's name is asked for, and found.", stamp, [
      ...timestamp,
      '--tsa-name',
      'mint tsa',
    ]),
    undecided(
      'check-timestamp-name-other--timestamp-name',
      'certificate.identity',
      'Another authority was asked for.',
      stamp,
      [...timestamp, '--tsa-name', 'another tsa'],
    ),
    undecided(
      'check-timestamp-stranger--timestamp-authority-unknown',
      'time.timestamp',
      'The authority leads to no root that was given.',
      { ...stamp, 'root.pem': pemFile(tsaB.root.certificate) },
      timestamp,
    ),
    refuted(
      'check-timestamp-other-data--timestamp-imprint',
      'time.timestamp',
      'The file is another than the one that was stamped.',
      { ...stamp, 'message.txt': 'something else\n' },
      timestamp,
      2,
    ),
    passes(
      'selftest-vector',
      'A vector file whose one vector is judged as published.',
      { 'vectors.json': vectorFile('valid') },
      ['selftest', '--vectors', 'vectors.json'],
    ),
    shows(
      'inspect-bundle',
      'What a bundle claims is shown, and nothing of it is verified.',
      { 'bundle.sigstore.json': seal(MESSAGE).bundle },
      ['inspect', 'bundle.sigstore.json'],
    ),
    passes(
      'verify-bundle-protocol',
      'The protocol of the sigstore-conformance suite.',
      { 'artifact.txt': ARTIFACT, 'bundle.sigstore.json': seal(MESSAGE).bundle },
      ['verify-bundle', '--bundle', 'bundle.sigstore.json', ...WHO, ...TRUSTED_ROOT, 'artifact.txt'],
    ),
  ];
}

const chainRoot = authority({ commonName: 'chain root', key: ecKey('p256', 'chain-root') });

function intermediate(label: string, change: Partial<Parameters<typeof authority>[0]> = {}): Authority {
  return authority({ commonName: label, key: ecKey('p256', label), issuer: chainRoot, ...change });
}

function end(
  issuer: Authority,
  change: Partial<CertificatePlan> = {},
  aki: Uint8Array = authorityKeyIdentifier(issuer.key),
) {
  const key = ecKey('p256', 'chain-end');
  return certificate({
    label: `end of ${issuer.subject[1]?.[1]}`,
    subject: distinguished('end'),
    issuer: issuer.subject,
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    key,
    signedBy: issuer.key,
    extensions: [
      basicConstraints(false),
      keyUsage(USAGE.digitalSignature),
      aki,
      subjectAlternativeName(false, dnsName('app.mint.example')),
    ],
    ...change,
  });
}

/** `check chain`: RFC 5280 §6 at an instant. */
export function chainCases(): Case[] {
  const plain = intermediate('chain intermediate');
  const files = (leaf: { der: Uint8Array }, ...between: readonly Authority[]) => ({
    'leaf.pem': pemFile(leaf),
    ...(between.length === 0 ? {} : { 'between.pem': pemFile(...between.map((one) => one.certificate)) }),
    'root.pem': pemFile(chainRoot.certificate),
  });
  const check = (between = true, at = ASKED_AT, purpose = 'any') => [
    ...['check', 'chain', 'leaf.pem', ...(between ? ['--intermediate', 'between.pem'] : [])],
    ...['--root', 'root.pem', '--at', at, '--purpose', purpose],
  ];
  const chain = 'chain.path';
  const notCa = intermediate('chain not ca', { ca: false });
  const mute = intermediate('chain mute', { usage: [USAGE.cRLSign] });
  const closed = intermediate('chain closed', { pathLength: 0 });
  const below = authority({ commonName: 'chain below', key: ecKey('p256', 'chain below'), issuer: closed });
  const narrow = intermediate('chain narrow', { more: [permittedNames(dnsName('mint.example'))] });
  const elsewhere = intermediate('chain elsewhere', { more: [permittedNames(dnsName('stranger.example'))] });
  const odd = extension('1.3.6.1.4.1.55555.1', true, NULL);
  const long = longChain(12);
  const sha1 = end(plain, { hash: 'sha1', label: 'end sha1' });
  const rsaNamed = end(plain, { algorithm: signatureAlgorithm(RSA), label: 'end rsa named' });
  const forged = end(plain, { signedBy: ecKey('p256', 'nobody'), label: 'end forged' });
  const base = end(plain);
  const critical = end(plain, { label: 'end odd', extensions: [...base.plan.extensions, odd] });
  const unknownCurve = end(plain, { key: ecKey('secp256k1', 'end secp256k1'), label: 'end secp256k1' });
  return [
    passes('check-chain', 'A path over one intermediate.', files(base, plain), check()),
    passes(
      'check-chain-names',
      'The name lies inside what the intermediate may certify.',
      files(end(narrow), narrow),
      check(),
    ),
    passes(
      'check-chain-last-second',
      'The instant is the last second of the certificate: both ends are inclusive.',
      files(base, plain),
      check(true, '2027-01-01T00:00:00Z'),
    ),
    undecided('check-chain-gap--path-not-found', chain, 'The intermediate is missing.', files(base), check(false)),
    refuted(
      'check-chain-forged--path-signature',
      chain,
      'The certificate names its issuer, and was signed by another key.',
      files(forged, plain),
      check(),
    ),
    refuted(
      'check-chain-late--path-expired',
      chain,
      'The instant is one second after the certificate.',
      files(base, plain),
      check(true, '2027-01-01T00:00:01Z'),
    ),
    refuted(
      'check-chain-early--path-not-yet-valid',
      chain,
      'The instant is one second before the certificate.',
      files(base, plain),
      check(true, '2025-12-31T23:59:59Z'),
    ),
    undecided(
      'check-chain-leaf-as-issuer--path-not-ca',
      chain,
      'The issuer is no certification authority.',
      files(end(notCa), notCa),
      check(),
    ),
    undecided(
      'check-chain-too-deep--path-length',
      chain,
      'The intermediate allows no authority below it.',
      files(end(below), below, closed),
      check(),
    ),
    undecided(
      'check-chain-mute--path-key-usage',
      chain,
      'The issuer may sign revocation lists, and no certificates.',
      files(end(mute), mute),
      check(),
    ),
    undecided(
      'check-chain-odd--path-critical-extension',
      chain,
      'The certificate holds a critical extension that nobody knows.',
      files(critical, plain),
      check(),
    ),
    undecided(
      'check-chain-elsewhere--path-name-constraints',
      chain,
      'The name lies outside what the intermediate may certify.',
      files(end(elsewhere), elsewhere),
      check(),
    ),
    undecided(
      'check-chain-other-key-id--path-key-identifier',
      chain,
      "The authority key identifier names another key than the issuer's.",
      files(end(plain, { label: 'end aki' }, authorityKeyIdentifier(chainRoot.key)), plain),
      check(),
    ),
    undecided(
      'check-chain-twelve--path-limit',
      chain,
      'The path would have twelve intermediates.',
      { ...files(long.end, ...long.between) },
      check(),
    ),
    undecided(
      'check-chain-purpose--certificate-usage',
      chain,
      'The certificate is asked for as one for time stamping, and is none.',
      files(base, plain),
      check(true, ASKED_AT, 'timeStamping'),
    ),
    undecided(
      'check-chain-sha1--algorithm-unsupported',
      chain,
      'The certificate is signed with SHA-1.',
      files(sha1, plain),
      check(),
    ),
    refuted(
      'check-chain-rsa-named--algorithm-key-mismatch',
      chain,
      'The certificate names an RSA signature, and its issuer has an elliptic curve key.',
      files(rsaNamed, plain),
      check(),
    ),
    undecided(
      'check-chain-secp256k1--algorithm-unsupported',
      chain,
      'The key of the certificate is on a curve that is not accepted.',
      files(unknownCurve, plain),
      check(),
    ),
  ];
}

function longChain(length: number): { end: { der: Uint8Array }; between: readonly Authority[] } {
  const between: Authority[] = [];
  for (let i = 0; i < length; i++)
    between.push(intermediate(`chain link ${i}`, { issuer: between[i - 1] ?? chainRoot }));
  return { end: end(must(between.at(-1))), between };
}
