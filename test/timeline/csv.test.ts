// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCsv, OpenQuotes, splitCsv } from '../../src/encoding/csv.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { attempt, Malformed } from '../../src/model/malformed.ts';
import { imported, reasonsOf, refused } from './support.ts';

const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '\\', '\u202e') });
const record = fc.array(field, { minLength: 1, maxLength: 6 });
const HEAD = 'message,datetime,timestamp_desc';
const AT = '2026-02-01T12:00:00Z';

describe('CSV records', () => {
  it('are read as they were written, whatever stands in their fields', () => {
    fc.assert(
      fc.property(record, (fields) => {
        expect(splitCsv(joinCsv(fields)).map(({ text }) => text)).toEqual(fields);
      }),
    );
  });

  it('keep how every field is written', () => {
    fc.assert(
      fc.property(record, (fields) => {
        const text = joinCsv(fields);
        expect(
          splitCsv(text)
            .map(({ raw }) => raw)
            .join(','),
        ).toBe(text);
      }),
    );
  });

  it('are parted where they end, and nowhere inside quotes', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
        const quotes = new OpenQuotes();
        const found: string[] = [];
        let held: string[] = [];
        for (const line of records.map(joinCsv).join('\n').split('\n')) {
          held.push(line);
          if (quotes.take(line)) continue;
          found.push(held.join('\n'));
          held = [];
        }
        expect(held).toEqual([]);
        expect(found.map((one) => splitCsv(one).map(({ text }) => text))).toEqual(records);
      }),
    );
  });

  it('never throw but for what they are: any text is fields or Malformed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') }), (text) => {
        const read = attempt(() => splitCsv(text));
        if (!read.ok) expect(read.problem.reason).toBe('timeline-row-format');
      }),
    );
  });

  it.each([
    ['a"b', 'a quote inside field 1, which does not stand in quotes'],
    ['x,a"', 'a quote inside field 2, which does not stand in quotes'],
    ['"a"b', 'something follows the closing quote of field 1'],
    ['"a" ,b', 'something follows the closing quote of field 1'],
    ['x,"a', 'the quotes of field 2 are not closed'],
    ['"""', 'the quotes of field 1 are not closed'],
  ])('are refused: %s', (text, detail) => {
    expect(() => splitCsv(text)).toThrow(new Malformed('timeline-row-format', detail));
  });
});

describe('tables', () => {
  it('take CRLF, LF and a byte order mark, and say so of the mark', () => {
    const rows = [`a,${AT},Logon`, `"b\r\nc",${AT},Logon`];
    const lf = imported(`${HEAD}\n${rows[0]}\n"b\r\nc",${AT},Logon\n`);
    const crlf = imported(`\ufeff${HEAD}\r\n${rows.join('\r\n')}\r\n`);
    expect(lf.rows.map(({ message }) => message)).toEqual(['a', 'b\r\nc']);
    expect(crlf.rows.map(({ message }) => message)).toEqual(['a', 'b\r\nc']);
    // Octet for octet: another line end is another line.
    expect(lf.rows[0]!.hash).not.toBe(crlf.rows[0]!.hash);
    expect(lf.rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('keep a row of too few or too many fields, and a blank one', () => {
    const part = imported(`${HEAD}\na,${AT}\na,${AT},Logon,more\n\nb,${AT},Logon\n`);
    expect(reasonsOf(part)).toEqual([['timeline-row-format'], ['timeline-row-format'], ['timeline-row-format'], []]);
    expect(part.rows.map(({ message }) => message)).toEqual([`a,${AT}`, `a,${AT},Logon,more`, '', 'b']);
    expect(part.rows[0]!.times[0]!.instant).toBeNull();
    expect([...part.bad]).toEqual(['0.0', '0.1', '0.2']);
    expect(part.source.linesIn).toBe(4);
  });

  it('keep what stands behind quotes that are never closed as one row', () => {
    const part = imported(`${HEAD}\na,${AT},Logon\n"b,${AT},Logon\nc,${AT},Logon\n`);
    expect(part.rows.map(({ message }) => message)).toEqual(['a', `"b,${AT},Logon\nc,${AT},Logon`]);
    expect(part.rows[1]!.findings[0]!.detail).toBe('the quotes of field 1 are not closed');
  });

  it('are refused where such quotes go on beyond the bound', () => {
    const long = `${HEAD}\n"${'x\n'.repeat(LIMITS.timelineRow / 2)}`;
    expect(refused(long)).toBe(
      `limit-exceeded: a field in quotes that begins in line 2 is not closed within ${LIMITS.timelineRow} octets`,
    );
  });

  it('are refused without a column, with one twice, or with too many', () => {
    expect(refused('message,datetime\na,b\n', 'timesketch-csv')).toMatch(
      /no column timestamp_desc among message, datetime/,
    );
    expect(refused(`${HEAD},message\n`, 'timesketch-csv')).toMatch(/the column message is there twice/);
    expect(refused(`${HEAD}${',x'.repeat(LIMITS.timelineColumns)}\n`)).toMatch(/^limit-exceeded/);
    expect(refused('')).toBe('timeline-format: the file is empty');
    expect(refused('\n')).toBe('timeline-format: the first line is blank');
    expect(refused('"message,datetime\n', 'timesketch-csv')).toMatch(/^timeline-format: no column/);
  });

  it('keep a row that is too long, and the rows after it', () => {
    const part = imported(`${HEAD}\n${'x'.repeat(LIMITS.timelineRow)},${AT},Logon\na,${AT},Logon\n`);
    expect(reasonsOf(part)).toEqual([['timeline-row-format'], []]);
    expect(part.rows[0]!.findings[0]!.detail).toMatch(/^limit-exceeded/);
    expect(part.rows[0]!.message).toHaveLength(1025);
  });
});

describe("plaso's tables", () => {
  const COLUMNS = 'datetime,timestamp_desc,source,source_long,message,parser,display_name,tag';
  const row = (message: string): string => `${AT},Logon,LOG,Log,${message},syslog,OS:/a,-`;

  it('leave quotes in fields as they are, also one that is never closed', () => {
    const texts = ['"a"', '"b', 'c"d', '""', 'e'];
    const { rows } = imported([COLUMNS, ...texts.map(row), ''].join('\n'));
    expect(rows.map(({ message }) => message)).toEqual(texts);
  });

  it('take quotes where the commas alone do not fit', () => {
    const { rows } = imported([COLUMNS, row('"a, b"'), row('"c\nd"'), row('e'), ''].join('\n'));
    expect(rows.map(({ message }) => message)).toEqual(['a, b', 'c\nd', 'e']);
  });

  it('begin anew with a whole row, whatever was left open before it', () => {
    const part = imported([COLUMNS, `${AT},Logon,"open`, row('a'), row('b'), ''].join('\n'));
    expect(part.rows.map(({ message }) => message)).toEqual([`${AT},Logon,"open`, 'a', 'b']);
    expect(part.bad.size).toBe(1);
  });
});
