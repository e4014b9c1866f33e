// SPDX-License-Identifier: Apache-2.0
import type { Markup } from './markup.ts';

const WIDTHS = Array.from({ length: 60 }, (_, i) => `.w${i + 1}{width:${i + 1}%}`).join('');

/** What every page shares: letters, tables, colours of the outcomes, and how it prints. Light only: it is read in court. */
export const PAGE_CSS = `
:root{color-scheme:light}
body{margin:0 auto;padding:28px 24px;max-width:1120px;background:#fff;color:#1c2430;font:14px/1.5 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif}
h1{font-size:24px;line-height:1.25;font-weight:600;margin:0 0 4px;overflow-wrap:anywhere}h2{font-size:17px;font-weight:600;margin:36px 0 8px;padding-top:10px;border-top:1px solid #d7dde4}
p{margin:6px 0;overflow-wrap:anywhere}.muted{color:#55606e}ul{margin:6px 0;padding-left:22px}li{overflow-wrap:anywhere}a{color:#1c3f6e}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12px;line-height:1.4;margin:8px 0}
caption{text-align:left;color:#55606e;padding:0 0 6px}
th,td{text-align:left;vertical-align:top;padding:5px 8px;border-bottom:1px solid #e3e8ee;overflow-wrap:anywhere;font-weight:400}
thead th{color:#55606e;border-bottom:1px solid #9aa5b1}tr:target th,tr:target td{background:#fff6d6}
.mono{font-family:Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;font-size:11px}
.verdict{display:inline-block;border:2px solid;border-radius:4px;padding:4px 14px;font-weight:700;font-size:16px;margin:10px 0}
.good{color:#1f5a37}.bad{color:#8f1d1d}.warn{color:#6b4a00}
.untrusted th,.untrusted td{background:#fdf8ec}
${WIDTHS}
@page{size:A4 landscape;margin:11mm}
@media print{table{font-size:8pt}body{padding:0;max-width:none;font-size:10pt}h2{break-after:avoid;margin-top:5mm;border:0;padding:0}thead{display:table-header-group}tr{break-inside:avoid}a{color:inherit;text-decoration:none}.screen{display:none}.scroll{overflow:visible}}
`.trim() as Markup;
