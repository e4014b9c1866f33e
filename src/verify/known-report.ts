// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { parseJson } from '../encoding/json.ts';
import {
  asObject,
  isObject,
  optionalString,
  requireArray,
  requireObject,
  requireString,
} from '../encoding/json-fields.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { type FileRange, RangeReader } from '../evidence/file-range.ts';
import { readLines } from '../evidence/line-file.ts';
import type { Bytes, Sha256 } from '../model/bytes.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { attempt, Malformed, type Parsed } from '../model/malformed.ts';
import type { ItemFacts, ReportHead } from '../model/report.ts';
import { LINES_FORMAT } from '../report/ndjson.ts';
import { readItemFacts } from '../report/read-items.ts';
import { type FactsKey, factsKey, type KnownFacts, mayBeKept } from './known-facts.ts';

/** What `--trusted-root-digest` and `--max-root-age` ask is asked again, of the roots of this run. */
const ASKED_ANEW: ReadonlySet<string> = new Set(['trust.age', 'trust.digest']);

/** Where the facts of an item stand, and the SHA-256 of that line; or the item itself. */
type Kept = { readonly place: FileRange; readonly sha256: string } | { readonly text: string };

interface Row {
  readonly kept: Kept;
  readonly facts: Pick<ItemFacts, 'name' | 'kind' | 'artifacts'>;
  readonly evidence: string;
}

/**
 * The items of an earlier report, JSON or lines of it, as facts that need not be found again. Nothing shows that this tool wrote
 * it: whoever names it vouches for it. Of a report in lines nothing but the places of its items is held.
 */
export class KnownReport implements KnownFacts {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly keys: ReadonlySet<FactsKey>;
  /** Why nothing of it is used: what was asked otherwise; null: it is. */
  readonly differs: string | null;
  readonly #kept: ReadonlyMap<FactsKey, Kept>;
  readonly #reader = new RangeReader();

  private constructor(
    { name, sha256, size }: { readonly name: string; readonly sha256: string; readonly size: number },
    kept: ReadonlyMap<FactsKey, Kept>,
    differs: string | null,
  ) {
    this.name = name;
    this.sha256 = sha256;
    this.size = size;
    this.differs = differs;
    this.#kept = differs === null ? kept : new Map();
    this.keys = new Set(this.#kept.keys());
  }

  /** Reasons: those of the JSON readers; `input-not-recognised` where it is no report, or one that has no end. */
  static open(path: string, asked: ReportHead): Parsed<KnownReport> {
    const reading = new Reading(path);
    const read = attempt(() => readLines(path, (line, place) => reading.take(line, place)));
    if (!read.ok) return read;
    if (!read.value.ok) return read.value;
    const file = { name: path, ...read.value.value };
    return attempt(() => new KnownReport(file, reading.kept(), reading.differs(asked)));
  }

  recall(key: FactsKey): ItemFacts | null {
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    const text = 'text' in kept ? kept.text : this.#textAt(kept);
    if (text === null) return null;
    const { checks, ...facts } = readItemFacts(itemOf(encodeUtf8(text)), '');
    const own = checks.filter(({ id }) => !ASKED_ANEW.has(id));
    return { ...facts, checks: own, reused: { report: this.sha256 } };
  }

  close(): void {
    this.#reader.close();
  }

  /** What stood there when the file was digested, and nothing else. */
  #textAt({ place, sha256 }: Extract<Kept, { place: FileRange }>): string | null {
    const read = this.#reader.read(place);
    return read.ok && sha256Hex(read.value) === sha256 ? new TextDecoder().decode(read.value) : null;
  }
}

function itemOf(bytes: Bytes): JsonValue {
  const value = asObject(parseJson(bytes), '');
  return value['item'] ?? value;
}

/** A report as it is read: its head, a row for each item, the digests of its inputs. */
class Reading {
  readonly #path: string;
  readonly #rows: Row[] = [];
  #head: JsonObject | null = null;
  #end: JsonObject | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  take(line: Bytes, place: FileRange): boolean {
    const value = asObject(parseJson(line), '');
    if (this.#end !== null) throw this.#foreign('it goes on behind its end');
    if (this.#head === null) {
      if (value['format'] === 'forensic-verify/report@v1') this.#whole(value);
      else if (value['format'] === LINES_FORMAT) this.#head = requireObject(value, 'head', '');
      else throw this.#foreign('it is no report of this tool in JSON or ndjson');
    } else if (isObject(value['item'])) this.#row(value['item'], { place, sha256: sha256Hex(line) });
    else this.#end = requireObject(value, 'end', '');
    return true;
  }

  kept(): Map<FactsKey, Kept> {
    if (this.#head === null || this.#end === null)
      throw this.#foreign('it has no end: the run that wrote it did not end');
    const digests = new Map<string, Sha256>();
    for (const [i, one] of requireArray(this.#end, 'inputs', '').entries()) {
      const input = asObject(one, `/inputs/${i}`);
      const name = requireString(input, 'name', `/inputs/${i}`);
      digests.set(name, requireString(input, 'sha256', `/inputs/${i}`) as Sha256);
    }
    const kept = new Map<FactsKey, Kept>();
    for (const { facts, evidence, kept: place } of this.#rows) {
      const digest = digests.get(evidence);
      if (digest === undefined) continue;
      const about = facts.artifacts.map((one) => ({ name: one.name, digests: new Map(Object.entries(one.digests)) }));
      kept.set(factsKey(digest, facts.name, facts.kind, about), place);
    }
    return kept;
  }

  /** In words, what was asked otherwise there. */
  differs(asked: ReportHead): string | null {
    const head = this.#head ?? {};
    if (asked.question === undefined) return 'a shared secret is asked for, which no report tells';
    if (head['question'] === undefined) return 'it is of single files';
    const same = (name: keyof ReportHead) => text(head[name] ?? null) === text(asked[name] as JsonValue);
    const names = [
      'tool',
      'at',
      'atSource',
      'criteria',
      'policy',
      'toleranceSeconds',
      'revocation',
      'question',
    ] as const;
    const others = names.filter((name) => !same(name));
    if (others.length > 0) return `it was made under another ${others.join(', ')}`;
    return asked.atSource === 'clock'
      ? "the instant is the machine's clock, and no other run has the same: give --at"
      : null;
  }

  #whole(report: JsonObject): void {
    this.#head = report;
    this.#end = report;
    for (const item of requireArray(report, 'items', '')) {
      this.#row(asObject(item, '/items'), { text: JSON.stringify(item) });
    }
  }

  #row(item: JsonObject, kept: Kept): void {
    const facts = readItemFacts(item, '');
    const read = facts.checks.find(({ id }) => id === 'input.read');
    if (read === undefined || facts.registrySigned === true || !mayBeKept(facts)) return;
    const { name, kind, artifacts } = facts;
    if (optionalString(item, 'indication', '') === undefined) throw this.#foreign('an item has no judgement');
    if (name.startsWith(read.at.evidence))
      this.#rows.push({ kept, facts: { name, kind, artifacts }, evidence: read.at.evidence });
  }

  #foreign(why: string): Malformed {
    return new Malformed('input-not-recognised', `${this.#path}: ${why}`);
  }
}

function text(value: JsonValue): string {
  return new TextDecoder().decode(canonicalJson(value ?? null));
}
