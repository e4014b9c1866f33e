// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { decodeBase64Standard, encodeBase64 } from './base64.ts';
import { escapeText } from './escape-text.ts';
import { LIMITS } from './limits.ts';

export interface PemBlock {
  readonly label: string;
  readonly der: Bytes;
}

const BEGIN = /^-----BEGIN ([A-Z0-9]+(?: [A-Z0-9]+)*)-----$/;
const BOUNDARY = /-----\s*(?:BEGIN|END)/;

/**
 * A public key file: one block and nothing else, of any line length, the final newline optional (RFC 7468 §2, §13).
 *
 * @returns the label, `PUBLIC KEY` (SubjectPublicKeyInfo) or `RSA PUBLIC KEY` (RFC 8017 A.1.1), and the DER
 * @throws Malformed `pem-invalid`, `key-private`, `base64-invalid`, `limit-exceeded`
 */
export function readPublicKeyPem(text: string): PemBlock {
  const { blocks, outside } = readPem(text);
  const [block] = blocks;
  if (block === undefined) throw new Malformed('pem-invalid', 'there is no PEM block');
  if (blocks.length > 1)
    throw new Malformed('pem-invalid', `there are ${blocks.length} PEM blocks where one key is wanted`);
  if (outside.length > 0) throw new Malformed('pem-invalid', 'there is text outside the PEM block of the key');
  if (block.label !== 'PUBLIC KEY' && block.label !== 'RSA PUBLIC KEY') throw wrongLabel(block.label, 'PUBLIC KEY');
  return block;
}

/**
 * A certificate file: one or more CERTIFICATE blocks. Text outside of them is ignored and listed, line by line
 * (RFC 7468 §5.2). A block of any other label is refused.
 *
 * @throws Malformed `pem-invalid`, `key-private`, `base64-invalid`, `limit-exceeded`
 */
export function readCertificatePem(text: string): { certificates: Bytes[]; outside: string[] } {
  const { blocks, outside } = readPem(text);
  if (blocks.length === 0) throw new Malformed('pem-invalid', 'there is no PEM block');
  const certificates = blocks.map(({ label, der }) => {
    if (label !== 'CERTIFICATE') throw wrongLabel(label, 'CERTIFICATE');
    return der;
  });
  return { certificates, outside: outside.filter((line) => line.trim() !== '') };
}

/**
 * A private key file: one block and nothing else, whatever its label (an `EC PARAMETERS` block in front of it is what OpenSSL
 * writes, and says nothing that the key does not). No error quotes anything of it.
 *
 * @throws Malformed `pem-invalid`, `limit-exceeded`
 */
export function readPrivateKeyPem(text: string): PemBlock {
  if (/^(?:Proc-Type|DEK-Info):/m.test(text))
    throw new Malformed(
      'pem-invalid',
      'the private key is encrypted by an old scheme; write it again with: openssl pkcs8 -topk8 -v2 aes-256-cbc',
    );
  const parsed = attempt(() => readPem(text, true));
  if (!parsed.ok) throw new Malformed('pem-invalid', 'the private key is not one well-formed PEM block');
  const { blocks, outside } = parsed.value;
  const [block, ...more] = blocks[0]?.label === 'EC PARAMETERS' ? blocks.slice(1) : blocks;
  if (block === undefined || more.length > 0 || outside.length > 0)
    throw new Malformed('pem-invalid', 'the file of the private key is not one PEM block and nothing else');
  return block;
}

/**
 * Every block of a PEM file, whatever its label says; private keys are refused.
 *
 * @throws Malformed `pem-invalid`, `key-private`, `limit-exceeded`
 */
export function readPemBlocks(text: string): readonly PemBlock[] {
  const { blocks } = readPem(text);
  if (blocks.length === 0) throw new Malformed('pem-invalid', 'the file holds no PEM block');
  return blocks;
}

/** RFC 7468 §2 strict form: lines of 64, LF. */
export function encodePem(label: string, der: Bytes): string {
  const lines = encodeBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.map((line) => `${line}\n`).join('')}-----END ${label}-----\n`;
}

/** All blocks, and the lines outside of them; the empty line behind a final newline is not counted. */
function readPem(text: string, privateToo = false): { blocks: PemBlock[]; outside: string[] } {
  if (text.length > LIMITS.pemCharacters)
    throw new Malformed('limit-exceeded', `pem longer than ${LIMITS.pemCharacters} characters`);
  const lines = linesOf(text);
  const blocks: PemBlock[] = [];
  const outside: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const label = BEGIN.exec(lines[i]!)?.[1];
    if (label === undefined) {
      if (BOUNDARY.test(lines[i]!)) throw new Malformed('pem-invalid', `line ${i + 1} is a malformed PEM boundary`);
      outside.push(lines[i]!);
      continue;
    }
    if (label.includes('PRIVATE') && !privateToo)
      throw new Malformed('key-private', `line ${i + 1} begins a block of label ${escapeText(label, 64)}`);
    if (blocks.length === LIMITS.pemBlocks)
      throw new Malformed('limit-exceeded', `more than ${LIMITS.pemBlocks} PEM blocks`);
    const end = lines.indexOf(`-----END ${label}-----`, i + 1);
    if (end === -1) throw new Malformed('pem-invalid', `the block of line ${i + 1} has no end of the same label`);
    blocks.push({ label, der: decodeBody(lines.slice(i + 1, end), i + 1) });
    i = end;
  }
  return { blocks, outside };
}

function decodeBody(lines: readonly string[], begin: number): Bytes {
  const blank = lines.indexOf('');
  if (blank !== -1) throw new Malformed('pem-invalid', `line ${begin + blank + 1} is blank inside a PEM block`);
  if (lines.length === 0) throw new Malformed('pem-invalid', `the block of line ${begin} is empty`);
  return decodeBase64Standard(lines.join(''));
}

/** Lines end in LF or CR LF, the same throughout. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  else if (text.includes('\r')) lines[lines.length - 1] += '\r';
  if (!text.includes('\r')) return lines;
  return lines.map((line, i) => {
    if (!line.endsWith('\r')) throw new Malformed('pem-invalid', `line ${i + 1} ends in LF where others end in CR LF`);
    const bare = line.slice(0, -1);
    if (bare.includes('\r')) throw new Malformed('pem-invalid', `line ${i + 1} holds a CR`);
    return bare;
  });
}

function wrongLabel(label: string, wanted: string): Malformed {
  return new Malformed('pem-invalid', `the block is labelled ${escapeText(label, 64)}, not ${wanted}`);
}
