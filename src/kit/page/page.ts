// SPDX-License-Identifier: Apache-2.0
import { CHECKS } from '../../model/checks.ts';
import { FINDINGS } from '../../model/findings.ts';
import { INDICATIONS, SUB_INDICATIONS } from '../../model/indications.ts';
import { REASONS, type ReasonEntry } from '../../model/reasons.ts';
import { EXIT_CODES, exitCodeOf } from '../../policy/exit-code.ts';
import { markdownToHtml, slug } from '../../report/html/markdown.ts';
import { element, join, LINE_FEED, type Markup, text } from '../../report/html/markup.ts';
import { htmlPage } from '../../report/html/page.ts';
import { table } from '../../report/html/table.ts';
import { KIT_STYLE } from './style.ts';

/** Help of a command, as it is shown. */
export interface CommandPage {
  readonly words: string;
  readonly help: string;
}

/** A document of ours, in Markdown. */
export interface DocumentPage {
  /** `POLICY.md`. */
  readonly name: string;
  readonly source: string;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
  readonly entries: readonly (readonly [id: string, words: string])[];
}

/**
 * All documentation on one page that stands alone: no script, no load, no link to elsewhere. It is searched by the browser's own search, and
 * by the index at its head, which names every command, document, check, reason and finding.
 */
export function documentationPage(
  version: string,
  commands: readonly CommandPage[],
  documents: readonly DocumentPage[],
): string {
  const sections = [
    ...documents.map(ofDocument),
    ofCommands(commands),
    ofExitCodes(),
    ofChecks(),
    ofReasons(),
    ofFindings(),
  ];
  return htmlPage(`forensic-verify ${version}`, KIT_STYLE, [
    element('h1', {}, text(`forensic-verify ${version}`)),
    element(
      'p',
      {},
      text('This page stands alone: it loads nothing and runs nothing. Search it with the search of your browser.'),
    ),
    element('h2', { id: 'index' }, text('Index')),
    element(
      'div',
      { class: 'index' },
      ...sections.flatMap(({ id, title, entries }) => [
        element('a', { href: `#${id}` }, element('strong', {}, text(title))),
        ...entries.map(([entry, words]) => element('a', { href: `#${entry}` }, text(words))),
      ]),
    ),
    ...sections.flatMap(({ id, title, body }) => [LINE_FEED, element('h2', { id }, text(title)), LINE_FEED, body]),
  ]);
}

function ofDocument({ name, source }: DocumentPage): Section {
  const id = `doc-${slug(name.replace(/\.md$/, ''))}`;
  const [, title = name] = /^# +(.+)$/m.exec(source) ?? [];
  return { id, title, body: markdownToHtml(source.replace(/^# .*\n/, ''), id), entries: [] };
}

function ofCommands(commands: readonly CommandPage[]): Section {
  const ids = commands.map(({ words }) => [`command-${slug(words)}`, words] as const);
  const body = commands.map(({ words, help }, i) =>
    join([
      element('h3', { id: ids[i]![0] }, text(`forensic-verify ${words}`)),
      element('pre', {}, join(help.split('\n').map(text), '\n')),
    ]),
  );
  return { id: 'commands', title: 'Commands', body: join(body, LINE_FEED), entries: ids };
}

function ofExitCodes(): Section {
  const rows = Object.entries(EXIT_CODES).map(([code, says]) => ({
    id: `exit-${code}`,
    cells: [[text(code)], [text(says)]],
  }));
  const words = Object.entries({ ...INDICATIONS, ...SUB_INDICATIONS }).map(([word, says]) => ({
    id: word,
    cells: [[text(word)], [text(says)]],
  }));
  const body = [
    table(
      'Exit codes',
      [
        { heading: 'Exit', width: 10 },
        { heading: 'Means', width: 60 },
      ],
      rows,
    ),
    table(
      'Words of a verdict',
      [
        { heading: 'Word', width: 40 },
        { heading: 'Says', width: 60 },
      ],
      words,
    ),
  ];
  return { id: 'verdicts', title: 'Exit codes and words of a verdict', body: join(body), entries: [] };
}

function ofChecks(): Section {
  const entries = Object.keys(CHECKS).map((check) => [`check-${check}`, check] as const);
  const rows = Object.entries(CHECKS).map(([check, asks]) => ({
    id: `check-${check}`,
    cells: [[text(check)], [text(`${asks}?`)]],
  }));
  const columns = [
    { heading: 'Check', width: 25 },
    { heading: 'Asks', width: 60 },
  ];
  return { id: 'checks', title: 'Checks', body: table('In the order of a report', columns, rows), entries };
}

function ofReasons(): Section {
  const all = Object.entries(REASONS as Readonly<Record<string, ReasonEntry>>);
  const columns = [
    { heading: 'Reason', width: 20 },
    { heading: 'Says', width: 30 },
    { heading: 'Next', width: 30 },
    { heading: 'Verdict', width: 20 },
  ];
  const rows = all.map(([code, { says, next, clause, indication, sub }]) => ({
    id: `reason-${code}`,
    cells: [
      [text(code)],
      [text(says), element('span', { class: 'muted' }, text(clause))],
      [text(next)],
      [text(`${indication} / ${sub}`), text(`exit ${exitCodeOf(sub)}`)],
    ],
  }));
  return {
    id: 'reasons',
    title: 'Reasons',
    body: table('Every way in which a check can end other than passed', columns, rows),
    entries: all.map(([code]) => [`reason-${code}`, code]),
  };
}

function ofFindings(): Section {
  const all = Object.entries(FINDINGS);
  const columns = [
    { heading: 'Finding', width: 25 },
    { heading: 'Says', width: 40 },
    { heading: 'Next', width: 35 },
  ];
  const rows = all.map(([code, { says, next }]) => ({
    id: `finding-${code}`,
    cells: [[text(code)], [text(says)], [text(next)]],
  }));
  return {
    id: 'findings',
    title: 'Findings',
    body: table('Listed, and decide nothing', columns, rows),
    entries: all.map(([code]) => [`finding-${code}`, code]),
  };
}
