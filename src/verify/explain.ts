// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { holdsPrivateKey } from '../crypto/private-material.ts';
import { isObject } from '../encoding/json-fields.ts';
import { readCertificatePem } from '../encoding/pem.ts';
import { recogniseEnvelope } from '../envelope/envelopes.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { certificateSteps } from './explain-certificate.ts';
import { checkpointStep } from './explain-checkpoint.ts';
import { envelopeSteps } from './explain-envelope.ts';
import { reportSteps } from './explain-report.ts';
import { timestampStep } from './explain-timestamp.ts';
import { privateKey } from './inspect.ts';
import { readClaims } from './inspect-claims.ts';
import { derShape } from './inspect-der.ts';
import { tell } from './inspect-json.ts';
import { readLines } from './inspect-jsonl.ts';
import { recognise, refusal } from './inspect-kinds.ts';
import { type Material, materialOf } from './inspect-material.ts';
import { type Part, part, type Story } from './inspect-model.ts';

/** Lines of a JSON Lines file that are walked through. */
const LINES = 8;

/**
 * Each step from the bytes to what `verify` compares, in plain words with its inputs and its arithmetic, and the command by
 * which somebody else repeats it. It judges nothing: where two values differ it says so, and goes on.
 */
export function explainEvidence(bytes: Bytes, name: string): Story {
  const material = materialOf(bytes, { evidence: name, pointer: '' });
  if (holdsPrivateKey(bytes, material.text)) return privateKey(name, 'steps');
  const base = { name, shows: 'steps', size: bytes.length, sha256: sha256Hex(bytes), warning: null } as const;
  // The first kind that is asked about anyway: its claims, which are not shown here, cost as much memory as its steps.
  const steps = envelope(material);
  if (steps !== null) return tell({ ...base, kind: 'envelope', parts: steps });
  const found = recognise(material);
  if (found === null)
    return tell({ ...base, kind: null, parts: [part('not recognised', {}, { problem: refusal(material) })] });
  const walk = EXPLANATIONS.get(found.kind);
  return tell({ ...base, kind: found.kind, parts: walk?.(material) ?? claimsOnly(found.parts) });
}

type Walk = (material: Material) => readonly Part[] | null;

/** EXPLANATIONS: the kinds but envelopes in which there is something to compute, by their row in INSPECTIONS. */
const EXPLANATIONS: ReadonlyMap<string, Walk> = new Map<string, Walk>([
  ['jsonl', lines],
  ['report', ({ json }) => (json.ok && isObject(json.value) ? reportSteps(json.value) : null)],
  ['signed-note', ({ text, at }) => (text === null ? null : [checkpointStep('the signed note', text, null, '', at)])],
  ['pem', pem],
  ['der', der],
]);

function claimsOnly(parts: readonly Part[]): Part[] {
  return [part('nothing is computed from this kind of file; what it claims', {}, { parts })];
}

function envelope({ json, bytes, at }: Material): readonly Part[] | null {
  const kind = json.ok ? recogniseEnvelope(json.value) : null;
  if (kind === null || !json.ok || !isObject(json.value)) return null;
  return envelopeSteps(readClaims(kind, json.value, bytes, at));
}

function lines(material: Material): readonly Part[] | null {
  const read = readLines(material);
  if (read === null) return null;
  const { shown, count } = read;
  const walked = shown.slice(0, LINES).flatMap((line, i) => {
    const title = `line ${i + 1}`;
    const steps = envelope(line);
    if (steps !== null) return steps.map((step) => ({ ...step, title: `${title}: ${step.title}` }));
    const found = recognise(line);
    if (found === null) return [part(title, {}, { problem: refusal(line) })];
    return [part(title, { kind: found.kind }, { says: ['a line of this kind is not walked through: see inspect'] })];
  });
  const total = count.ok ? count.value : shown.length;
  const left = total > LINES ? [part(`and ${total - LINES} more lines`, {})] : [];
  const broken = count.ok ? [] : [part('verify would not take this file apart', {}, { problem: count.problem })];
  return [...broken, ...walked, ...left];
}

function pem({ text }: Material): readonly Part[] | null {
  const read = attempt(() => readCertificatePem(text ?? '').certificates);
  return read.ok ? certificateSteps(read.value, [], '', ['openssl x509 -in CERTIFICATE.pem -noout -text']) : null;
}

function der({ bytes }: Material): readonly Part[] | null {
  const shape = derShape(bytes);
  if (shape === 'certificate') {
    return certificateSteps([bytes], [], '', ['openssl x509 -inform DER -in CERTIFICATE.der -noout -text']);
  }
  return shape === 'timestamp' ? [timestampStep('RFC 3161 timestamp', '', bytes, null, 'cat TOKEN', null)] : null;
}
