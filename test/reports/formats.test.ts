// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiOnly } from '../../src/cli/settle.ts';
import { canonicalText } from '../../src/encoding/canonical-json.ts';
import { REASONS } from '../../src/model/reasons.ts';
import type { Report } from '../../src/model/report.ts';
import type { FormatName } from '../../src/report/format-names.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { harmlessText, holdsHidden } from '../../src/report/harmless.ts';
import { REPORT_STYLE } from '../../src/report/page/html.ts';
import { readMarkup } from '../picture/well-formed.ts';
import { reportOf, withText } from './hostile.ts';
import { parseSmallXml } from './xml.ts';

const NAMES = ['folder.json', 'altered.json', 'artifact.json', 'second.json'];
const render = (format: FormatName, report: Report): string => FORMATS[format].render(report, { verbose: true });
/** Never empty: what is empty is left out. */
const NASTY = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`<>&"'/=!-[]; x\`|*_#\\$(){}\n\r\t\u0000\u001b\u202e\ufeff\ud800é😀:@`) }),
  )
  .map((text) => `x${text}`);
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/;

describe('every format', () => {
  it('gives the same octets each time, and ends its last line', () => {
    for (const name of NAMES)
      for (const format of Object.keys(FORMATS) as FormatName[]) {
        const text = render(format, reportOf(name));
        expect(render(format, reportOf(name)), `${name} ${format}`).toBe(text);
        expect(text.endsWith('\n'), format).toBe(true);
      }
  });

  it('shows no control character and no bidirectional mark of hostile text', () => {
    fc.assert(
      fc.property(NASTY, (nasty) => {
        const report = withText(reportOf('folder.json'), nasty);
        for (const format of ['markdown', 'html', 'junit', 'sarif'] as const)
          expect(HIDDEN.exec(render(format, report))?.[0], format).toBeUndefined();
        const text = harmlessText(render('text', report));
        expect(HIDDEN.exec(text)?.[0]).toBeUndefined();
        expect(holdsHidden(report)).toBe(holdsHidden(nasty));
      }),
      { numRuns: 60 },
    );
  });

  it('has one spelling as canonical JSON, and escapes below U+0020 alone; on a terminal all is escaped, with the same value', () => {
    fc.assert(
      fc.property(NASTY, (nasty) => {
        const report = withText(reportOf('folder.json'), nasty.toWellFormed());
        for (const format of ['json', 'ndjson', 'provenance'] as const)
          for (const line of render(format, report).trimEnd().split('\n')) {
            expect(/[\u0000-\u001f]/.test(line), format).toBe(false);
            expect(canonicalText(JSON.parse(line)), format).toBe(line);
            const shown = asciiOnly(line);
            expect([/^[\x20-\x7e]*$/.test(shown), canonicalText(JSON.parse(shown)) === line]).toEqual([true, true]);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('shows nothing of the name of a report file that a terminal would act upon, or that is markup', () => {
    fc.assert(
      fc.property(NASTY, (name) => {
        const from = [{ name, sha256: 'a'.repeat(64) }];
        for (const format of ['text', 'markdown', 'html', 'junit', 'sarif'] as const) {
          const text = FORMATS[format].render(reportOf('artifact.json'), { verbose: false, from });
          expect(HIDDEN.exec(text)?.[0], format).toBeUndefined();
          expect(text.replaceAll(/\s+/g, ' '), format).toContain('nothing was verified again');
          if (format === 'junit') expect(() => parseSmallXml(text)).not.toThrow();
          if (format === 'html') expect(() => readMarkup(text)).not.toThrow();
          if (format === 'sarif') expect(() => JSON.parse(text)).not.toThrow();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is left as it is by what makes texts of files harmless', () => {
    for (const name of NAMES) {
      const text = render('text', reportOf(name));
      expect([harmlessText(text) === text, holdsHidden(reportOf(name))]).toEqual([true, false]);
    }
  });

  it('names verdict, every item, every check and every input for people', () => {
    for (const name of NAMES) {
      const report = reportOf(name);
      for (const format of ['markdown', 'html'] as const) {
        const text = render(format, report);
        const wanted = [
          `exit code ${report.verdict.exitCode}`,
          ...report.items.flatMap(({ checks, notEstablished }) => [...checks.map(({ id }) => id), ...notEstablished]),
          ...report.inputs.flatMap((input) => [input.name, input.sha256]),
          ...report.criteria.map((one) => one.slice(0, 40)),
          ...report.items.flatMap(({ times }) => times.map(({ instant }) => instant)),
        ];
        for (const one of wanted) expect(text.includes(one), `${name} ${format}: ${one}`).toBe(true);
      }
    }
  });
});

describe('HTML', () => {
  it('names the digest of its own style, so that no other is let in', () => {
    const sha256 = createHash('sha256').update(REPORT_STYLE.css).digest('base64');
    expect(REPORT_STYLE.sha256).toBe(sha256);
    expect(render('html', reportOf('folder.json'))).toContain(
      `default-src 'none'; style-src 'sha256-${sha256}'`.replaceAll("'", '&#39;'),
    );
  });

  it('runs nothing and refers to nothing outside', () => {
    const page = render('html', reportOf('altered.json'));
    expect(page).not.toMatch(/url\(|@import|@font-face|<script|\son[a-z]+=|javascript:|style="|(href|src)="(?!#)/i);
  });

  it('has the same elements whatever evidence says', () => {
    const skeleton = (nasty: string) => readMarkup(render('html', withText(reportOf('altered.json'), nasty)));
    const plain = skeleton('harmless');
    fc.assert(
      fc.property(NASTY, (nasty) => {
        expect(skeleton(nasty)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Markdown', () => {
  it('has the same lines, cells and spans whatever evidence says', () => {
    // What stands in a code span is taken out: the rest is ours.
    const skeleton = (nasty: string) =>
      render('markdown', withText(reportOf('altered.json'), nasty)).replace(/`[^`\n|]*`|\(empty\)/g, '`');
    const plain = skeleton('harmless');
    fc.assert(
      fc.property(NASTY, (nasty) => {
        expect(skeleton(nasty)).toBe(plain);
      }),
      { numRuns: 60 },
    );
  });
});

describe('JUnit', () => {
  it('counts what it holds, and is red where and only where the verdict is', () => {
    for (const name of NAMES) {
      const report = reportOf(name);
      const root = parseSmallXml(render('junit', report));
      expect(root.name).toBe('testsuites');
      const suites = root.children.filter((one) => one.name === 'testsuite');
      expect(suites).toHaveLength(report.items.length + 1);
      const count = (of: typeof suites, wanted: string) =>
        of.flatMap((suite) => suite.children).filter((one) => one.children.some((inner) => inner.name === wanted))
          .length;
      for (const [of, owner] of [[suites, root], ...suites.map((suite) => [[suite], suite] as const)] as const) {
        expect(Number(owner.attributes['tests'])).toBe(of.flatMap((suite) => suite.children).length);
        expect(Number(owner.attributes['failures'])).toBe(count([...of], 'failure'));
        expect(Number(owner.attributes['errors'])).toBe(count([...of], 'error'));
        expect(Number(owner.attributes['skipped'])).toBe(count([...of], 'skipped'));
      }
      const red = Number(root.attributes['failures']) + Number(root.attributes['errors']) > 0;
      expect(red, name).toBe(report.verdict.exitCode > 1);
      const checks = report.items.flatMap((item) => item.judgements).length;
      expect(Number(root.attributes['tests'])).toBe(checks + 1);
    }
  });

  it('is XML whatever evidence says', () => {
    const names = (text: string): string[] => [...text.matchAll(/<\/?([a-z-]+)/g)].map(([, name]) => name!);
    const plain = names(render('junit', withText(reportOf('altered.json'), 'harmless')));
    fc.assert(
      fc.property(NASTY, (nasty) => {
        const text = render('junit', withText(reportOf('altered.json'), nasty));
        parseSmallXml(text);
        expect(names(text)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
    readonly results: readonly Result[];
    readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly hashes: object }[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly exitCode: number }[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

describe('SARIF', () => {
  it('has the members that 2.1.0 requires, and its rules from the table of reasons', () => {
    for (const name of NAMES) {
      const report = reportOf(name);
      const sarif = JSON.parse(render('sarif', report)) as Sarif;
      expect([sarif.version, sarif.$schema.includes('2.1.0'), sarif.runs.length]).toEqual(['2.1.0', true, 1]);
      const [run] = sarif.runs as [Sarif['runs'][number]];
      const { rules } = run.tool.driver;
      expect(run.tool.driver.name).toBe('forensic-verify');
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      for (const rule of rules) expect(rule.shortDescription.text).toBe(REASONS[rule.id as keyof typeof REASONS].says);
      expect(run.invocations).toEqual([
        expect.objectContaining({ executionSuccessful: true, exitCode: report.verdict.exitCode }),
      ]);
      expect(run.artifacts).toHaveLength(report.inputs.length);
      const failing = report.items.flatMap(({ checks }) =>
        checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'indeterminate'),
      );
      expect(run.results.length).toBeGreaterThanOrEqual(failing.length);
      expect(run.results.some(({ level }) => level === 'error')).toBe(report.verdict.exitCode > 1);
      for (const { ruleId, ruleIndex, kind, level, message } of run.results) {
        expect(rules[ruleIndex]?.id).toBe(ruleId);
        // 3.27.10: another kind than `fail` has no level but `none`.
        expect([kind, ['error', 'warning', 'note'].includes(level), message.text.length > 0]).toEqual([
          'fail',
          true,
          true,
        ]);
      }
    }
  });

  it('has URI references of names that anybody may have chosen', () => {
    fc.assert(
      fc.property(NASTY, (nasty) => {
        const sarif = JSON.parse(render('sarif', withText(reportOf('altered.json'), nasty))) as Sarif;
        const [run] = sarif.runs as [Sarif['runs'][number]];
        const uris = [
          ...run.artifacts.map(({ location }) => location.uri),
          ...run.results.flatMap(({ locations }) =>
            (locations ?? []).flatMap(({ physicalLocation }) => physicalLocation?.artifactLocation.uri ?? []),
          ),
        ];
        for (const uri of uris) {
          expect(uri).toMatch(/^[A-Za-z0-9._~!'()*%/:-]*$/);
          expect(() => new URL(uri, 'file:///base/')).not.toThrow();
          // No name chooses a scheme or a host.
          expect(new URL(uri, 'file:///base/').href).toMatch(/^file:\/\/\//);
        }
      }),
      { numRuns: 60 },
    );
  });
});
