// SPDX-License-Identifier: Apache-2.0
import { childrenOf, contentOf, type DerNode, DerSequence, derInvalid, expectTag, TAG } from '../encoding/der.ts';
import { readImplicitIa5, readImplicitOid, readOid } from '../encoding/der-values.ts';
import type { Bytes } from '../model/bytes.ts';
import { attempt } from '../model/malformed.ts';
import { checkName } from './name.ts';

/** GeneralName (RFC 5280 §4.2.1.6). `text` is null where the bytes are not IA5 without NUL: such a name equals nothing. */
export type GeneralName =
  | { readonly kind: 'otherName'; readonly type: string; readonly value: DerNode }
  | { readonly kind: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly text: string | null }
  | { readonly kind: 'directoryName'; readonly name: Bytes }
  | { readonly kind: 'iPAddress'; readonly octets: Bytes }
  | { readonly kind: 'registeredID'; readonly oid: string }
  | { readonly kind: 'x400Address' | 'ediPartyName' };

export type GeneralNameKind = GeneralName['kind'];

/** Implicit tags, except directoryName: a CHOICE is always tagged explicitly. */
const FORMS: ReadonlyMap<number, GeneralNameKind> = new Map([
  [0xa0, 'otherName'],
  [0x81, 'rfc822Name'],
  [0x82, 'dNSName'],
  [0xa3, 'x400Address'],
  [0xa4, 'directoryName'],
  [0xa5, 'ediPartyName'],
  [0x86, 'uniformResourceIdentifier'],
  [0x87, 'iPAddress'],
  [0x88, 'registeredID'],
]);

/** @throws Malformed `der-invalid` */
export function readGeneralName(node: DerNode): GeneralName {
  const kind = FORMS.get(node.tag);
  switch (kind) {
    case undefined:
      throw derInvalid(node, 'is no GeneralName');
    case 'otherName':
      return readOtherName(node);
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier': {
      const text = attempt(() => readImplicitIa5(node));
      return { kind, text: text.ok ? text.value : null };
    }
    case 'directoryName': {
      const members = new DerSequence(node, 'a directoryName', node.tag);
      const name = checkName(members.next('the name'), 'a directoryName');
      members.end();
      return { kind, name };
    }
    case 'iPAddress':
      return { kind, octets: contentOf(node) };
    case 'registeredID':
      return { kind, oid: readImplicitOid(node) };
    default:
      return { kind };
  }
}

function readOtherName(node: DerNode): GeneralName {
  const members = new DerSequence(node, 'an otherName', node.tag);
  const type = readOid(members.next('the type'));
  const wrapper = new DerSequence(members.next('the value'), 'the value of an otherName', 0xa0);
  members.end();
  const value = wrapper.next('the value');
  wrapper.end();
  return { kind: 'otherName', type, value };
}

/** GeneralNames: one or more. @param node a SEQUENCE, or a context tag over one @throws Malformed `der-invalid` */
export function readGeneralNames(node: DerNode): GeneralName[] {
  const names = childrenOf(node).map(readGeneralName);
  if (names.length === 0) throw derInvalid(node, 'is an empty list of names');
  return names;
}

/** The same under its universal tag. @throws Malformed `der-invalid` */
export function readGeneralNameSequence(node: DerNode): GeneralName[] {
  return readGeneralNames(expectTag(node, TAG.sequence, 'a list of names'));
}
