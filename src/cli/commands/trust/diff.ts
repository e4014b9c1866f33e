// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { wrapText } from '../../../encoding/wrap-text.ts';
import type { JsonObject } from '../../../model/json.ts';
import { diffEntries, type TrustChange } from '../../../trust/diff.ts';
import { entriesOf, type TrustEntry } from '../../../trust/entries.ts';
import { BaseCommand } from '../../base-command.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { type NamedTrust, storeAsked, trustNamed } from '../../trust-asked.ts';
import { TRUST_SHOW_FLAGS } from '../../trust-show-flags.ts';
import { UsageError } from '../../usage-error.ts';

export default class TrustDiff extends BaseCommand {
  static override summary = 'what the second says that the first does not, in words; exit 0 whatever differs';
  static override examples = [
    '<%= config.bin %> trust diff sigstore-public-good new.trusted_root.json',
    '<%= config.bin %> trust diff 14.root.json 15.root.json --json',
  ];
  static override args = {
    before: Args.string({ required: true, description: 'a name of trust list, DOMAIN/DOCUMENT of a store, or a file' }),
    after: Args.string({ required: true, description: 'the other one' }),
  };
  static override flags = { ...TRUST_SHOW_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(TrustDiff);
    const store = storeAsked(flags.store);
    const [before, after] = [await trustNamed(operands[0]!, store), await trustNamed(operands[1]!, store)];
    const [a, b] = [rolesOf(before), rolesOf(after)];
    if (!a.some((role) => b.includes(role)))
      throw new UsageError(`${before.name} is ${a.join(' and ')}, ${after.name} is ${b.join(' and ')}: not comparable`);
    const changes = diffEntries(allEntries(before), allEntries(after));
    if (flags.json === true || flags.output === 'json') {
      const document: JsonObject = {
        ...{ format: 'forensic-verify/trust-diff@v1', before: sideJson(before), after: sideJson(after) },
        changes: changes.map(({ kind, what, how }) => ({ kind, what: what.toWellFormed(), how })),
      };
      writeJson(`${decodeUtf8(canonicalJson(document))}\n`);
    } else writeAll(1, textOf(before, after, changes));
    settle(0);
  }
}

const rolesOf = ({ documents }: NamedTrust) => [...new Set(documents.map(({ content }) => content.role))];

function allEntries({ documents }: NamedTrust): TrustEntry[] {
  return documents.flatMap(({ content }) =>
    entriesOf(content).map((entry) => ({ ...entry, id: `${content.role} ${entry.id}` })),
  );
}

function sideJson({ name, documents }: NamedTrust): JsonObject {
  return { name: name.toWellFormed(), sha256: documents.map(({ sha256 }) => sha256) };
}

function textOf(before: NamedTrust, after: NamedTrust, changes: readonly TrustChange[]): string {
  const side = (word: string, { name, documents }: NamedTrust) => [
    ...wrapText(`${word}  `, escapeText(name)),
    ...documents.map(({ sha256 }) => `       sha256:${sha256}`),
  ];
  const lines = changes.flatMap(({ kind, what, how }) => {
    const said = kind === 'changed' ? `${what}: ${how}` : `${what} ${kind}${how === '' ? '' : `, ${how}`}`;
    return wrapText(`${SIGNS[kind]} `, escapeText(said, 1024));
  });
  const same = documentsSame(before, after) ? 'the same octets' : 'nothing is different in what they say';
  return `${[...side('from ', before), ...side('to   ', after), '', ...(lines.length === 0 ? [same] : lines)].join('\n')}\n`;
}

const SIGNS: Readonly<Record<TrustChange['kind'], string>> = { added: '+', removed: '-', changed: '~' };

function documentsSame(a: NamedTrust, b: NamedTrust): boolean {
  return a.documents.map(({ sha256 }) => sha256).join() === b.documents.map(({ sha256 }) => sha256).join();
}
