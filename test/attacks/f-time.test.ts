// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type SealPlan, seal } from '../../scripts/mint/bundle.ts';
import { bytes } from '../../scripts/mint/bytes.ts';
import { AT, WHO } from '../../scripts/mint/case.ts';
import { MESSAGE, MESSAGE_V2 } from '../../scripts/mint/cases/good.ts';
import { sequence, tlv, validityTime } from '../../scripts/mint/der.ts';
import { changed } from '../../scripts/mint/json.ts';
import { SIGNED_AT, SIGNED_SECONDS, signer, tsaA } from '../../scripts/mint/world.ts';
import { readDer } from '../../src/encoding/der.ts';
import { readGeneralizedTimeWithFraction, readTime } from '../../src/encoding/der-time.ts';
import { formatInstant, parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import type { Instant } from '../../src/model/instant.ts';
import { attempt } from '../../src/model/malformed.ts';
import type { SigningTime } from '../../src/model/times.ts';
import { judgeWindow } from '../../src/time/window.ts';
import { type JsonReport, PROJECT } from '../support/cli.ts';
import { accepted, folder, refused, refusesCase, runCase, SHARED_ROOT, verifyBundle } from './evidence.ts';
import { judged } from './program.ts';

const ENTRY = '/verificationMaterial/tlogEntries/0';
const plus = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + 1000 * seconds).toISOString().replace('.000', '');

/** The program as a process whose clock stands at an instant of our choice. */
function clocked(now: string, ...more: readonly string[]): JsonReport & { readonly code: number | null } {
  const bundle = process.env['FORENSIC_VERIFY_TEST_BUNDLE']!;
  const clock = `data:text/javascript,const n=${Date.parse(now)};Date.now=()=>n`;
  const cwd = `${PROJECT}/fixtures/cases/bundle-v0.3-message`;
  const words = [
    'verify',
    'artifact.txt',
    '--bundle',
    'bundle.sigstore.json',
    '--trusted-root',
    SHARED_ROOT,
    ...WHO,
    '--json',
    ...more,
  ];
  const args = ['--permission', '--allow-fs-read=*', '--import', clock, bundle, ...words];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd, env: {}, encoding: 'utf8' });
  return { ...(JSON.parse(stdout) as JsonReport), code: status };
}

describe('a token in a file of its own', () => {
  it('is named by its file, as no place of the bundle is', async () => {
    for (const plan of [MESSAGE, MESSAGE_V2]) {
      const { bundle } = seal(plan);
      const cwd = folder({ 'artifact.txt': 'x', 'bundle.json': bundle, 'token.tsr': 'no token' });
      const words = ['--bundle', 'bundle.json', '--trusted-root', SHARED_ROOT, ...WHO, ...AT];
      const outcome = await judged(['verify', 'artifact.txt', ...words, '--rfc3161-timestamp', 'token.tsr'], cwd);
      expect(outcome.code).toBe(3);
      const failed = outcome.checks.filter(({ id, outcome: is }) => id === 'time.timestamp' && is !== 'passed');
      expect(failed).toMatchObject([{ at: { evidence: 'token.tsr', pointer: '' } }]);
    }
  });
});

