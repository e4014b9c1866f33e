// SPDX-License-Identifier: Apache-2.0
/** The DER reader as the other folders see it: nodes, the cursor over members, and the readers of values. */
export {
  bytesOf,
  checkSetOrder,
  childrenOf,
  contentOf,
  type DerNode,
  derInvalid,
  expectTag,
  isContext,
  readDer,
  TAG,
} from './der-node.ts';
export { DerSequence } from './der-sequence.ts';
export {
  readBitString,
  readBoolean,
  readImplicitIa5,
  readImplicitOid,
  readInteger,
  readNamedBits,
  readNull,
  readOctetString,
  readOid,
  readSmallInteger,
  readString,
  readWholeBitString,
} from './der-values.ts';
