// SPDX-License-Identifier: Apache-2.0
import { type Bytes, bytes, hex, sha256, utf8 } from '../bytes.ts';
import { type Case, passes, refuted } from '../case.ts';
import { ASKED_AT } from '../world.ts';

// Timelines as other tools write them: by their public descriptions where no public sample is given. Each holds what such files do hold:
// times that are zero, rows that are broken, names that are no text.

const replay = (file: string): string[] => ['replay', file, '--at', ASKED_AT];

export function timelineCases(): Case[] {
  return [
    passes(
      'timeline-plaso-json-line',
      'plaso json_line: each class of date_time, a time that is not set, local time, a line that is cut',
      { 'events.jsonl': plasoJson() },
      replay('events.jsonl'),
    ),
    passes(
      'timeline-plaso-dynamic',
      'plaso dynamic: quotes that belong to the text, a zero date, a row with a column too few',
      { 'dynamic.csv': plasoDynamic() },
      replay('dynamic.csv'),
    ),
    passes(
      'timeline-l2tcsv',
      'l2tcsv: months before days, zones of its own column, zero dates, a zone that nobody can know',
      { 'l2t.csv': l2tcsv() },
      replay('l2t.csv'),
    ),
    passes(
      'timeline-timesketch-csv',
      'Timesketch CSV with a byte order mark and CRLF: line ends inside quotes, a time without a zone, two times that disagree',
      { 'sketch.csv': timesketchCsv() },
      replay('sketch.csv'),
    ),
    passes(
      'timeline-timesketch-jsonl',
      'Timesketch JSONL: microseconds beyond 2^53, a row without a time, a member twice',
      { 'sketch.jsonl': timesketchJsonl() },
      replay('sketch.jsonl'),
    ),
    passes(
      'timeline-bodyfile',
      'a body file of mactime 3.x: zero times, fractions, a name with the separator, one that is no UTF-8, a comment',
      { 'body.txt': bodyfile() },
      replay('body.txt'),
    ),
    passes(
      'timeline-stella',
      'the timeline export of StellaOps in both its forms, with an event id that is there twice',
      { 'timeline.ndjson': stella() },
      replay('timeline.ndjson'),
    ),
    passes(
      'timeline-dfir-custody',
      'a custody log of DFIR-Companion whose links hold: it stays unauthenticated',
      { 'custody.jsonl': dfir() },
      replay('custody.jsonl'),
    ),
    passes(
      'timeline-dfir-custody-edited',
      'the same log with one line taken out and one changed: the links show it, as findings of rows',
      { 'custody.jsonl': dfir((lines) => [lines[0]!, lines[2]!.replace('"accessed"', '"exported"'), lines[3]!]) },
      replay('custody.jsonl'),
    ),
    passes(
      'timeline-clock',
      'a workstation 25 hours slow, measured once: rows near that instant are corrected, the others have no time any more',
      { 'ws-7.csv': slowClock() },
      [...replay('ws-7.csv'), '--clock', 'ws-7.csv=-PT25H+-PT2S@2026-02-01T12:00:00Z~PT24H'],
    ),
    refuted(
      'timeline-columns--timeline-format',
      'timeline.format',
      'a Timesketch CSV without the columns that it must have',
      { 'sketch.csv': 'message,when,timestamp_desc\nlogin,2026-02-01T12:00:00Z,Logon\n' },
      [...replay('sketch.csv'), '--format', 'timesketch-csv'],
    ),
  ];
}