describe('F01 · whose clock', () => {
  const reasonsOf = (report: JsonReport) =>
    report.items.flatMap(({ checks }) =>
      checks.flatMap(({ reason }) => (reason === undefined || reason === 'prerequisite-not-passed' ? [] : [reason])),
    );
  it.each(['1970-01-01T00:00:01Z', '2000-01-01T00:00:00Z', '2026-01-31T23:59:00Z', '2026-02-15T00:00:00Z'])(
    'a clock at %s is implausible',
    (now) => {
      const report = clocked(now);
      // A certificate timestamp is then from the future as well.
      expect(reasonsOf(report).filter((reason) => reason !== 'sct-order')).toEqual(['clock-implausible']);
      expect(report.code).toBe(3);
    },
  );
  it.each(['2027-01-01T00:00:00Z', '2038-01-19T03:14:08Z', '2100-01-01T00:00:00Z'])(
    'a clock at %s decides nothing about an old certificate',
    (now) => {
      const report = clocked(now) as JsonReport & {
        code: number | null;
        run: { clock: string };
        limitations: string[];
      };
      expect(report.code).toBe(0);
      expect(report.run.clock).toBe('system (untrusted)');
      expect(report.limitations.join()).toContain('clock');
    },
  );
  it('an instant that is given stands in its place', () => {
    expect(clocked('1970-01-01T00:00:01Z', '--at', '2026-03-01T00:00:00Z').code).toBe(0);
  });
  it('no verified time is no time, inside the window of the certificate too', async () => {
    await refusesCase('rekor-v2-no-timestamp--time-absent');
    const bundle = seal({ ...MESSAGE_V2, stamps: [] }).bundle;
    refused(await verifyBundle(bundle, { at: ['--at', SIGNED_AT] }), 3, 'time-absent');
  });
  it('the examiner’s word opens no window of a certificate', async () => {
    const bundle = seal({ ...MESSAGE_V2, stamps: [] }).bundle;
    const outcome = await verifyBundle(bundle, { more: ['--signed-at', SIGNED_AT] });
    expect([outcome.code, outcome.reasons]).toEqual([3, ['time-absent', 'path-examiner-time']]);
  });
});

describe('F02 · window logic', () => {
  const ask = (...more: string[]) => verifyBundle(MESSAGE, { more });
  it('ends are inclusive', async () => {
    for (const name of ['--not-before', '--not-after']) accepted(await ask(name, SIGNED_AT));
    refused(await ask('--not-before', plus(SIGNED_AT, 1)), 3, 'time-window');
    refused(await ask('--not-after', plus(SIGNED_AT, -1)), 3, 'time-window');
    refused(await ask('--not-before', '2026-02-01T12:00:00.000000001Z'), 3, 'time-window');
    refused(await ask('--not-after', '2026-02-01T11:59:59.999999999Z'), 3, 'time-window');
  });
  it('tolerance is given once, at each edge', async () => {
    accepted(await ask('--not-before', plus(SIGNED_AT, 300), '--skew', '300s'));
    accepted(await ask('--not-after', plus(SIGNED_AT, -300), '--skew', '300'));
    refused(await ask('--not-before', plus(SIGNED_AT, 301), '--skew', '300s'), 3, 'time-window');
    refused(await ask('--not-after', plus(SIGNED_AT, -301), '--skew', '5m'), 3, 'time-window');
  });
  it('tolerance never opens a certificate', async () => {
    const name = 'signed-after-certificate--path-expired';
    refused(await runCase(name, '--skew', '300'), 3, 'path-expired');
  });
  it('tolerance is 0 to 300 seconds', async () => {
    for (const skew of ['301', '301s', '6m', '-1', 'NaN', '1e2', 'Infinity', '', '0x10', '1.5']) {
      expect((await ask(`--skew=${skew}`)).code, skew).toBe(64);
    }
  });
  it('what is no number lies outside', () => {
    const time = {
      source: 'rfc3161-timestamp',
      authority: 'x',
      time: Number.NaN as unknown as Instant,
    } as unknown as SigningTime;
    const window = {
      notBefore: parseRfc3339(SIGNED_AT).time,
      notAfter: parseRfc3339(SIGNED_AT).time,
      skew: 0n,
      examinerDecides: true,
    };
    const check = attempt(() => {
      try {
        return judgeWindow([time], window, { evidence: '', pointer: '' }).outcome;
      } catch {
        return 'threw';
      }
    });
    expect(check).not.toMatchObject({ value: 'passed' });
  });
  it('a window that ends before it starts is a slip', async () => {
    refused(await ask('--not-before', plus(SIGNED_AT, 1), '--not-after', plus(SIGNED_AT, -1)), 64, '--not-after');
  });
});

