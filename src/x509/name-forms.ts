// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

/**
 * How a name stands to one name constraint of its form (RFC 5280 §4.2.1.10). `unclear`: one of both is malformed, or
 * covers some names inside and some outside; it counts against the name, whether the subtree is permitted or excluded.
 */
export type Relation = 'inside' | 'outside' | 'unclear';

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
const MAX_HOST = 253;
const IPV4_LIKE = /^[0-9.]+$/;

/** A host name in lower case, or null where it is none. */
function host(text: string): string | null {
  if (text.length > MAX_HOST) return null;
  const lower = text.toLowerCase();
  return HOST.test(lower) ? lower : null;
}

function isSubdomain(name: string, domain: string): boolean {
  return name.length > domain.length && name.endsWith(domain) && name[name.length - domain.length - 1] === '.';
}

/**
 * dNSName: the constraint itself and everything below it; an empty constraint holds every name.
 * A wildcard stands for one label, so it can reach into an excluded subtree that it does not lie in.
 */
export function dnsWithin(name: string, constraint: string): Relation {
  const wildcard = name.startsWith('*.');
  const base = host(wildcard ? name.slice(2) : name);
  const domain = constraint === '' ? '' : host(constraint);
  if (base === null || domain === null) return 'unclear';
  if (domain === '' || base === domain || isSubdomain(base, domain)) return 'inside';
  if (wildcard && isSubdomain(domain, base) && !domain.slice(0, -base.length - 1).includes('.')) return 'unclear';
  return 'outside';
}

/** rfc822Name: one mailbox, all mailboxes of one host, or with a leading period those of all hosts below a domain. */
export function mailboxWithin(name: string, constraint: string): Relation {
  const mailbox = splitMailbox(name);
  if (mailbox === null) return 'unclear';
  if (constraint.includes('@')) {
    const wanted = splitMailbox(constraint);
    if (wanted === null) return 'unclear';
    return mailbox.local === wanted.local && mailbox.host === wanted.host ? 'inside' : 'outside';
  }
  return hostWithin(mailbox.host, constraint);
}

/** Quoted local parts are not taken apart: they are `unclear`. */
function splitMailbox(text: string): { local: string; host: string } | null {
  const at = text.indexOf('@');
  const local = text.slice(0, at);
  const domain = host(text.slice(at + 1));
  if (at < 1 || domain === null || /[\s"\\]/.test(local)) return null;
  return { local, host: domain };
}

/** uniformResourceIdentifier: its host, which must be a name and no address. */
export function uriWithin(name: string, constraint: string): Relation {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(name)?.[1];
  if (authority === undefined || authority.includes('\\')) return 'unclear';
  const behindUser = authority.slice(authority.lastIndexOf('@') + 1);
  const domain = host(behindUser.replace(/:[0-9]*$/, ''));
  if (domain === null || IPV4_LIKE.test(domain)) return 'unclear';
  return hostWithin(domain, constraint);
}

/** A host constraint of rfc822Name and URI: exact, or with a leading period everything below and not the domain itself. */
function hostWithin(name: string, constraint: string): Relation {
  const below = constraint.startsWith('.');
  const domain = host(below ? constraint.slice(1) : constraint);
  if (domain === null) return 'unclear';
  return (below ? isSubdomain(name, domain) : name === domain) ? 'inside' : 'outside';
}

/** iPAddress: address and mask in the constraint, the mask a CIDR prefix (RFC 4632). */
export function ipWithin(address: Bytes, constraint: Bytes): Relation {
  const size = constraint.length / 2;
  if ((size !== 4 && size !== 16) || (address.length !== 4 && address.length !== 16)) return 'unclear';
  if (!isPrefixMask(constraint.subarray(size))) return 'unclear';
  if (address.length !== size) return 'outside';
  for (let i = 0; i < size; i++) {
    if ((((address[i] as number) ^ (constraint[i] as number)) & (constraint[size + i] as number)) !== 0)
      return 'outside';
  }
  return 'inside';
}

function isPrefixMask(mask: Bytes): boolean {
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits);
}
