// SPDX-License-Identifier: Apache-2.0
import { type Holding, type Member, memberName } from '../model/holding.ts';
import type { Parsed } from '../model/malformed.ts';
import type { LinkSource } from './layout-context.ts';

/** The links of a folder or archive, found by name alone. `used`: told of each file that was read. */
export function linksIn(holding: Holding, used: (name: string, member: Member) => void): LinkSource {
  const members = new Map(holding.members.map((member) => [member.path, member]));
  const others = new Map(holding.others.map(({ path, what }) => [path, what]));
  return {
    read(folder, file) {
      const path = [...folder, file].join('/');
      const member = members.get(path);
      const name = memberName(holding, path);
      if (member === undefined) {
        const what = others.get(path);
        return what === undefined ? null : unreadable(`${name} is a ${what}, which is not followed`);
      }
      const read = holding.document(member);
      if (!read.ok) return read;
      used(name, member);
      return { ok: true, value: { name, bytes: read.value } };
    },
  };
}

function unreadable(detail: string): Parsed<never> {
  return { ok: false, problem: { reason: 'input-unreadable', detail } };
}