describe('F03 · lenient Date parsing', () => {
  const lenient = [
    '2026-02-30T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T00:60:00Z',
    '2026-03-01T00:00:60Z',
    '2026-03-01T23:59:60+01:00',
    'Nov 20, 2026',
    '1',
    '0',
    '2026',
    '2026-03-01',
    '2026-1-5T00:00:00Z',
    '2026-03-01T00:00:00',
    '2026-03-01 00:00:00Z',
    '2026-03-01t00:00:00z',
    '2026-03-01T00:00Z',
    '2026-03-01T00:00:00.Z',
    '2026-03-01T00:00:00.0000000001Z',
    '2026-03-01T00:00:00,5Z',
    '2026-03-01T00:00:00+0100',
    '2026-03-01T00:00:00+24:00',
    '2026-03-01T00:00:00Z ',
    '+002026-03-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '1949-12-31T23:59:59Z',
    '10000-01-01T00:00:00Z',
    '٢٠٢٦-03-01T00:00:00Z',
    'now',
    '',
  ];
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  it.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati'])('refuses all of them in %s', async (tz) => {
    process.env['TZ'] = tz;
    for (const text of lenient) {
      expect(
        attempt(() => parseRfc3339(text)),
        text,
      ).toMatchObject({ ok: false, problem: { reason: 'time-invalid' } });
      for (const name of ['--at', '--not-after']) {
        const outcome = await judged(
          [
            'verify',
            'a',
            '--bundle',
            'b',
            '--certificate-identity',
            'x',
            '--certificate-oidc-issuer',
            'y',
            `${name}=${text}`,
          ],
          folder({}),
        );
        expect(outcome.code, `${name} ${text}`).toBe(64);
      }
    }
    expect(formatInstant(parseRfc3339('2026-03-01T01:00:00.123456789+01:00').time)).toBe(
      '2026-03-01T00:00:00.123456789Z',
    );
    expect(formatInstant(parseRfc3339('2038-01-19T03:14:08Z').time)).toBe('2038-01-19T03:14:08Z');
  });
  it('takes the leap second for the one after it, and says so', () => {
    expect(parseRfc3339('2016-12-31T23:59:60Z')).toEqual({
      time: parseRfc3339('2017-01-01T00:00:00Z').time,
      leapSecond: true,
    });
  });
});

describe('F04 · ASN.1 times', () => {
  const utc = (text: string) => tlv(0x17, bytes(text));
  const generalized = (text: string) => tlv(0x18, bytes(text));
  const read = (der: Uint8Array) => attempt(() => formatInstant(readTime(readDer(der)).time));
  it('knows the pivot of 50', () => {
    expect(read(utc('491231235959Z'))).toMatchObject({ value: '2049-12-31T23:59:59Z' });
    expect(read(utc('500101000000Z'))).toMatchObject({ value: '1950-01-01T00:00:00Z' });
    expect(read(generalized('99991231235959Z'))).toMatchObject({ value: '9999-12-31T23:59:59Z' });
    expect(read(utc('690101000000Z'))).toMatchObject({ value: '1969-01-01T00:00:00Z' });
  });
  it.each([
    utc('2602011200Z'),
    utc('260201120000'),
    utc('260201120000+0000'),
    utc('260230120000Z'),
    utc('260201240000Z'),
    utc('26020112000 Z'),
    generalized('20260201120000.5Z'),
    generalized('20260201120000'),
    generalized('20260201120000+0100'),
    generalized('202602011200Z'),
    generalized('20260201120000,5Z'),
    generalized('20260201120060Z'),
  ])('a certificate has none of the other forms (%#)', (der) => {
    expect(read(der)).toMatchObject({ ok: false, problem: { reason: 'time-invalid' } });
  });
  it('a token has fractions without trailing zeros', () => {
    const fraction = (text: string) =>
      attempt(() => formatInstant(readGeneralizedTimeWithFraction(readDer(generalized(text)))));
    expect(fraction('20260201120000.5Z')).toMatchObject({ value: '2026-02-01T12:00:00.5Z' });
    for (const text of ['20260201120000.50Z', '20260201120000.Z', '20260201120000.0Z', '20260201120000.1234567891Z']) {
      expect(fraction(text), text).toMatchObject({ ok: false, problem: { reason: 'time-invalid' } });
    }
  });
  it('a bundle is refused for such a certificate', async () => {
    await refusesCase('certificate-date--time-invalid');
    const plan = (end: Uint8Array): SealPlan => ({
      ...MESSAGE,
      signer: signer({ label: 'leaf F04', change: { validity: sequence(validityTime('2026-02-01T11:55:00Z'), end) } }),
    });
    refused(await verifyBundle(plan(generalized('20260201120500.5Z'))), 3, 'time-invalid');
    const outcome = await verifyBundle(plan(generalized('20260201120500Z')));
    accepted(outcome);
    expect(outcome.findings).toContain('certificate-time-form');
  });
});

