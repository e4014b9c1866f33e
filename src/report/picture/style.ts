// SPDX-License-Identifier: Apache-2.0
import type { Markup } from '../html/markup.ts';

/**
 * Colours and strokes of the picture. Light, and few: whoever prints it in black and white still tells the shapes apart. The
 * fonts are those whose letters are no wider than the table of text-width.ts.
 */
export const PICTURE_CSS = `
svg.sheet{display:block;background:#fff}
svg.sheet text{font-family:"Segoe UI","Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif;fill:#1c2430;font-weight:400}
svg.sheet .s9{font-size:9px}svg.sheet .s10{font-size:10px}svg.sheet .s11{font-size:11px}
svg.sheet text.b{font-weight:700}svg.sheet text.muted{fill:#55606e}svg.sheet text.bad{fill:#8f1d1d}svg.sheet text.warn{fill:#6b4a00}
svg.sheet .halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
svg.sheet a text{fill:#1c3f6e}
.lane{fill:#fff;stroke:#d7dde4}.item{fill:#fcfdfc}.untrusted{fill:#fdf8ec}.heading{fill:#eef2f6}
.grid{stroke:#e3e8ee;fill:none}.edge{stroke:#c4ccd6;fill:none;stroke-dasharray:1 3}.break{stroke:#8793a1;fill:none}.axis{stroke:#55606e;fill:none}
.bar{stroke-width:1}.proven{fill:#d5e4f3;stroke:#5683b3}.valid{fill:#e6e9f5;stroke:#7c87b8}.unproven{fill:none;stroke:#a9b3bf;stroke-dasharray:1 4}
.through{stroke:none}
.run-out{stroke:none}.run-out.proven{fill:#5683b3}.run-out.valid{fill:#7c87b8}
.dot{fill:#173a63;stroke:#173a63;stroke-width:1}.ring{fill:#fff;stroke-width:1.5}.none{fill:#fff;stroke-dasharray:2 2}
.diamond{fill:#b3261e;stroke:#fff}.cross{fill:none;stroke:#b3261e;stroke-width:2.5}.half{fill:#fff;stroke:#8a5a00;stroke-width:1.5}
.whisker{stroke:#173a63;fill:none}.holding{fill:#4f8a68}.stripe{stroke:#b98900;fill:#fdf1cf;stroke-width:1}
.held{fill:#e1efe6;stroke:#4f8a68}.seal{fill:none;stroke:#4f8a68}.transit{fill:#fff;stroke:#4f6d8a;stroke-dasharray:5 3}.gone{stroke:#55606e;fill:none}.on{fill:#4f8a68}
.gap{fill:#fff;stroke:#b3261e;stroke-width:1}.anchor{fill:#5a3d8a;stroke:#fff}.bracket{stroke:#8a5a00;fill:none}
`.trim() as Markup;
