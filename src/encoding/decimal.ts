// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import { LIMITS } from './limits.ts';

const CANONICAL = new RegExp(`^(?:0|[1-9][0-9]{0,${LIMITS.decimalDigits - 1}})$`);

/**
 * A non-negative decimal as C2SP checkpoints and protobuf's JSON write it: no sign, no leading zero, at most 20 digits.
 *
 * @param what the name of the field, for the message
 * @throws Malformed `decimal-invalid`
 */
export function parseDecimal(text: string, what: string): bigint {
  if (!CANONICAL.test(text)) throw new Malformed('decimal-invalid', `${what} is not a canonical decimal number`);
  return BigInt(text);
}
