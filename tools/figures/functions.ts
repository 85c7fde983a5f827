import ts from 'typescript';
import { docOf, nodesOf, placeOf, type Source, type SourcePlace } from './source.ts';

/** A function that has a name: what it is called, how long it is, and how many independent paths lead through it. */
export interface NamedFunction {
  readonly source: Source;
  readonly node: ts.Node;
  readonly name: string;
  readonly lines: number;
  /** McCabe's cyclomatic complexity; a function written inside is part of it unless it has a name of its own. */
  readonly complexity: number;
  readonly doc: string;
}

/** The name of a function with a body, or of a variable or property whose value is a function. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node))
    return node.body && (node.name?.getText() ?? 'default');
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node) && !ts.isPropertyDeclaration(node))
    return undefined;
  const { initializer: value, name } = node;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? name.getText() : undefined;
}

const branching: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
]);

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

function branches(node: ts.Node): boolean {
  return branching.has(node.kind) || (ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind));
}

function complexityOf(root: ts.Node): number {
  let paths = 1;
  const visit = (node: ts.Node): void => {
    if (nameOf(node) !== undefined) return;
    if (branches(node)) paths += 1;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(root, visit);
  return paths;
}

/** The node that a function's doc comment precedes. */
function statementOf(node: ts.Node): ts.Node {
  return ts.isVariableDeclaration(node) ? node.parent.parent : node;
}

/** Every function of a source that has a name. Callbacks without one count as lines of the function around them. */
export function functionsOf(source: Source): readonly NamedFunction[] {
  return nodesOf(source).flatMap((node) => {
    const name = nameOf(node);
    if (name === undefined) return [];
    const text = node.getText(source.code);
    const doc = docOf(source, statementOf(node));
    return [{ source, node, name, lines: text.split('\n').length, complexity: complexityOf(node), doc }];
  });
}

/** The number at a share (0–1) of the sorted lengths; 0 for none. */
export function lengthAt(functions: readonly NamedFunction[], share: number): number {
  const lengths = functions.map(({ lines }) => lines).sort((a, b) => a - b);
  return lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
}

/** Functions above a complexity whose doc comment gives no reason on a line that begins with `Complexity:`. */
export function tooComplex(functions: readonly NamedFunction[], most: number): readonly SourcePlace[] {
  return functions
    .filter(({ complexity, doc }) => complexity > most && !/^[/*\s]*Complexity: \S/m.test(doc))
    .map(({ source, node, name, complexity }) => placeOf(source, node, `${name}: complexity ${complexity}`));
}
