// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../src/report/html/markdown.ts';

const html = (source: string): string => markdownToHtml(source, 'd');

describe('Markdown of our documents', () => {
  it.each([
    ['# A b', '<h2 id="d-a-b">A b</h2>'],
    ['one\ntwo', '<p>one two</p>'],
    ['- a\n  more\n- b', '<ul><li>a more</li><li>b</li></ul>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['```\na < b\n  c\n```', '<pre>a &lt; b\n  c</pre>'],
    ['       $ x\n         y', '<pre>$ x\n  y</pre>'],
    [
      '| A | B |\n| --- | --- |\n| `x\\|y` | **z** |',
      '<table class="plain"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><code>x|y</code></td><td><strong>z</strong></td></tr></tbody></table>',
    ],
    ['see [that](file.md)', '<p>see that</p>'],
    ['<script>x</script>', '<p>&lt;script&gt;x&lt;/script&gt;</p>'],
    ['<!-- marker -->', ''],
  ])('%j', (source, wanted) => expect(html(source)).toBe(wanted));
  it('comes to an end, and to no markup but its own, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('#', '|', '-', '`', '```', '\n', ' ', '    ', '1. ', '<b>', 'a', '**', '[x](y)')),
        (parts) => {
          const found = html(parts.join(''));
          expect(
            found.replace(
              /<\/?(h[2-6]|p|ul|ol|li|pre|code|strong|table|thead|tbody|tr|th|td)( [a-z]+="[^"<>]*")*>/g,
              '',
            ),
          ).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});
