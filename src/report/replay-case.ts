// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { Replay } from '../model/replay.ts';
import type { TimelineRow, TimelineView, WrittenTime } from '../model/timeline-view.ts';
import { CONTEXT, dateTime, hexBinary, Named, type Node, nodeId, type Reference, rowNumber } from './case-graph.ts';

const CUSTODY = 'custody-timeline';

/**
 * CASE/UCO 1.4 as JSON-LD, RFC 8785: a custody event is an InvestigativeAction, an item in a log a ProvenanceRecord, a row of another tool's timeline
 * an Event. What CASE has no words for (what is proven of a time, who vouches for a row, what is wrong with it) stands under `fv:`.
 */
export function renderCase({ view, report }: Replay): string {
  const digest = documentDigest(view);
  const named = {
    actors: new Named('identity', digest, (name) => ({ '@type': 'uco-identity:Identity', 'uco-core:name': name })),
    places: new Named('location', digest, (name) => ({ '@type': 'uco-location:Location', 'uco-core:name': name })),
    items: new Named('item', digest, (name) => ({ '@type': 'uco-observable:ObservableObject', 'uco-core:name': name })),
  };
  const records = new Named('record', digest, (key) => recordOf(key, named.items));
  const tool = { '@id': nodeId('tool', digest, 0n) };
  const sources = view.sources.map((_, i) => sourceNode(view, report.inputs, i, digest));
  const before = new Map<number, string>();
  const rows = view.rows.map((row) => {
    const custody = view.sources[row.source]!.format === CUSTODY;
    const common = commonOf(row, sources[row.source]!);
    return custody
      ? { ...common, ...actionOf(row, { ...named, records, tool }) }
      : { ...common, ...eventOf(row, named) };
  });
  // Each event of a log was informed by the one before it in that log, in whatever order the rows stand here.
  const ofLogs = view.rows
    .map((row, i) => ({ row, i }))
    .filter(({ row }) => view.sources[row.source]!.format === CUSTODY)
    .sort((a, b) => a.row.source - b.row.source || a.row.row - b.row.row);
  for (const { row, i } of ofLogs) {
    const last = before.get(row.source);
    if (last !== undefined) rows[i] = { ...rows[i]!, 'case-investigation:wasInformedBy': { '@id': last } };
    before.set(row.source, rowId(row, true));
  }
  const investigation: Node = {
    '@id': nodeId('investigation', digest, 0n),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': view.title,
    'uco-core:object': [...sources, ...rows].map((node) => ({ '@id': (node as unknown as Reference)['@id'] })),
    'fv:indication': report.verdict.indication,
    ...(view.knownAt === null ? {} : { 'fv:knownAt': dateTime(view.knownAt) }),
    ...(view.filtered === null ? {} : { 'fv:rowsShown': view.filtered.shown, 'fv:rowsOf': view.filtered.of }),
  };
  const toolNode: Node = {
    ...tool,
    '@type': 'uco-tool:Tool',
    'uco-core:name': report.tool.name,
    'uco-tool:version': report.tool.version,
    'uco-tool:toolType': 'Analysis',
  };
  const { actors, places, items } = named;
  const recordNodes = records.all;
  const graph = [
    investigation,
    toolNode,
    ...sources,
    ...rows,
    ...recordNodes,
    ...items.all,
    ...actors.all,
    ...places.all,
  ];
  return `${canonicalText({ '@context': CONTEXT, '@graph': graph })}\n`;
}

/** One for the document: the same sources give the same ids, in whatever order they were named. */
function documentDigest({ sources }: TimelineView): string {
  const sum = sources.reduce((all, { multisetOut }) => all ^ BigInt(`0x${multisetOut.slice(0, 12)}`), 0n);
  return sum.toString(16).padStart(12, '0');
}

function sourceNode(
  view: TimelineView,
  inputs: Replay['report']['inputs'],
  i: number,
  digest: string,
): Node & Reference {
  const { name, format, authenticated, linesIn, rowsOut, badRows, multisetIn } = view.sources[i]!;
  const input = inputs.find((one) => one.name === name);
  const number = BigInt(i) << 2n;
  const content = {
    '@id': nodeId('facet', digest, number + 1n),
    '@type': 'uco-observable:ContentDataFacet',
    ...(input === undefined
      ? {}
      : {
          'uco-observable:sizeInBytes': input.size,
          'uco-observable:hash': {
            '@id': nodeId('hash', digest, number),
            '@type': 'uco-types:Hash',
            'uco-types:hashMethod': 'SHA256',
            'uco-types:hashValue': hexBinary(input.sha256),
          },
        }),
  };
  const file = {
    '@id': nodeId('facet', digest, number),
    '@type': 'uco-observable:FileFacet',
    'uco-observable:fileName': name,
  };
  return {
    '@id': nodeId('source', digest, BigInt(i)),
    '@type': 'uco-observable:File',
    'uco-core:hasFacet': input === undefined ? [file] : [file, content],
    'fv:format': format,
    'fv:authenticated': authenticated,
    'fv:linesIn': linesIn,
    'fv:rowsOut': rowsOut,
    'fv:badRows': badRows,
    'fv:multiset': hexBinary(multisetIn),
  };
}

