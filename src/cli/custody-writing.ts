// SPDX-License-Identifier: Apache-2.0
import { composeEvent, type LogPlace } from '../attest/compose-event.ts';
import { type JudgedLog, judgeLog, type NotPassed, whatChanges, whatIsBroken } from '../attest/judge-event.ts';
import { signEvent } from '../attest/sign-event.ts';
import { keySigner } from '../attest/signers/key.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { nativeEngine } from '../crypto/engine.ts';
import type { SigningKey } from '../crypto/private-key.ts';
import type { ChainAsked } from '../custody/chain.ts';
import { ROLES, type Role } from '../custody/event-types.ts';
import { parseDuration } from '../encoding/duration.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Bytes } from '../model/bytes.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import { GrowingLog, sizeOf } from '../store/growing-log.ts';
import { Lock } from '../store/lock.ts';
import { machineClock } from './clock.ts';
import { custodyAsked, fileSource } from './custody-asked.ts';
import { saidOf, timesOf } from './custody-said.ts';
import { type Refused, refuseEvent, tellEvent, type Written } from './custody-told.ts';
import { host } from './host.ts';
import { tellMessage } from './message.ts';
import { processesHere } from './processes.ts';
import { stored } from './report-sink.ts';
import type { JudgingTime } from './session.ts';
import { OutputError, writeAll } from './settle.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** What a command makes of a log as it stands: an event, or what speaks against one. */
export type Planned =
  | PlannedEvent
  | { readonly refused: { readonly why: string; readonly checks: readonly NotPassed[] } };

export interface PlannedEvent {
  readonly type: string;
  /** Members of the predicate that are this command's own. */
  readonly own: JsonObject;
  /** Where it is not what the log says: of `open`, and of a change of policy. */
  readonly place?: Partial<LogPlace>;
  readonly actor?: Actor;
}

export interface Actor {
  readonly id: string;
  readonly role: Role;
}

export interface Writing {
  readonly command: string;
  readonly path: string;
  readonly flags: Flags;
  readonly keys: readonly SigningKey[];
  /** Whether the log begins with this event. */
  readonly opens: boolean;
  readonly plan: (log: JudgedLog, asked: ChainAsked) => Planned;
  /** Another command's work is recorded: nothing is told, and a log that cannot be written ends that command. */
  readonly quietly?: true;
}

/**
 * Writes one event: under the lock, whatever a stopped writer has left is finished first; the log is judged without and with the new line, and
 * a line that would make a check fail is shown and not written.
 */
export async function writeEvent(writing: Writing): Promise<void> {
  const { path, flags, keys } = writing;
  const wait = waitOf(flags['wait'] as string | undefined);
  if (flags['purpose'] === undefined) throw new UsageError('missing: --purpose (why)');
  const { asked, judged } = await custodyAsked(flags);
  const question: ChainAsked = {
    ...asked,
    keys: writing.opens ? [...asked.keys, ...keys.map(given)] : asked.keys,
    keep: false,
  };
  if (flags['dry-run'] === true) {
    await write({ ...writing, log: null, question, judged, notices: [] });
    return;
  }
  const lock = stored(() => Lock.take(path, processesHere(), wait));
  try {
    const log = stored(() => new GrowingLog(path));
    // Told at once: whatever comes of the event, these things were done.
    const notices = [...lock.notices, ...log.notices];
    for (const notice of notices) tellMessage(notice);
    // Whoever has waited reads the clock again: the line before this one may have been written meanwhile.
    const now = judged.isClock ? { ...judged, at: clockNow() } : judged;
    const current = { ...question, at: now.at };
    const more = finished(log, current);
    for (const notice of more) tellMessage(notice);
    await write({ ...writing, log, question: current, judged: now, notices: [...notices, ...more] });
  } finally {
    stored(() => lock.release());
  }
}

/** Later than when the command began; of a command that a program hands its clock to, that clock. */
function clockNow(): Instant {
  const { owned, startedAt } = host();
  const now = machineClock();
  return owned && now > startedAt ? now : startedAt;
}

const CRITERION = 'an event is appended only where no check fails that did not fail before';

interface Ready extends Writing {
  /** null: nothing is written. */
  readonly log: GrowingLog | null;
  readonly question: ChainAsked;
  readonly judged: JudgingTime;
  readonly notices: readonly string[];
}

