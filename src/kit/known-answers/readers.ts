// SPDX-License-Identifier: Apache-2.0
import { readChecksumList } from '../../artifact/checksum-list.ts';
import { parseDigestOperand } from '../../artifact/digest-operand.ts';
import { readGoSum } from '../../artifact/go-sum.ts';
import { parseNpmPackageUrl } from '../../artifact/package-url.ts';
import { parseDistributionName } from '../../artifact/python-distribution.ts';
import { normalVersion } from '../../artifact/python-version.ts';
import { readLine } from '../../custody/line.ts';
import { decodeBase64, decodeBase64Standard } from '../../encoding/base64.ts';
import { canonicalText } from '../../encoding/canonical-json.ts';
import { splitCsv } from '../../encoding/csv.ts';
import { parseDecimal } from '../../encoding/decimal.ts';
import { readDer } from '../../encoding/der.ts';
import { readTime } from '../../encoding/der-time.ts';
import { readInteger, readOid } from '../../encoding/der-values.ts';
import { parseDuration } from '../../encoding/duration.ts';
import { globPattern } from '../../encoding/glob.ts';
import { decodeHex, encodeHex } from '../../encoding/hex.ts';
import { parseJson } from '../../encoding/json.ts';
import { splitJsonl } from '../../encoding/jsonl.ts';
import { olpcJson } from '../../encoding/olpc-json.ts';
import { readPublicKeyPem } from '../../encoding/pem.ts';
import { formatInstant, parseRfc3339 } from '../../encoding/rfc3339.ts';
import { parseToml } from '../../encoding/strict-toml.ts';
import { parseStrictYaml } from '../../encoding/strict-yaml.ts';
import { decodeUtf8, encodeUtf8 } from '../../encoding/utf8.ts';
import { openEvidence } from '../../envelope/open-evidence.ts';
import { openArchive } from '../../evidence/open-archive.ts';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { parseSignedNote } from '../../log/signed-note.ts';
import { parseTlogProof } from '../../log/tlog-proof.ts';
import { parseVerifierKey } from '../../log/verifier-key.ts';
import type { Bytes } from '../../model/bytes.ts';
import type { JsonValue } from '../../model/json.ts';
import { attempt } from '../../model/malformed.ts';
import { readTrustedKey } from '../../trust/keyring.ts';
import { parseTrustedRoots } from '../../trust/trusted-root.ts';
import type { AnswerGroup, KnownAnswer } from './answer.ts';
import { embeddedFile } from './verdicts.ts';

const NOWHERE = { evidence: 'known answer', pointer: '' };

/** One reader, asked of texts: what it makes of a good one, and by which reason it refuses each bad one. */
function reader(
  name: string,
  read: (text: string) => string,
  rows: readonly (readonly [input: string, expected: string])[],
): KnownAnswer[] {
  return rows.map(([input, expected], i) => ({
    name: `${name} ${i + 1}`,
    expected,
    ask: () => {
      const result = attempt(() => read(input));
      return result.ok ? result.value : result.problem.reason;
    },
  }));
}

const utf8 = (text: string): Bytes => encodeUtf8(text);
const hex = (text: string): Bytes => decodeHex(text);
const asJson = (value: unknown): string => canonicalText(value as JsonValue);
/** The first reason that an opened thing was not opened for, or what it is. */
const envelope = (bytes: Bytes): string => {
  const opened = openEvidence(bytes, NOWHERE);
  if (opened.ok) return opened.value.map(({ envelope: kind, version }) => `${kind} ${version}`.trim()).join();
  const check = opened.checks.find((one) => 'reason' in one);
  return check !== undefined && 'reason' in check ? check.reason : 'no reason';
};

