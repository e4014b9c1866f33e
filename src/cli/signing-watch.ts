// SPDX-License-Identifier: Apache-2.0
import type { Signer } from '../attest/signer.ts';
import { readPae } from '../envelope/pae.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Check } from '../model/check.ts';
import type { InputRecord } from '../model/report.ts';
import type { Statement } from '../model/statement.ts';
import { isStatementPayloadType } from '../statement/payload-type.ts';
import { parseStatement } from '../statement/statement.ts';
import { auditAsked, type Signing, whyNot } from './audit-asked.ts';
import { OutputError } from './settle.ts';
import { UsageError } from './usage-error.ts';

type Input = Pick<InputRecord, 'name' | 'sha256'>;
type Opening = () => Promise<Signer>;

/**
 * Stands between a command and its signer, so that the audit log has what the signer was in truth given, and not what the command says
 * that it gave. Without --audit-log it keeps no record. Each signing ends in one of `signed` and `refused`, and what was signed goes out
 * after that.
 */
export class SigningWatch {
  readonly #audit: ReturnType<typeof auditAsked>;
  readonly #command: string;
  readonly #inputs: readonly Input[];
  readonly #opening: Opening | null;
  #signer: Signer | null = null;
  #message: Bytes | null = null;

  /**
   * @param inputs of the command, as they become known
   * @param opening who would sign; null: nobody, something is only made
   * @throws UsageError before anything is signed
   */
  constructor(
    flags: Readonly<Record<string, unknown>>,
    command: string,
    inputs: readonly Input[],
    opening: Opening | null,
  ) {
    this.#audit = auditAsked(flags);
    this.#opening = opening;
    this.#command = command;
    this.#inputs = inputs;
  }

  /** A key file that does not open ends the command, and is a refusal too. */
  over(open: Opening): Opening {
    return async () => {
      const signer = await this.#opened(open);
      this.#signer = signer;
      const sign = (message: Bytes): Bytes | Promise<Bytes> => {
        this.#message = message;
        return signer.sign(message);
      };
      const { name, identity } = signer;
      return { name, identity, sign, verify: (message, signature) => signer.verify(message, signature) };
    };
  }

  /** @throws OutputError where it could not be recorded: then nothing may go out */
  async signed(): Promise<void> {
    await this.#record(null);
  }

  /** @throws OutputError */
  async refused(why: string | readonly Check[]): Promise<void> {
    await this.#record(typeof why === 'string' ? why : whyNot(why));
  }

  /** What was signed and is on record goes out; where it does not after all, the record says that too. @throws OutputError */
  async deliver(go: () => void | Promise<void>): Promise<void> {
    await deliverRecorded(go, (why) => this.#record(why));
  }

  async #opened(open: Opening): Promise<Signer> {
    try {
      const signer = await open();
      if (signer.identity.kind === 'public-key') this.#audit?.requireOther(signer.identity.key);
      return signer;
    } catch (error) {
      if (error instanceof UsageError) await this.#record(error.message);
      throw error;
    }
  }

  async #record(refused: string | null): Promise<void> {
    await this.#audit?.record({
      ...{ command: this.#command, signer: this.#signer, opening: this.#opening, claims: {}, refused },
      inputs: this.#inputs,
      ...givenTo(this.#message),
    });
  }
}

/** @param record what becomes of it where it does not go out */
export async function deliverRecorded(
  go: () => void | Promise<void>,
  record: (why: string) => Promise<void> | undefined,
): Promise<void> {
  try {
    await go();
  } catch (error) {
    if (error instanceof OutputError) await record(`signed, as recorded before, and not given out: ${error.message}`);
    throw error;
  }
}

/** Of what a signer was given: what it is to whoever verifies it. */
function givenTo(message: Bytes | null): Pick<Signing, 'payload' | 'payloadType' | 'statement'> {
  if (message === null) return { payload: null, payloadType: '', statement: null };
  const read = readPae(message);
  if (read === null) return { payload: message, payloadType: 'of no type', statement: null };
  return { ...read, statement: isStatementPayloadType(read.payloadType) ? statementIn(read) : null };
}

function statementIn({
  payload,
  payloadType,
}: {
  readonly payload: Bytes;
  readonly payloadType: string;
}): Statement | null {
  const parsed = parseStatement(payloadType, payload, { evidence: 'payload', pointer: '' });
  return parsed.ok ? parsed.value : null;
}

/**
 * The signer of a command that keeps a record: one that cannot even be asked, its key file being absent, is a refusal too.
 *
 * @throws UsageError
 */
export async function askedOnRecord(
  flags: Readonly<Record<string, unknown>>,
  command: string,
  ask: () => Opening,
): Promise<Opening> {
  try {
    return ask();
  } catch (error) {
    if (error instanceof UsageError)
      await auditAsked(flags)?.record({
        ...{ command, payload: null, payloadType: '', signer: null, statement: null, claims: {} },
        refused: error.message,
      });
    throw error;
  }
}
