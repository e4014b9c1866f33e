// SPDX-License-Identifier: Apache-2.0

/** What is measured in the page. All lists name at most ten offenders. */
export interface Measured {
  readonly texts: number;
  readonly overlapping: readonly string[];
  readonly clipped: readonly string[];
  readonly faint: readonly string[];
  readonly cellsOverflowing: readonly string[];
  readonly events: number;
  readonly eventsIncomplete: readonly string[];
  readonly tableRows: number;
  readonly scripts: number;
  readonly linksOutside: number;
  readonly styled: boolean;
}

/** Runs in the browser: text boxes, edges, contrast against what lies under each text, and the parts of every event. */
export const MEASURE = `
const few = (list) => list.slice(0, 10);
const say = (t, r) => t.textContent.slice(0, 40) + ' @' + [r.left, r.top, r.right, r.bottom].map(Math.round).join(',');
const out = { overlapping: [], clipped: [], faint: [], cellsOverflowing: [], eventsIncomplete: [] };
const svgs = [...document.querySelectorAll('svg')];
const light = (c) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
const rgb = (s) => { const m = /rgba?\\(([^)]*)\\)/.exec(s); if (!m) return null; const p = m[1].split(',').map(Number); return p[3] === 0 ? null : p; };
const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
const touch = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
let count = 0;
for (const svg of svgs) {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].map((t) => ({ t, r: t.getBoundingClientRect() })).filter(({ r }) => r.width > 0);
  count += texts.length;
  const byTop = [...texts].sort((a, b) => a.r.top - b.r.top);
  for (let i = 0; i < byTop.length; i++) {
    for (let j = i + 1; j < byTop.length && byTop[j].r.top < byTop[i].r.bottom; j++) {
      // The box of a line is taller than its letters: only where the letters' own box is touched is anything hidden.
      const shrink = (r) => ({ left: r.left, right: r.right, top: r.top + r.height * 0.12, bottom: r.bottom - r.height * 0.12 });
      if (touch(shrink(byTop[i].r), shrink(byTop[j].r))) out.overlapping.push(say(byTop[i].t, byTop[i].r) + ' | ' + say(byTop[j].t, byTop[j].r));
    }
  }
  for (const { t, r } of texts) if (r.left < frame.left - 0.5 || r.right > frame.right + 0.5 || r.top < frame.top - 0.5 || r.bottom > frame.bottom + 0.5) out.clipped.push(say(t, r));
  const shapes = [...svg.querySelectorAll('rect,path,circle')].map((s) => ({ s, r: s.getBoundingClientRect(), c: rgb(getComputedStyle(s).fill) }));
  for (const { s, r } of shapes) if (r.left < frame.left - 1.5 || r.right > frame.right + 1.5 || r.bottom > frame.bottom + 1.5) out.clipped.push(s.getAttribute('class') + ' @' + Math.round(r.left) + ',' + Math.round(r.right));
  const filled = shapes.filter(({ c }) => c !== null).sort((a, b) => a.r.top - b.r.top);
  const seen = new Map();
  for (const { t, r } of texts) {
    const ink = rgb(getComputedStyle(t).fill);
    const halo = t.classList.contains('halo');
    const under = halo ? [] : filled.filter((f) => touch(f.r, r) && (t.compareDocumentPosition(f.s) & 2));
    // The last drawn that covers all of it hides what is below; everything after that counts.
    const grounds = [[255, 255, 255], ...under.map((f) => f.c)];
    for (const ground of grounds) {
      const key = ink + '/' + ground;
      if (!seen.has(key)) seen.set(key, contrast(ink, ground));
      if (seen.get(key) < 4.5) out.faint.push(say(t, r) + ' ' + key);
    }
  }
}
for (const e of document.querySelectorAll('h1,h2,p,li,th,td,caption,a,span')) {
  if (!e.textContent.trim()) continue;
  let g = e, ground = null;
  while (g && !(ground = rgb(getComputedStyle(g).backgroundColor))) g = g.parentElement;
  if (contrast(rgb(getComputedStyle(e).color), ground || [255, 255, 255]) < 4.5) out.faint.push(e.tagName + ' ' + e.textContent.slice(0, 30));
}
for (const c of document.querySelectorAll('th,td')) if (c.scrollWidth > c.clientWidth + 1) out.cellsOverflowing.push(c.textContent.slice(0, 60));
const events = [...document.querySelectorAll('g.event')];
for (const e of events) {
  const n = e.getAttribute('data-row');
  const shown = (s) => [...e.querySelectorAll(s)].some((x) => { const r = x.getBoundingClientRect(); return r.width > 0; });
  if (!shown('.dot') || !shown('.bar') || !document.getElementById('e' + n) || !e.querySelector('title')) out.eventsIncomplete.push(n);
}
for (const k of Object.keys(out)) out[k] = few(out[k]);
return { ...out, texts: count, events: new Set(events.map((e) => e.getAttribute('data-row'))).size,
  tableRows: document.querySelectorAll('#events tbody tr').length,
  scripts: document.scripts.length - 1,
  linksOutside: [...document.querySelectorAll('[href],[src],[action],[data]')].filter((e) => !(e.getAttribute('href') || '').startsWith('#')).length,
  styled: getComputedStyle(document.querySelector('table')).tableLayout === 'fixed' };
`;