async function write(ready: Ready): Promise<void> {
  const { path, flags, keys, log, question, judged, opens, notices } = ready;
  const { at } = judged;
  const engine = question.engine.id;
  const source = opens && stored(() => sizeOf(path) ?? 0) === 0 ? emptySource(path) : fileSource(path, []);
  const before = read(judgeLog(source, [], question));
  if (before.torn > 0)
    throw new OutputError(
      `${path}: ${before.torn} octets stand after the last line feed, and no writer of this tool has left word of them: nothing is appended; see what they are with custody verify`,
    );
  if (opens && before.lines > 0)
    throw new UsageError(`${path} is there already, with ${before.lines} lines: it is opened once`);
  if (!opens && before.lines === 0) throw new UsageError(`${path} holds no line: a log begins with custody open`);
  const broken = whatIsBroken(before.checks);
  if (broken.length > 0) {
    refuse({
      ...ready,
      engine,
      criterion: CRITERION,
      checks: broken,
      why: 'the log itself does not verify, so that nothing can be appended to it',
    });
    return;
  }
  const planned = ready.plan(before, question);
  if ('refused' in planned) {
    refuse({ ...ready, engine, criterion: CRITERION, ...planned.refused });
    return;
  }
  const { origin, caseId, head } = before;
  const place: LogPlace = {
    origin: origin ?? '',
    caseId: caseId ?? '',
    seq: before.lines,
    prev: head,
    policyDigest: before.rules.digest,
    ...planned.place,
  };
  const { id, role } = planned.actor ?? actorOf(flags, before, keys);
  const behalf = flags['on-behalf-of'] as string | undefined;
  const more: JsonObject = {
    ...saidOf(flags, planned.own),
    performer: { id, role, ...(behalf === undefined ? {} : { onBehalfOf: behalf }) },
    purpose: flags['purpose'] as string,
  };
  const payload = attempt(() =>
    composeEvent(place, { type: planned.type, ...timesOf(flags, formatInstant(at)), more }),
  );
  if (!payload.ok) throw new UsageError(`the event cannot be written: ${payload.problem.detail}`);
  const line = await signed(payload.value, keys);
  const after = read(judgeLog(source, [line], question, before));
  const { refused, open } = whatChanges(before.checks, after.checks);
  if (refused.length > 0) {
    refuse({
      ...ready,
      engine,
      criterion: CRITERION,
      checks: refused,
      why: `with this ${planned.type} the log would not verify`,
    });
    return;
  }
  // Nothing is written that could not be told.
  writeAll(1, '');
  if (log !== null) stored(() => log.append(line));
  const written: Written = {
    path,
    seq: place.seq,
    type: planned.type,
    line,
    hash: sha256Hex(line),
    lines: after.lines,
    root: after.root,
    notices,
    open,
    isDry: log === null,
  };
  if (ready.quietly !== true) tellEvent(ready.command, written, flags);
}

/** @throws OutputError where the event is the record of another command's work */
function refuse(refused: Refused & { readonly quietly?: true }): void {
  if (refused.quietly !== true) {
    refuseEvent(refused);
    return;
  }
  const [first] = refused.checks;
  const found = first === undefined ? '' : `: ${first.reason}: ${first.detail}`;
  throw new OutputError(`${refused.path}: nothing was recorded: ${refused.why}${found}`);
}

/** What a stopped writer has left is judged as every line is, and only then finished. */
function finished(log: GrowingLog, question: ChainAsked): string[] {
  const { pending, path } = log;
  if (pending === null) return [];
  const source = (sizeOf(path) ?? 0) === 0 ? emptySource(path) : fileSource(path, []);
  const before = read(judgeLog(source, [], question));
  const after = read(judgeLog(source, [pending.line], question, before));
  const wrong = [...whatIsBroken(before.checks), ...whatChanges(before.checks, after.checks).refused][0];
  if (wrong !== undefined)
    throw new OutputError(
      `${path}.pending was left by a writer that was stopped, and with its line the log would not verify: ${wrong.reason}: ${wrong.detail}; look at it, and remove it if its event is not to be in the log`,
    );
  stored(() => log.finish());
  const how = pending.written === 0 ? 'before it had appended its line' : 'in the middle of its line';
  return [`a writer was stopped ${how}: event ${after.lines - 1} was finished`];
}

async function signed(payload: Bytes, keys: readonly SigningKey[]): Promise<Bytes> {
  try {
    return await signEvent(
      payload,
      keys.map((key) => keySigner(key, nativeEngine)),
    );
  } catch (error) {
    if (error instanceof Malformed) throw new UsageError(`the event cannot be signed: ${error.detail}`);
    throw error;
  }
}

/** Who acts: as it is said, or else whose the first key is, in the one role that it has. */
export function actorOf(flags: Flags, { ring }: JudgedLog, [key]: readonly SigningKey[]): Actor {
  const known = ring.get(key!.publicKey.fingerprint);
  const id = (flags['actor'] as string | undefined) ?? known?.id ?? null;
  if (id === null) throw new UsageError('missing: --actor (who does it): the log knows no owner of the signing key');
  const said = flags['role'] as string | undefined;
  const roles = [...(known?.roles ?? [])];
  const role = said === undefined ? (roles.length === 1 ? roles[0] : undefined) : ROLES.find((one) => one === said);
  if (role !== undefined) return { id, role };
  throw new UsageError(
    `missing: --role (as what): the signing key may act as ${roles.length === 0 ? 'whatever the log says' : roles.join(', ')}`,
  );
}

function given({ publicKey, scheme }: SigningKey) {
  return { id: null, key: publicKey, scheme };
}

function emptySource(name: string) {
  return { name, each: () => ({ ok: true, value: { torn: 0 } }) as const };
}

function read<T>(parsed: { ok: true; value: T } | { ok: false; problem: { reason: string; detail: string } }): T {
  if (parsed.ok) return parsed.value;
  const { reason, detail } = parsed.problem;
  if (reason === 'input-missing') throw new UsageError(`${detail}: a log begins with custody open`);
  throw new OutputError(`${reason}: ${detail}`);
}

function waitOf(text: string | undefined): number {
  if (text === undefined) return 10_000;
  const length = attempt(() => parseDuration(text));
  if (!length.ok || length.value > 3_600_000_000_000n)
    throw new UsageError('--wait wants 0 to 3600 seconds, such as 10s');
  return Number(length.value / 1_000_000n);
}

export function listOf(flags: Flags, name: string): readonly string[] {
  return (flags[name] as readonly string[] | undefined) ?? [];
}
