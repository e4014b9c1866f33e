// SPDX-License-Identifier: Apache-2.0
import { CST, Lexer, Parser } from 'yaml';
import { LIMITS } from './limits.ts';

/** Where the text is not what is read here, and why. */
export interface YamlProblem {
  readonly offset: number;
  readonly problem: string;
}

/** What the grammar of YAML has and this reader has not, by the token that begins it. */
const REFUSED: Readonly<Partial<Record<string, string>>> = {
  'byte-order-mark': 'a byte order mark is not read here',
  'directive-line': 'directives are not read here',
  'doc-end': 'one file is one document: nothing ends it but its end',
  alias: 'aliases are not read here: write the value out',
  anchor: 'anchors are not read here: write the value out where it is wanted',
  tag: 'tags are not read here: a value is what it looks like',
  'explicit-key-ind': 'keys with ? before them are not read here',
};

// The lexer marks with these, which are no characters of the text, that a document or a scalar begins or a flow ends wrongly.
const MARKS: readonly string[] = [CST.DOCUMENT, CST.SCALAR, CST.FLOW_END];

/**
 * The tokens of one document, in one pass that is bounded before anything is built from it: number of tokens, depth, and
 * nothing that could make one place of the file speak about another.
 *
 * @param text without the control characters that the lexer uses for its marks
 * @param bound how many tokens it may have
 */
export function yamlTokens(
  text: string,
  bound: number = LIMITS.yamlTokens,
): { readonly tokens: readonly CST.Token[] } | YamlProblem {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  let count = 0;
  let mark = '';
  let header = false;
  let started = false;
  for (const lexeme of new Lexer().lex(text)) {
    const isMark = MARKS.includes(lexeme);
    if (!isMark) {
      if (++count > bound) return { offset, problem: `the file has more than ${bound} tokens` };
      const type = mark === CST.SCALAR ? 'scalar' : (CST.tokenType(lexeme) ?? 'scalar');
      const problem = REFUSED[type];
      if (problem !== undefined) return { offset, problem };
      if (type === 'doc-start') {
        if (started) return { offset, problem: 'one file is one document: a second one begins' };
        started = true;
      } else if (!['space', 'comment', 'newline'].includes(type)) started = true;
      if (!header && type.endsWith('scalar') && lexeme.includes('\n'))
        return { offset, problem: 'the text goes on in the next line: write it in one, or as a block behind |' };
      if (type === 'block-scalar-header') header = true;
      else if (type === 'scalar') header = false;
    }
    mark = lexeme;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document itself, and the scalar on top.
    if (parser.stack.length > LIMITS.yamlDepth + 2)
      return { offset, problem: `the file is nested deeper than ${LIMITS.yamlDepth}` };
    if (!isMark) offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}
