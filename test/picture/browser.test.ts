// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { pictureHtml } from '../../src/report/picture/html.ts';
import { pictureSvg } from '../../src/report/picture/svg.ts';
import { describeBrowser, dumped, measure } from './chromium.ts';
import { MEASURE, type Measured } from './measures.ts';
import { crowd, hostile, picture, twenty } from './views.ts';

const VIEWS = [
  ['20 events', twenty(), 20],
  ['2,000 events, nearly all in one minute', crowd(2000), 2000],
  ['a hostile view', hostile(), 40],
] as const;

describeBrowser('the picture in a browser', () => {
  for (const [name, view, count] of VIEWS) {
    it(`can be read: ${name}`, { timeout: 180_000 }, () => {
      const page = pictureHtml(picture(view));
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(5_000_000);
      const measured = measure<Measured>(page, MEASURE);
      expect(measured).toMatchObject({
        overlapping: [],
        clipped: [],
        faint: [],
        cellsOverflowing: [],
        events: count,
        eventsIncomplete: [],
        tableRows: count,
        scripts: 0,
        linksOutside: 0,
        styled: true,
      });
      expect(measured.texts).toBeGreaterThan(count);
    });
  }

  it('is measured by something that sees what is wrong', () => {
    const wrong = [
      '<text x="800" y="200" class="s10">over</text><text x="803" y="202" class="s10">another</text>',
      '<text x="1100" y="300" class="s11">beyond the edge</text>',
      '<text x="600" y="400" class="s11" style="fill:#aaa">faint</text>',
      '<g class="event" data-row="21"><circle class="dot" cx="9" cy="9" r="3"/></g>',
    ];
    const page = pictureHtml(picture(twenty()))
      .replace(/<\/svg>(?=\s*<\/div>\s*<h2 id="events-heading")/, () => `${wrong.join('')}</svg>`)
      .replace('<td>', `<td><span style="display:inline-block;width:400px">x</span>`);
    const measured = measure<Measured>(page, MEASURE);
    expect(measured.overlapping).toEqual([expect.stringMatching(/over .*another/)]);
    expect(measured.clipped).toEqual([expect.stringMatching(/beyond the edge/)]);
    expect(new Set(measured.faint.map((one) => one.slice(0, 5)))).toEqual(new Set(['faint']));
    expect(measured.eventsIncomplete).toEqual(['21']);
    expect(measured.cellsOverflowing).not.toEqual([]);
  });

  it('lets its own style in by its policy, and no script', () => {
    const page = pictureHtml(picture(twenty()));
    const probe = `<script>document.documentElement.setAttribute('data-ran','yes')</script>`;
    const dom = dumped(page.replace('</body>', `${probe}</body>`), 'html');
    expect(dom).toContain('Every event');
    expect(dom).not.toContain('data-ran="yes"');
  });

  it('is an image of its own', () => {
    const dom = dumped(pictureSvg(picture(twenty())), 'svg');
    expect(dom).toContain('events 1 to 20');
    expect(dom).not.toContain('parsererror');
  });
});