function rowId(row: TimelineRow, custody: boolean): string {
  return nodeId(custody ? 'action' : 'event', row.hash, rowNumber(row));
}

/** What every row has: what it says, where it stands, and what is known of its times. */
function commonOf(row: TimelineRow, source: Reference): Node {
  const { corrected, proven, times } = row;
  const shifted = corrected !== null && corrected !== times[0]?.instant;
  return {
    'uco-core:name': row.kind,
    'uco-core:description': row.message,
    'fv:source': { '@id': source['@id'] },
    'fv:row': row.id,
    'fv:line': row.line,
    'fv:lineDigest': hexBinary(row.hash),
    'fv:authenticated': row.authenticated,
    'fv:orderUndecided': row.orderUndecided,
    'fv:writtenTime': times.map(writtenOf),
    ...(shifted
      ? { 'fv:correctedTime': dateTime(corrected), 'fv:uncertaintyNanoseconds': String(row.uncertainty) }
      : {}),
    ...(proven.notBefore === null ? {} : { 'fv:provableNotBefore': dateTime(proven.notBefore) }),
    ...(proven.notAfter === null ? {} : { 'fv:provableNotAfter': dateTime(proven.notAfter) }),
    ...(row.digests.length === 0 ? {} : { 'fv:digest': row.digests }),
    ...(row.findings.length === 0
      ? {}
      : { 'fv:finding': row.findings.map(({ reason, detail }) => ({ 'fv:reason': reason, 'fv:detail': detail })) }),
  };
}

function writtenOf({ of, raw, rule, instant }: WrittenTime): Node {
  return {
    'fv:of': of,
    'fv:raw': raw,
    'fv:rule': rule,
    ...(instant === null ? {} : { 'fv:readAs': formatInstant(instant) }),
  };
}

interface Names {
  readonly actors: Named;
  readonly places: Named;
  readonly items: Named;
}

function actionOf(row: TimelineRow, names: Names & { readonly records: Named; readonly tool: Reference }): Node {
  const { actors, places, items, records } = names;
  const record = (item: string): Reference => records.get(`${row.source} ${item}`);
  return {
    '@id': rowId(row, true),
    '@type': 'case-investigation:InvestigativeAction',
    ...time('uco-action:startTime', instantOf(row, 'eventDateTime')),
    ...time('uco-action:endTime', instantOf(row, 'endDateTime')),
    ...(row.actor === null ? {} : { 'uco-action:performer': actors.get(row.actor) }),
    ...(row.place === null ? {} : { 'uco-action:location': places.get(row.place) }),
    ...(row.items.length === 0
      ? {}
      : {
          'uco-action:object': row.items.map((item) => items.get(item)),
          'uco-action:result': row.items.map(record),
        }),
    ...(row.key === null ? {} : { 'fv:performerKey': row.key }),
  };
}

/** A claim, however the row was placed: UCO's own times are never corrected ones. */
function eventOf(row: TimelineRow, { actors, places, items }: Names): Node {
  const context = [
    ...(row.actor === null ? [] : [actors.get(row.actor)]),
    ...(row.place === null ? [] : [places.get(row.place)]),
    ...row.items.map((item) => items.get(item)),
  ];
  return {
    '@id': rowId(row, false),
    '@type': 'uco-core:Event',
    'uco-core:eventType': row.kind,
    ...time('uco-core:startTime', row.times[0]?.instant ?? null),
    ...(context.length === 0 ? {} : { 'uco-core:eventContext': context }),
  };
}

/** One record for an item in one log: two lockers may give one name to two things. */
function recordOf(key: string, items: Named): Node {
  const item = key.slice(key.indexOf(' ') + 1);
  return {
    '@type': 'case-investigation:ProvenanceRecord',
    'case-investigation:exhibitNumber': item,
    'uco-core:object': items.get(item),
  };
}

function instantOf({ times }: TimelineRow, of: string): Instant | null {
  return times.find((one) => one.of === of)?.instant ?? null;
}

function time(name: string, instant: Instant | null): Node {
  return instant === null ? {} : { [name]: dateTime(instant) };
}
