// SPDX-License-Identifier: Apache-2.0
import { cutText } from '../encoding/escape-text.ts';
import { LIMITS } from '../encoding/limits.ts';
import { CEL_VARIABLES } from './cel-facts.ts';

export type CelExpression = NonNullable<ReturnType<typeof import('@bufbuild/cel').parse>['expr']>;
/**
 * Functions that no expression can name: `tick` stands in the condition of every loop, and counts; `range` around what it
 * goes over, which is copied before the first step; `flat` around what it gathers.
 */
export type CelHidden = 'tick' | 'range' | 'flat';

/** Operators and functions that are deterministic, see nothing but their arguments, and do not depend on a time zone. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['_?_:_', '_&&_', '_||_', '!_', '_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_', '@in', '@not_strictly_false'],
  ...['_+_', '_-_', '_*_', '_/_', '_%_', '-_', '_[_]'],
  ...['size', 'contains', 'startsWith', 'endsWith', 'matches'],
  ...['int', 'uint', 'double', 'string', 'bool', 'type', 'dyn', 'timestamp', 'duration'],
]);

const TYPES: ReadonlySet<string> = new Set([
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'list',
  'map',
  'null_type',
  'type',
]);

/**
 * Walks a syntax tree once: refuses what is not bounded or not known, and puts a step into each loop's condition.
 *
 * @returns the patterns of `matches`
 */
export function refuseUnbounded(root: CelExpression, refused: (why: string) => Error): string[] {
  const patterns: string[] = [];
  let nodes = 0;

  const visit = (one: CelExpression | undefined, names: ReadonlySet<string>, loops: number): void => {
    if (one === undefined) return;
    if (++nodes > LIMITS.celNodes) throw refused(`has more than ${LIMITS.celNodes} parts`);
    const kind = one.exprKind;
    switch (kind.case) {
      case 'constExpr':
        return;
      case 'identExpr':
        if (!names.has(kind.value.name) && !TYPES.has(kind.value.name))
          throw refused(`names "${cutText(kind.value.name, 64)}", which is none of the facts`);
        return;
      case 'selectExpr':
        visit(kind.value.operand, names, loops);
        return;
      case 'callExpr': {
        const { function: name, target, args } = kind.value;
        if (!FUNCTIONS.has(name)) throw refused(`calls "${cutText(name, 64)}", which is no function here`);
        if (name === 'matches') patterns.push(literalPattern(target === undefined ? args[1] : args[0], refused));
        visit(target, names, loops);
        for (const arg of args) visit(arg, names, loops);
        return;
      }
      case 'listExpr':
        for (const element of kind.value.elements) visit(element, names, loops);
        return;
      case 'structExpr':
        if (kind.value.messageName !== '') throw refused('makes a message: only lists and maps can be made');
        for (const { keyKind, value } of kind.value.entries) {
          if (keyKind.case === 'mapKey') visit(keyKind.value, names, loops);
          visit(value, names, loops);
        }
        return;
      case 'comprehensionExpr': {
        const loop = kind.value;
        if (loops >= LIMITS.celLoops) throw refused(`has loops in loops more than ${LIMITS.celLoops} deep`);
        const own = new Set([...names, loop.iterVar, loop.accuVar]);
        if (loop.iterVar2 !== '') own.add(loop.iterVar2);
        visit(loop.iterRange, names, loops);
        visit(loop.accuInit, names, loops);
        const before = nodes;
        visit(loop.loopCondition, own, loops + 1);
        visit(loop.loopStep, own, loops + 1);
        // A step costs what stands in the loop.
        loop.loopCondition = counted(loop.loopCondition, nodes - before);
        visit(loop.result, own, loops);
        loop.iterRange = around('range', loop.iterRange);
        loop.result = around('flat', loop.result);
        return;
      }
      default:
        throw refused('has a part that is not known here');
    }
  };
  visit(root, CEL_VARIABLES, 0);
  return patterns;
}

function literalPattern(argument: CelExpression | undefined, refused: (why: string) => Error): string {
  const kind = argument?.exprKind;
  if (kind?.case === 'constExpr' && kind.value.constantKind.case === 'stringValue')
    return kind.value.constantKind.value;
  throw refused('has a pattern that is not written out: evidence must not bring patterns of its own');
}

function around(name: CelHidden, inner: CelExpression | undefined): CelExpression {
  return expression(call(name, inner === undefined ? [] : [inner]));
}

function counted(condition: CelExpression | undefined, weight: number): CelExpression {
  const constant = expression({
    case: 'constExpr',
    value: message('Constant', { constantKind: { case: 'int64Value', value: BigInt(weight) } }),
  });
  const tick = expression(call('tick' satisfies CelHidden, [constant]));
  return expression(call('_&&_', condition === undefined ? [tick] : [tick, condition]));
}

function call(name: string, args: CelExpression[]): CelExpression['exprKind'] {
  return { case: 'callExpr', value: message('Expr.Call', { function: name, args }) } as CelExpression['exprKind'];
}

function expression(exprKind: unknown): CelExpression {
  return { $typeName: 'cel.expr.Expr', id: 0n, exprKind } as CelExpression;
}

function message(type: string, members: object): object {
  return { $typeName: `cel.expr.${type}`, ...members };
}
