// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../../crypto/digest.ts';
import { encodeBase64 } from '../../encoding/base64.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Markup } from '../../report/html/markup.ts';
import type { Stylesheet } from '../../report/html/page.ts';
import { PAGE_CSS } from '../../report/html/style.ts';

const CSS = `${PAGE_CSS}
pre{background:#f5f7f9;border:1px solid #e3e8ee;padding:8px 10px;overflow-x:auto;font:12px/1.45 Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
code{font:12px Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;background:#f5f7f9}
table.plain{table-layout:auto}table.plain th,table.plain td{overflow-wrap:break-word}h3,h4,h5{font-size:14px;margin:20px 0 4px}.index{columns:3 220px;font-size:12px}.index a{display:block;text-decoration:none}
:target{background:#fff6d6}` as Markup;

export const KIT_STYLE: Stylesheet = { css: CSS, sha256: encodeBase64(sha256(encodeUtf8(CSS))) };
