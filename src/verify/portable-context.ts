// SPDX-License-Identifier: Apache-2.0
import { type EngineId, loadEngine } from '../crypto/engine.ts';
import { type Portable, portableRules, rulesFrom } from '../policy/portable-rules.ts';
import { exactly, type TextCriterion } from '../trust/identity.ts';
import { fullMatch } from '../trust/identity-pattern.ts';
import type { Judging } from './judging.ts';
import type { ExaminationContext } from './request.ts';

type Wording = Pick<TextCriterion, 'mode' | 'text'>;

/** A context without its functions: what another thread needs to build the same one. */
export interface PortableContext extends Omit<ExaminationContext, 'engine' | 'identity' | 'checkpoints' | 'judging'> {
  readonly engine: EngineId;
  /** Of the policy file and what is asked beside it; null: neither. */
  readonly judging: Portable | null;
  readonly identity: { readonly identity: Wording | null; readonly issuer: Wording | null } | null;
}

export function portableContext({
  engine,
  identity,
  judging,
  checkpoints: _,
  ...rest
}: ExaminationContext): PortableContext {
  return {
    ...rest,
    engine: engine.id,
    judging: judging === undefined ? null : portableRules(judging),
    identity: identity === null ? null : { identity: wording(identity.identity), issuer: wording(identity.issuer) },
  };
}

/** @throws Malformed (in the promise) where a criterion cannot be read, which it could on the other side */
export async function contextFrom({
  engine,
  identity,
  judging,
  ...rest
}: PortableContext): Promise<ExaminationContext> {
  const asked =
    identity === null
      ? null
      : { identity: await criterion(identity.identity), issuer: await criterion(identity.issuer) };
  return {
    ...rest,
    ...(judging === null ? {} : { judging: await rulesFrom<Judging>(judging) }),
    engine: await loadEngine(engine, { digestOnly: true }),
    identity: asked,
  };
}

function wording(asked: TextCriterion | null): Wording | null {
  return asked === null ? null : { mode: asked.mode, text: asked.text };
}

async function criterion(asked: Wording | null): Promise<TextCriterion | null> {
  if (asked === null) return null;
  return asked.mode === 'exact' ? exactly(asked.text) : fullMatch(asked.text);
}
