// SPDX-License-Identifier: Apache-2.0
import type { EnvelopeKind } from './envelope-kind.ts';
import { opening } from './envelope-kind.ts';
import { pae } from './pae.ts';
import { hasMember, isBundleShaped, isDsseShaped } from './shape.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const TYPE_PREFIX = 'https://in-toto.io/Statement';

/**
 * A statement that nobody has signed: `{"_type": "https://in-toto.io/Statement/v1", "subject": […], "predicateType": …}`.
 * It is opened as the envelope that it lacks, so that the same checks are listed for it. Whether the statement is well formed
 * is the question of the next stage.
 */
export const IN_TOTO_STATEMENT: EnvelopeKind = {
  id: 'in-toto-statement',
  recognises(value) {
    if (isBundleShaped(value) || isDsseShaped(value) || !hasMember(value, '_type')) return false;
    const type = value['_type'];
    return hasMember(value, 'predicateType') || (typeof type === 'string' && type.startsWith(TYPE_PREFIX));
  },
  open: (_value, bytes, at) =>
    opening('in-toto-statement', at, () => ({
      envelope: 'in-toto-statement',
      version: '',
      content: { kind: 'dsse', payloadType: PAYLOAD_TYPE, payload: bytes, pae: pae(PAYLOAD_TYPE, bytes), stored: null },
      signatures: [],
      signer: { kind: 'none' },
      timestamps: [],
      logEntries: [],
      at,
    })),
};
