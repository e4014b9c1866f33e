// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/policy.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { Item, Report } from '../model/report.ts';
import { type Attributes, element, join, type Markup, text } from './html/markup.ts';
import { sourceSentences } from './rendered-from.ts';
import type { TextOptions } from './text.ts';

interface Case {
  readonly markup: Markup;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
}

/**
 * JUnit XML as pipelines collect it. A suite for each item and one for the verdict; a case for each check and for each rule of a
 * policy. A case fails if and only if the verdict rests on it: `failure` where it is refuted, `error` where it is not established;
 * what warns, is waived or was not judged is `skipped`, with its reason. The last suite fails with the verdict itself.
 * The name of the whole says where the report was read from a file.
 */
export function renderJunit(report: Report, { from }: Pick<TextOptions, 'from'> = {}): string {
  const suites = [
    ...report.items.map((item) => suite(item.name, itemCases(item))),
    suite('verdict', [verdictCase(report)]),
  ];
  const counts = sum(suites.map(({ counts: one }) => one));
  const root = element(
    'testsuites',
    { name: [`forensic-verify ${report.tool.version}`, ...sourceSentences(from)].join('; '), ...counts },
    LINE,
    ...suites.map(({ markup }) => join([markup, LINE])),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const LINE = '\n' as Markup;

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suite(name: string, cases: readonly Case[]): { readonly markup: Markup; readonly counts: Counts } {
  const count = (wanted: Case['outcome']): number => cases.filter(({ outcome }) => outcome === wanted).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
  const markup = element(
    'testsuite',
    { name: shown(name), ...counts },
    LINE,
    ...cases.map((one) => join([one.markup, LINE])),
  );
  return { markup, counts };
}

function sum(all: readonly Counts[]): Counts {
  const of = (name: keyof Counts): number => all.reduce((total, one) => total + one[name], 0);
  return { tests: of('tests'), failures: of('failures'), errors: of('errors'), skipped: of('skipped') };
}

function itemCases(item: Item): Case[] {
  return [
    ...item.checks.map((check, i) => checkCase(item, check, item.judgements[i])),
    ...item.judgements.slice(item.checks.length).map((judgement) => ruleCase(item, judgement)),
  ];
}

function checkCase(item: Item, check: Check, judgement: Judgement | undefined): Case {
  const { evidence, pointer } = check.at;
  const place = [evidence === item.name ? '' : evidence, pointer].filter((part) => part !== '').join(' ');
  const name = place === '' ? check.id : `${check.id} ${place}`;
  const said = saidOf(check);
  return testCase(item.name, name, outcomeOf(check.outcome, judgement), judgement?.effect ?? '', said);
}

function saidOf(check: Check): string {
  if (check.outcome === 'passed') return '';
  if (check.outcome === 'skipped') return `not judged, since ${check.because} did not pass`;
  const { says, next } = REASONS[check.reason];
  return `${check.reason}: ${says}\n${escapeText(check.detail, 400)}\nnext: ${next}`;
}

function outcomeOf(outcome: Check['outcome'], judgement: Judgement | undefined): Case['outcome'] {
  if (judgement?.effect === 'rejects') return outcome === 'failed' ? 'failure' : 'error';
  return outcome === 'passed' && judgement?.effect !== 'warns' ? 'passed' : 'skipped';
}

function ruleCase(item: Item, { rule, effect, reason, detail }: Judgement): Case {
  const known = reason !== null && Object.hasOwn(REASONS, reason) ? REASONS[reason as ReasonCode] : null;
  const refuted = known?.indication === 'TOTAL-FAILED';
  const outcome =
    effect === 'rejects' ? (refuted ? 'failure' : 'error') : effect === 'satisfied' ? 'passed' : 'skipped';
  const lines = [known === null ? '' : `${reason}: ${known.says}`, escapeText(detail ?? '', 400)];
  return testCase(item.name, `policy ${rule}`, outcome, effect, lines.filter((one) => one !== '').join('\n'));
}

function verdictCase({ verdict, interrupted, weakenings }: Report): Case {
  const { decision, indication, exitCode } = verdict;
  const said = `${decision} ${indication} (exit ${exitCode})${interrupted === true ? ', interrupted: not all was examined' : ''}`;
  const outcome = decision !== 'reject' ? 'passed' : indication === 'TOTAL-FAILED' ? 'failure' : 'error';
  const less = weakenings.map((one) => `asked less than the defaults: ${escapeText(one, 400)}`);
  return testCase('verdict', 'verdict', outcome, decision, [said, ...less].join('\n'));
}

/** @param said lines that are escaped already; the first is the message */
function testCase(owner: string, name: string, outcome: Case['outcome'], judged: string, said: string): Case {
  const [message = ''] = said.split('\n');
  const about: Attributes = { message, type: judged };
  const body = said.split('\n').map(text);
  const inside: Markup[] =
    outcome === 'passed'
      ? said === ''
        ? []
        : [element('system-out', {}, join(body, '\n'))]
      : outcome === 'skipped'
        ? [element('skipped', { message: [judged, message].filter((part) => part !== '').join(': ') })]
        : [element(outcome, about, join(body, '\n'))];
  return { markup: element('testcase', { classname: shown(owner), name: shown(name) }, ...inside), outcome };
}

function shown(evidence: string): string {
  return escapeText(evidence, 400);
}