function plasoJson(): string {
  const event = (dateTime: string, timestamp: string, message: string): string =>
    `{"__container_type__": "event", "__type__": "AttributeContainer", "date_time": ${dateTime}, "hostname": "ws-7", "message": "${message}", "sha256_hash": "${hex(sha256(utf8(message)))}", "timestamp": ${timestamp}, "timestamp_desc": "Content Modification Time", "username": "-"}`;
  const value = (name: string, more: string): string =>
    `{"__class_name__": "${name}", "__type__": "DateTimeValues"${more === '' ? '' : `, ${more}`}}`;
  const lines = [
    event(value('PosixTime', '"timestamp": 1769947200'), '1769947200000000', 'seconds'),
    event(value('PosixTimeInNanoseconds', '"timestamp": 1769947200123456789'), '1769947200123457', 'nanoseconds'),
    event(value('Filetime', '"timestamp": 134144208001234567'), '1769947200123457', 'filetime'),
    event(value('WebKitTime', '"timestamp": 13414420800123456'), '1769947200123456', 'webkit'),
    event(value('CocoaTime', '"timestamp": 791640000.5'), '1769947200500000', 'cocoa'),
    event(value('OLEAutomationDate', '"timestamp": 46054.5'), '1769947200000000', 'ole'),
    event(value('FATDateTime', '"fat_date_time": 1610636353'), '1769947200000000', 'fat'),
    event(
      value('TimeElementsInMilliseconds', '"time_elements_tuple": [2026, 2, 1, 13, 0, 0, 250], "time_zone_offset": 60'),
      '1769947200250000',
      'elements with an offset',
    ),
    event(
      value('TimeElements', '"is_local_time": true, "time_elements_tuple": [2026, 2, 1, 13, 0, 0]'),
      '1769947200000000',
      'local time',
    ),
    event(value('NotSet', '"string": "Not set"'), '0', 'not set'),
    event(value('PosixTime', '"timestamp": 1769947200'), '1769950800000000', 'an hour apart'),
    event(value('Filetime', '"timestamp": 134144208001234567'), '1769947200123457', 'cut').slice(0, 180),
  ];
  return `${lines.join('\n')}\n`;
}

function plasoDynamic(): string {
  return [
    'datetime,timestamp_desc,source,source_long,message,parser,display_name,tag',
    '2026-02-01T12:00:00.123456789+00:00,Creation Time,FILE,File stat,"C:\\Program Files\\a.exe" started,filestat,OS:/a,-',
    '0000-00-00T00:00:00.000000+00:00,Not a time,FILE,File stat,nothing is known of it,filestat,OS:/a,-',
    'Invalid,Not a time,FILE,File stat,invalid,filestat,OS:/a,-',
    '2026-02-01T12:00:01+00:00,Creation Time,FILE,File stat,one column too few,filestat',
    '2026-02-01T12:00:02+01:00,Creation Time,FILE,File stat,"a quote that never ends,filestat,OS:/a,-',
    '2026-02-01T12:00:03+00:00,Creation Time,FILE,File stat,the row after it,filestat,OS:/a,-',
    '',
  ].join('\n');
}

function l2tcsv(): string {
  const row = (date: string, time: string, zone: string, desc: string): string =>
    `${date},${time},${zone},M...,FILE,File stat,Content Modification Time,alice,ws-7,short,${desc},2,OS:/a,-,-,filestat,-`;
  return [
    'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra',
    row('02/01/2026', '12:00:00', 'UTC', 'in utc'),
    row('02/01/2026', '07:00:00', 'EST', 'in new york'),
    row('02/01/2026', '13:00:00', '+01:00', 'by an offset'),
    row('00/00/0000', '--:--:--', '-', 'a zero date'),
    row('13/32/2026', '12:00:00', 'UTC', 'no such day'),
    row('02/01/2026', '12:00:00', 'Europe/Amsterdam', 'a place'),
    row('02/01/2026', '12:00:00', '-', 'no zone'),
    '',
  ].join('\n');
}

function timesketchCsv(): Bytes {
  return bytes(
    [0xef, 0xbb, 0xbf],
    utf8(
      [
        '"message","timestamp","datetime","timestamp_desc","user"',
        '"one, with a comma and a ""quote""","1769947200000000","2026-02-01T12:00:00+00:00","Logon","alice"',
        '"two lines\nin one field","1769947260000000","2026-02-01T12:01:00+0000","Logon","alice"',
        'blank for T,1769947320000000,2026-02-01 12:02:00+00:00,Logon,bob',
        'no zone,,2026-02-01 12:03:00,Logon,bob',
        'they disagree,1769950800000000,2026-02-01T12:04:00Z,Logon,bob',
        'no time,,,Logon,bob',
        'in words,,the first of February,Logon,bob',
        'a "quote" where none may be,,2026-02-01T12:05:00Z,Logon,bob',
        '=HYPERLINK("http://a"),,2026-02-01T12:06:00Z,Logon,bob',
        '<script>alert(1)</script>\u202e\u001b[31m,,2026-02-01T12:07:00Z,Logon,bob',
        '',
      ].join('\r\n'),
    ),
  );
}

