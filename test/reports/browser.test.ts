// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { renderHtml } from '../../src/report/page/html.ts';
import { describeBrowser, dumped, measure } from '../picture/chromium.ts';
import { MEASURE, type Measured } from '../picture/measures.ts';
import { reportOf, withText } from './hostile.ts';

const LONG = `${'w'.repeat(300)}<b>"'&\u202e`;
const VIEWS = [
  ['a folder that is accepted', reportOf('folder.json')],
  ['an artifact that is refused', reportOf('altered.json')],
  ['long and hostile words', withText(reportOf('altered.json'), LONG)],
] as const;

const SEEN = `
const headings = [...document.querySelectorAll('h1,h2')].map((e) => e.textContent);
const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1);
return { headings, wide: wide.slice(0, 5).map((e) => e.tagName + ' ' + e.textContent.slice(0, 40)),
  verdict: document.querySelector('.verdict').textContent, rows: document.querySelectorAll('tbody tr').length,
  bold: document.querySelectorAll('b').length };
`;

describeBrowser('the page of a report in a browser', () => {
  for (const [name, report] of VIEWS) {
    it(`can be read: ${name}`, { timeout: 180_000 }, () => {
      const page = renderHtml(report);
      const measured = measure<Measured>(page, MEASURE);
      expect(measured).toMatchObject({
        ...{ faint: [], cellsOverflowing: [], clipped: [], overlapping: [], scripts: 0, linksOutside: 0, styled: true },
      });
      const seen = measure<{ headings: string[]; wide: string[]; verdict: string; rows: number; bold: number }>(
        page,
        SEEN,
      );
      expect(seen.wide).toEqual([]);
      expect(seen.bold).toBe(0);
      expect(seen.verdict).toContain(`exit code ${report.verdict.exitCode}`);
      expect(seen.headings.filter((one) => one.startsWith('Item '))).toHaveLength(report.items.length);
      for (const wanted of ['Criteria enforced', 'Inputs', 'Not done']) expect(seen.headings).toContain(wanted);
      const checks = report.items.flatMap((item) => item.checks).length;
      expect(seen.rows).toBeGreaterThanOrEqual(checks + report.inputs.length);
    });
  }

  it('is measured by something that sees what is wrong', { timeout: 180_000 }, () => {
    const page = renderHtml(reportOf('folder.json')).replace(
      '<td>',
      '<td><span style="display:inline-block;width:900px">x</span>',
    );
    expect(measure<Measured>(page, MEASURE).cellsOverflowing).not.toEqual([]);
  });

  it('lets its own style in by its policy, and no script', { timeout: 180_000 }, () => {
    const probe = `<script>document.documentElement.setAttribute('data-ran','yes')</script>`;
    const dom = dumped(renderHtml(reportOf('folder.json')).replace('</body>', `${probe}</body>`), 'html');
    expect(dom).toContain('Criteria enforced');
    expect(dom).not.toContain('data-ran="yes"');
  });
});
