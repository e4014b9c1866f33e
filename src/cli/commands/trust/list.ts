// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { canonicalJson } from '../../../encoding/canonical-json.ts';
import { escapeText } from '../../../encoding/escape-text.ts';
import { formatInstant } from '../../../encoding/rfc3339.ts';
import { decodeUtf8 } from '../../../encoding/utf8.ts';
import { wrapText } from '../../../encoding/wrap-text.ts';
import type { Instant } from '../../../model/instant.ts';
import type { JsonObject } from '../../../model/json.ts';
import { BUNDLED_NAMES, bundledTrustIssuedAt, bundledTrustSource } from '../../../trust/bundled.ts';
import { ROLE_WORDS, type TrustDocument } from '../../../trust/document.ts';
import { isStale, newestAt } from '../../../trust/held/index-file.ts';
import { heldDocument, type TrustStore } from '../../../trust/held/open.ts';
import { describeWindow } from '../../../trust/validity.ts';
import { BaseCommand } from '../../base-command.ts';
import { judgingTime } from '../../session.ts';
import { settle, writeAll, writeJson } from '../../settle.ts';
import { orUsage, storeAsked, trustNamed } from '../../trust-asked.ts';
import { TRUST_SHOW_FLAGS } from '../../trust-show-flags.ts';

interface Row {
  readonly domain: string;
  readonly name: string;
  readonly role: string;
  readonly sha256: string;
  readonly origin: string;
  /** When it was published, or came into the store. */
  readonly since: Instant;
  /** Of what a TUF repository vouched for: when the first of its metadata expires. */
  readonly metadataExpires: Instant | null;
  /** It had when it was imported. */
  readonly stale: boolean;
  readonly tuf: string | null;
  readonly window: string | null;
}

const DAY = 86_400_000_000_000n;

export default class TrustList extends BaseCommand {
  static override summary = 'the roots and keys of this build and of a trust store: domain, origin, digest, age';
  static override examples = [
    '<%= config.bin %> trust list',
    '<%= config.bin %> trust list --store trust/ --at 2026-06-01T00:00:00Z --json',
  ];
  static override flags = {
    ...TRUST_SHOW_FLAGS,
    at: Flags.string({ description: 'the instant to tell ages at (RFC 3339); default: the machine clock' }),
    attime: Flags.string({ description: 'as --at, in seconds since 1970' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parseStrictly(TrustList);
    const { at, isClock } = judgingTime(flags);
    const store = storeAsked(flags.store);
    const rows = [...(await bundledRows()), ...(store === null ? [] : heldRows(store))];
    if (flags.json === true || flags.output === 'json') {
      const document: JsonObject = {
        format: 'forensic-verify/trust-list@v1',
        at: formatInstant(at),
        ...(isClock ? { atSource: 'clock' } : {}),
        store: store === null ? null : { path: store.path.toWellFormed(), sha256: store.sha256 },
        trust: rows.map((row) => ({
          ...row,
          since: formatInstant(row.since),
          metadataExpires: row.metadataExpires === null ? null : formatInstant(row.metadataExpires),
          ageDays: days(at, row),
        })),
      };
      writeJson(`${decodeUtf8(canonicalJson(document))}\n`);
    } else writeAll(1, textOf(rows, at));
    settle(0);
  }
}

async function bundledRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, what] of Object.entries(BUNDLED_NAMES)) {
    const [document] = (await trustNamed(name, null)).documents as [TrustDocument];
    const { role } = document.content;
    const tuf =
      document.content.role === 'tuf-root'
        ? tufText(document.content.root.version, document.content.root.expires)
        : null;
    const origin = `part of this build (${what}), from ${bundledTrustSource()}`;
    rows.push({
      domain: name,
      name,
      role,
      sha256: document.sha256,
      origin,
      since: bundledTrustIssuedAt(),
      metadataExpires: null,
      stale: false,
      tuf,
      window: null,
    });
  }
  return rows;
}

function heldRows(store: TrustStore): Row[] {
  return store.index.domains.flatMap((domain) =>
    domain.documents.map((held): Row => {
      const { content } = orUsage(`--store ${store.path}`, () => heldDocument(store, domain, held));
      const { timestamp } = domain.tuf ?? { timestamp: null };
      const seen = timestamp === null ? '' : `, timestamp ${timestamp.version}`;
      const tuf = content.role === 'tuf-root' ? `${tufText(content.root.version, content.root.expires)}${seen}` : null;
      const { validFor } = held;
      const window = validFor === null ? null : `may sign ${describeWindow(validFor)}`;
      return {
        ...{ domain: domain.name, name: held.name, role: held.role, sha256: held.sha256, origin: held.origin },
        ...{ since: newestAt(held) ?? held.importedAt, tuf, window, stale: isStale(held) },
        metadataExpires: held.metadataExpires ?? null,
      };
    }),
  );
}

function tufText(version: number, expires: Instant): string {
  return `TUF root ${version}, expires ${formatInstant(expires)}`;
}

function days(at: Instant, { since }: Row): number {
  return Number((at - since) / DAY);
}

function textOf(rows: readonly Row[], at: Instant): string {
  const lines: string[] = [];
  let domain = '';
  for (const row of rows) {
    if (row.domain !== domain) lines.push(...(domain === '' ? [] : ['']), escapeText(row.domain));
    domain = row.domain;
    const role = ROLE_WORDS[row.role as keyof typeof ROLE_WORDS];
    lines.push(...wrapText('  ', `${role} ${escapeText(row.name)}`));
    lines.push(`    sha256:${row.sha256}`);
    const age = days(at, row);
    const old = age < 0 ? 'of the future' : `${age} ${age === 1 ? 'day' : 'days'} old`;
    lines.push(...wrapText('    ', `since ${formatInstant(row.since)}, ${old}`));
    if (row.stale && row.metadataExpires !== null)
      lines.push(
        ...wrapText(
          '    ',
          `STALE: its metadata had expired at ${formatInstant(row.metadataExpires)} when it was imported`,
        ),
      );
    if (row.tuf !== null) lines.push(...wrapText('    ', row.tuf));
    if (row.window !== null) lines.push(...wrapText('    ', row.window));
    lines.push(...wrapText('    ', escapeText(row.origin, 512)));
  }
  return `${lines.join('\n')}\n`;
}