describe('F05 · epoch units', () => {
  const { bundle } = seal(MESSAGE);
  const timed = (integratedTime: unknown) =>
    verifyBundle(changed(bundle, { [`${ENTRY}/integratedTime`]: integratedTime as never }));
  it('seconds as text or as number, and they are signed', async () => {
    accepted(await timed(String(SIGNED_SECONDS)));
    accepted(await timed(SIGNED_SECONDS));
    await refusesCase('bundle-integrated-time--time-invalid');
  });
  it.each([
    ['milliseconds', String(SIGNED_SECONDS * 1000)],
    ['nanoseconds', `${SIGNED_SECONDS}000000000`],
    ['2^53 and more', '9007199254740993'],
    ['2^63', '9223372036854775808'],
    ['a negative number', -1],
    ['a negative text', `-${SIGNED_SECONDS}`],
    ['a fraction', SIGNED_SECONDS + 0.5],
    ['an exponent', '1.7699472e9'],
    ['blanks', ` ${SIGNED_SECONDS}`],
    ['a zero in front', `0${SIGNED_SECONDS}`],
    ['a date', SIGNED_AT],
    ['a list', [SIGNED_SECONDS]],
    ['an object', {}],
    ['true', true],
  ])('refuses %s', async (_, value) => {
    const outcome = await timed(value);
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toHaveLength(1);
    expect(outcome.reasons[0]).toMatch(/^(json-shape|time-invalid|promise-mismatch)$/);
  });
  it('zero is not "no time given"', async () => {
    expect((await timed('0')).code).toBe(3);
  });
  it('--attime is whole seconds', async () => {
    for (const text of ['1e9', '-1', '1.5', '01', ' 1', '9999999999999']) {
      expect((await verifyBundle(MESSAGE, { at: [`--attime=${text}`] })).code, text).toBe(64);
    }
    accepted(await verifyBundle(MESSAGE, { at: ['--attime', String(SIGNED_SECONDS + 60)] }));
  });
});

describe('F06 · order of times', () => {
  it('nothing is shown to exist before it was signed', async () => {
    await refusesCase('asked-before-signing--time-order');
    refused(await verifyBundle(MESSAGE, { at: ['--at', '2026-02-01T11:59:59Z'] }), 3, 'time-order');
    accepted(await verifyBundle(MESSAGE, { at: ['--at', SIGNED_AT] }));
  });
  it('the tolerance is that of the question', async () => {
    accepted(await verifyBundle(MESSAGE, { at: ['--at', '2026-02-01T11:59:00Z'], more: ['--skew', '60'] }));
    refused(
      await verifyBundle(MESSAGE, { at: ['--at', '2026-02-01T11:58:59Z'], more: ['--skew', '60'] }),
      3,
      'time-order',
    );
  });
  it('every verified time counts', async () => {
    const late: SealPlan = { ...MESSAGE, stamps: [{ tsa: tsaA, time: '2026-02-01T12:04:00Z' }] };
    refused(await verifyBundle(late, { at: ['--at', '2026-02-01T12:01:00Z'] }), 3, 'time-order');
  });
});