function timesketchJsonl(): string {
  return [
    '{"message":"nanoseconds","datetime":"2026-02-01T12:00:00.123456789+00:00","timestamp":1769947200123456,"timestamp_desc":"Logon"}',
    '{"message":"timestamp alone","timestamp":1769947260000001,"timestamp_desc":"Logon"}',
    '{"message":"beyond 2^53","timestamp":253402300799999999,"timestamp_desc":"Logon","record":90071992547409931234}',
    '{"message":"no time at all","timestamp_desc":"Logon"}',
    '{"message":"a member twice","message":"and not the same","datetime":"2026-02-01T12:00:00Z","timestamp_desc":"Logon"}',
    '{"message":17,"datetime":"2026-02-01T12:00:00Z","timestamp_desc":"Logon"}',
    '',
    '{"message":"last, without a line end","datetime":"2026-02-01T12:01:00Z","timestamp_desc":"Logon"}',
  ].join('\n');
}

function bodyfile(): Bytes {
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
  return bytes(
    utf8(`${md5}|/etc/passwd|1234|r/rrw-r--r--|0|0|2048|1769947200|1769947260|1769947320|1769947380\n`),
    utf8('0|/tmp/a|b|c|1235|r/rrw-r--r--|0|0|10|0|1769947200|0|0\n'),
    utf8('0|/tmp/unknown|1236|r/rrw-r--r--|0|0|10|0|0|0|0\n'),
    utf8('0|/tmp/fraction|1237|r/rrw-r--r--|0|0|10|1769947200.25|-1|1769947200.123456789|0\n'),
    utf8('0|/tmp/'),
    [0xff, 0xfe],
    utf8('|1238|r/rrw-r--r--|0|0|10|1769947200|0|0|0\n'),
    utf8('# written by nobody\n'),
    utf8('0|/tmp/broken|1239\n'),
  );
}

function stella(): string {
  const digest = `sha256:${hex(sha256(utf8('payload')))}`;
  const wall = (id: string, second: number): string =>
    `{"event_id":"${id}","t_hlc":"17699472${second}000-gateway-000001","ts_wall":"2026-02-01T12:00:${second}Z","service":"gateway","correlation_id":"scan-7","kind":"scan.completed","payload_digest":"${digest}","engine_version":{"engine":"1.2"}}`;
  return [
    wall('a'.repeat(64), 10),
    wall('b'.repeat(64), 20),
    wall('a'.repeat(64), 30),
    '{"event_id":"01KGCJ9V00EXAMPLEULID00000","tenant":"t-1","timestamp":"2026-02-01T12:00:40Z","category":"redaction_notice","details":{"supersedes":"01KGCJ9V00"},"trace_id":"4bf92f"}',
    '',
  ].join('\n');
}

/** Each line names the SHA-256 of the one before it. */
function dfir(change: (lines: readonly string[]) => readonly string[] = (lines) => lines): string {
  const lines: string[] = [];
  for (const [seq, event] of ['collected', 'accessed', 'accessed', 'exported'].entries()) {
    const last = lines.at(-1);
    const prev = last === undefined ? 'null' : `"${hex(sha256(utf8(last)))}"`;
    const digest = hex(sha256(utf8('an artifact')));
    lines.push(
      `{"artifactPath":"evidence/disk.img","sha256":"${digest}","event":"${event}","collectedBy":"alice","collectedAt":"2026-02-01T12:0${seq}:00.000Z","source":"ws-7","trigger":"manual","seq":${seq + 1},"prevHash":${prev}}`,
    );
  }
  return `${change(lines).join('\n')}\n`;
}

function slowClock(): string {
  const row = (time: string, message: string): string => `${message},${time},Logon`;
  return [
    'message,datetime,timestamp_desc',
    row('2026-01-31T11:00:00Z', 'noon of the day after'),
    row('2026-02-01T10:59:59Z', 'the last second of the day'),
    row('2026-02-03T11:00:00Z', 'two days later'),
    '',
  ].join('\n');
}
