// SPDX-License-Identifier: Apache-2.0
import { Args } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { wrapText } from '../../../encoding/wrap-text.ts';
import type { JsonObject } from '../../../model/json.ts';
import { validity } from '../../../trust/diff.ts';
import { ROLE_WORDS, type TrustDocument } from '../../../trust/document.ts';
import { entriesOf, type TrustEntry } from '../../../trust/entries.ts';
import { BaseCommand } from '../../base-command.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { type NamedTrust, storeAsked, trustNamed } from '../../trust-asked.ts';
import { TRUST_SHOW_FLAGS } from '../../trust-show-flags.ts';

export default class TrustShow extends BaseCommand {
  static override summary = 'what a trusted root, a key file, a revocation list or a TUF root says';
  static override examples = [
    '<%= config.bin %> trust show sigstore-public-good',
    '<%= config.bin %> trust show 15.root.json',
    '<%= config.bin %> trust show github --store trust/ --json',
  ];
  static override args = {
    name: Args.string({ required: true, description: 'a name of trust list, DOMAIN/DOCUMENT of a store, or a file' }),
  };
  static override flags = { ...TRUST_SHOW_FLAGS };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(TrustShow);
    const named = await trustNamed(operands[0]!, storeAsked(flags.store));
    if (flags.json === true || flags.output === 'json') {
      const documents = named.documents.map((one, i) => documentJson(one, named.origins[i]!));
      const shown: JsonObject = { format: 'forensic-verify/trust@v1', name: named.name.toWellFormed(), documents };
      writeJson(`${decodeUtf8(canonicalJson(shown))}\n`);
    } else writeAll(1, textOf(named));
    settle(0);
  }
}

function documentJson(document: TrustDocument, origin: string): JsonObject {
  const { name, sha256, bytes, content } = document;
  return {
    ...{ name: name.toWellFormed(), role: content.role, sha256, size: bytes.length, origin },
    entries: entriesOf(content).map(({ what, from, to, facts }) => ({
      ...{ what: what.toWellFormed(), facts: { ...facts } },
      ...{ from: from === null ? null : formatInstant(from), to: to === null ? null : formatInstant(to) },
    })),
    setAside: asideOf(document).map(({ what, why }) => ({ what, why })),
  };
}

function asideOf({ content }: TrustDocument) {
  if (content.role === 'trusted-root') return content.roots.flatMap(({ setAside }) => setAside);
  return content.role === 'registry-keys' ? content.keys.setAside : [];
}

function textOf({ documents, origins }: NamedTrust): string {
  const lines = documents.flatMap((document, i) => [
    ...(i === 0 ? [] : ['']),
    ...wrapText('', `${ROLE_WORDS[document.content.role]} ${escapeText(document.name)}`),
    `  sha256:${document.sha256}`,
    ...wrapText('  ', escapeText(origins[i]!, 512)),
    ...entriesOf(document.content).flatMap(entryLines),
    ...asideOf(document).flatMap(({ what, why }) => wrapText('  - ', escapeText(`${what} is set aside: ${why}`))),
  ]);
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: TrustEntry): string[] {
  const window = validity(entry);
  const facts = Object.entries(entry.facts).map(([name, value]) => `${name} ${value}`);
  return [
    ...wrapText('  - ', escapeText(entry.what, 512)),
    ...(window === '' ? [] : wrapText('    ', window)),
    ...facts.flatMap((fact) => wrapText('    ', escapeText(fact, 512))),
  ];
}
