// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../src/encoding/utf8.ts';
import { CEL_VARIABLES } from '../../src/policy/cel-facts.ts';
import { readExpect } from '../../src/policy/read-expect.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { RULES } from '../../src/policy/rules.ts';
import { PROJECT } from '../support/cli.ts';
import { tableAsMarkdown } from './product.ts';

const text = readFileSync(join(PROJECT, 'docs/POLICY.md'), 'utf8');
const section = (title: string) => text.split(`${title}\n`)[1]!.split(/\n##+ /)[0]!;
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block!);
const HEAD = 'policy: forensic-verify/policy@v1\nname: of the document\n';

describe('docs/POLICY.md', () => {
  it('prints the table that is committed and tested', () => {
    const printed = text.split('<!-- product -->\n')[1]!.split('<!-- /product -->')[0]!;
    expect(printed.trim()).toBe(tableAsMarkdown().trim());
  });

  it('shows policies that can be read', async () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    for (const block of blocks) {
      if (/^provenance:/m.test(block)) expect(readExpect(encodeUtf8(block), 'spec.yaml').length).toBeGreaterThan(3);
      else {
        const whole = block.startsWith('policy:')
          ? block
          : `${HEAD}require:\n${block.replaceAll(/^/gm, '  ').trimEnd()}\n`;
        await expect(readPolicy(encodeUtf8(whole), 'policy.yaml', ''), block).resolves.toBeDefined();
      }
    }
  });

  it('has a row for every rule, in its half', () => {
    const rows = [...section('## Rules').matchAll(/^\| `([a-z_]+)` \|.*\| ([a-z]+) \|$/gm)];
    expect(rows.map(([, key]) => key).sort()).toEqual(Object.keys(RULES).sort());
  });

  it('names the facts that expressions see, and no other', () => {
    const [, list] = /sees the facts and nothing else: ([^.]+)\./.exec(
      section('### Expressions').replaceAll('\n', ' '),
    )!;
    expect([...list!.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name).sort()).toEqual([...CEL_VARIABLES].sort());
  });

  it('names conversions that are there', () => {
    const files = [...section('## Three conversions').matchAll(/^\| `([a-z-]+\.yaml)`/gm)].map(([, name]) => name!);
    expect(files).toHaveLength(3);
    for (const name of files) expect(existsSync(join(PROJECT, 'offline-kit/policies', name)), name).toBe(true);
  });
});
