// SPDX-License-Identifier: Apache-2.0
import type { SignedContent } from '../model/signed-entity.ts';
import { parseStatement } from '../statement/statement.ts';
import { bytesAt } from './explain-commands.ts';
import type { Claims } from './inspect-claims.ts';
import { listedParts, type Part, part, quote } from './inspect-model.ts';
import { payloadPart, subjectFacts, toldPart } from './inspect-statement.ts';

type Dsse = Extract<SignedContent, { kind: 'dsse' }>;

/** The artifacts that the payload is about. Of another payload, what it is instead. */
export function subjectSteps({ content, at, kind }: Claims): Part[] {
  if (!content.read.ok || content.read.value.kind !== 'dsse') return [];
  const { payloadType, payload }: Dsse = content.read.value;
  const title = 'the subjects';
  const parsed = parseStatement(payloadType, payload, at);
  if (!parsed.ok) return [{ ...payloadPart(payloadType, payload, at.pointer + content.at, at, parsed), title }];
  const { type, subject, predicateType } = parsed.value;
  const inside = kind === 'in-toto-statement' ? null : bytesAt(at, `${content.at}/payload`);
  return [
    part(
      title,
      { statement: type, predicate: quote(predicateType), subjects: subject.length },
      {
        at: at.pointer + content.at,
        says: [
          'verify computes each strong digest that a subject names over the artifact at hand; one subject must agree in at least one of them, and none may agree in one and differ in another',
        ],
        repeat: ['sha256sum ARTIFACT', ...(inside === null ? [] : [`${inside} | jq .subject`])],
        parts: [
          ...listedParts(subject, (one, i) => part(`subject ${i}`, subjectFacts(one)), 8),
          ...toldPart(parsed.value, at),
        ],
      },
    ),
  ];
}