export const READER_ANSWERS: AnswerGroup = {
  name: 'readers',
  answers: [
    ...reader('base64', (text) => encodeHex(decodeBase64(text)), [
      ['AP-_', '00ffbf'],
      ['AP+/', '00ffbf'],
      ['AP+_', 'base64-invalid'],
      ['AB==', 'base64-invalid'],
      ['A A=', 'base64-invalid'],
    ]),
    ...reader('base64 standard', (text) => encodeHex(decodeBase64Standard(text)), [
      ['AA==', '00'],
      ['AA', 'base64-invalid'],
    ]),
    ...reader('hexadecimal', (text) => encodeHex(decodeHex(text)), [
      ['00fFA0', '00ffa0'],
      ['0', 'hex-invalid'],
      ['0g', 'hex-invalid'],
    ]),
    ...reader('UTF-8', (text) => decodeUtf8(hex(text)), [
      ['c3a9', 'é'],
      ['c0af', 'utf8-invalid'],
      ['eda080', 'utf8-invalid'],
      ['efbbbf61', 'utf8-invalid'],
    ]),
    ...reader('decimal', (text) => String(parseDecimal(text, 'number')), [
      ['18446744073709551615', '18446744073709551615'],
      ['01', 'decimal-invalid'],
      ['-1', 'decimal-invalid'],
      ['1e3', 'decimal-invalid'],
    ]),
    ...reader('instant', (text) => formatInstant(parseRfc3339(text).time), [
      ['2026-03-01T01:00:00.50+01:00', '2026-03-01T00:00:00.5Z'],
      ['2026-02-29T00:00:00Z', 'time-invalid'],
      ['2026-03-01T00:00:00', 'time-invalid'],
    ]),
    ...reader('duration', (text) => String(parseDuration(text)), [
      ['90d', '7776000000000000'],
      ['01s', 'time-invalid'],
    ]),
    ...reader('JSON', (text) => asJson(parseJson(utf8(text))), [
      ['{"b":[1,true,null],"a":"\\u00e9"}', '{"a":"é","b":[1,true,null]}'],
      ['{"a":1,"\\u0061":2}', 'json-duplicate-key'],
      ['{"a":1}x', 'json-invalid'],
      ['["\\ud800"]', 'json-surrogate'],
      ['{"__proto__":1}', 'json-proto-key'],
      ['[01]', 'json-invalid'],
      [`${'['.repeat(100)}${']'.repeat(100)}`, 'limit-exceeded'],
    ]),
    ...reader('canonical JSON', (text) => canonicalText(parseJson(utf8(text))), [
      ['{"\\u20ac":1e30,"1":4.50,"a":0.002}', '{"1":4.5,"a":0.002,"€":1e+30}'],
      ['[333333333.33333329,1E30,-0]', '[333333333.3333333,1e+30,0]'],
    ]),
    ...reader('OLPC JSON', (text) => decodeUtf8(olpcJson(parseJson(utf8(text)))), [
      ['{"b":"\\n\\"","a":1}', '{"a":1,"b":"\n\\""}'],
      ['{"a":1.5}', 'json-number'],
    ]),
    ...reader('JSON Lines', (text) => String(splitJsonl(utf8(text)).length), [['{}\n{}\n', '2']]),
    ...reader('YAML', (text) => asJson(parseStrictYaml(utf8(text)).value), [
      ['a: [1, yes]\nb: "c"\n', '{"a":[1,"yes"],"b":"c"}'],
      ['a: 1\na: 2\n', 'yaml-invalid'],
      ['a: &x 1\nb: *x\n', 'yaml-invalid'],
      ['a: !!binary eA==\n', 'yaml-invalid'],
    ]),
    ...reader('TOML', (text) => asJson(parseToml(utf8(text))), [
      ['a = 1\n[b]\nc = "d"\n', '{"a":1,"b":{"c":"d"}}'],
      ['a = 1\na = 2\n', 'toml-invalid'],
    ]),
    ...reader(
      'CSV',
      (text) =>
        splitCsv(text)
          .map(({ text: field }) => field)
          .join('|'),
      [
        ['a,"b ""c"",d",e', 'a|b "c",d|e'],
        ['a,"b', 'timeline-row-format'],
      ],
    ),
    ...reader('glob', (text) => String(globPattern('docs/**/*.md')(text)), [
      ['docs/a/b.md', 'true'],
      ['docs/a/b.txt', 'false'],
    ]),
    ...reader('DER', (text) => encodeHex(Uint8Array.of(readDer(hex(text)).tag)), [
      ['30030201ff', '30'],
      ['3003020200ff', 'der-invalid'],
      ['308103020100', 'der-invalid'],
      ['30800201000000', 'der-invalid'],
      ['020101ff', 'der-invalid'],
    ]),
    ...reader('DER integer', (text) => String(readInteger(readDer(hex(text)))), [
      ['020200ff', '255'],
      ['0201ff', '-1'],
      ['02020001', 'der-invalid'],
    ]),
    ...reader('DER identifier', (text) => readOid(readDer(hex(text))), [
      ['06082a8648ce3d030107', '1.2.840.10045.3.1.7'],
      ['060280', 'der-invalid'],
      ['06028001', 'der-invalid'],
    ]),
    ...reader('DER time', (text) => formatInstant(readTime(readDer(utf8(text))).time), [
      ['\u0017\r500101000000Z', '1950-01-01T00:00:00Z'],
      ['\u0017\u000b5001010000Z', 'time-invalid'],
      ['\u0018\u000f20500101000000Z', '2050-01-01T00:00:00Z'],
    ]),
    ...reader('PEM', (text) => readPublicKeyPem(text).label, [
      [decodeUtf8(embeddedFile('key.pub.pem')), 'PUBLIC KEY'],
      ['-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n', 'key-private'],
      ['-----BEGIN PUBLIC KEY-----\nAA=\n-----END PUBLIC KEY-----\n', 'base64-invalid'],
    ]),
    ...reader('key file', (text) => readTrustedKey(utf8(text), 'key', null).key.kind, [
      [decodeUtf8(embeddedFile('key.pub.pem')), 'ecdsa-p256'],
      [decodeUtf8(embeddedFile('other.pub.pem')), 'ed25519'],
      ['{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', 'key-format'],
    ]),
    ...reader('trusted root', (text) => String(parseTrustedRoots(utf8(text), 'root').length), [
      [decodeUtf8(embeddedFile('trusted-root.json')), '1'],
      ['{"mediaType":"text/plain"}', 'trusted-root-format'],
    ]),
    ...reader('evidence', (text) => envelope(utf8(text)), [
      [decodeUtf8(embeddedFile('message.sigstore.json')), 'sigstore-bundle 0.3'],
      [decodeUtf8(embeddedFile('signed-by-key.dsse.json')), 'dsse'],
      ['', 'input-empty'],
      ['{"a":1}', 'input-not-recognised'],
      ['{"payloadType":"t","payload":"*","signatures":[]}', 'base64-invalid'],
    ]),
    ...reader(
      'signed note',
      (text) =>
        parseSignedNote(text)
          .lines.map(({ name }) => name)
          .join(),
      [
        ['text\n\n— log.example AAAAAAA=\n', 'log.example'],
        ['text\n\n- log.example AAAAAAA=\n', 'checkpoint-format'],
        ['text\n— log.example AAAAAAA=\n', 'checkpoint-format'],
      ],
    ),
    ...reader('checkpoint', (text) => String(parseCheckpoint(text).size), [
      [`log.example\n7\n${'A'.repeat(43)}=\n`, '7'],
      [`log.example\n07\n${'A'.repeat(43)}=\n`, 'checkpoint-format'],
      ['log.example\n7\nAA==\n', 'checkpoint-format'],
    ]),
    ...reader('verifier key', (text) => parseVerifierKey(text).name, [
      ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'PeterNeumann'],
      ['PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key-format'],
    ]),
    ...reader('tlog proof', (text) => String(parseTlogProof(text).index), [
      [`c2sp.org/tlog-proof@v1\nindex 3\n\nlog.example\n7\n${'A'.repeat(43)}=\n\n— log.example AAAAAAA=\n`, '3'],
      ['c2sp.org/tlog-proof@v2\n', 'tlog-proof-format'],
    ]),
    ...reader('custody line', (text) => readLine(utf8(text)).constructor.name, [['{}', 'custody-line-format']]),
    ...reader('checksum list', (text) => readChecksumList(utf8(text), 'SHA256SUMS').entries[0]!.name, [
      [`${'0'.repeat(64)}  a b.txt\n`, 'a b.txt'],
      [`${'0'.repeat(64)}  a\nnot a line\n`, 'input-not-recognised'],
    ]),
    ...reader('digest', (text) => parseDigestOperand(text)?.algorithm ?? 'none', [
      [`sha384:${'0'.repeat(96)}`, 'sha384'],
      [`sha256:${'0'.repeat(63)}`, 'none'],
    ]),
    ...reader('go.sum', (text) => String(readGoSum(utf8(text)).length), [
      [`example.com/m v1.0.0 h1:${'A'.repeat(43)}=\n`, '1'],
      ['example.com/m v1.0.0\n', 'lockfile-format'],
    ]),
    ...reader('package URL', (text) => asJson(parseNpmPackageUrl(text)), [
      ['pkg:npm/%40scope/name@1.2.3', '{"name":"@scope/name","repository":null,"version":"1.2.3"}'],
      ['pkg:npm/name', 'package-purl-malformed'],
    ]),
    ...reader('Python names', (text) => parseDistributionName(text).name, [
      ['my_package-1.0-py3-none-any.whl', 'my-package'],
      ['nothing.txt', 'artifact-name-invalid'],
    ]),
    ...reader('Python versions', normalVersion, [['1.0.0RC1', '1.0.0rc1']]),
    ...archive('tar', emptyTar(), 'tar 1'),
    ...archive('tar that is cut', emptyTar().subarray(0, 700), 'refused'),
  ],
};

function archive(name: string, bytes: Bytes, expected: string): KnownAnswer[] {
  return [
    {
      name,
      expected,
      ask: async () => {
        const holding = await openArchive({ name: 'a', bytes }, 'named');
        if (holding === null) return 'none';
        const failed = holding.checks.some(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate');
        const told = failed ? 'refused' : `${holding.container} ${holding.members.length}`;
        holding.close();
        return told;
      },
    },
  ];
}

/** One empty file and the end of the archive. */
function emptyTar(): Bytes {
  const tar = new Uint8Array(1536);
  const put = (at: number, text: string) => tar.set(encodeUtf8(text), at);
  put(0, 'empty.txt');
  put(100, '0000644\x000000000\x000000000\x00000000000000000000000000');
  put(148, '        ');
  put(156, '0');
  put(257, 'ustar\u000000');
  const sum = tar.subarray(0, 512).reduce((total, octet) => total + octet, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\u0000 `);
  return tar;
}
