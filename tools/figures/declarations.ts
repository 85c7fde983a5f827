import ts from 'typescript';
import { docOf, nodesOf, placeOf, type Source, type SourcePlace } from './source.ts';

/** Every explicit `any`. */
export function anyTypes(source: Source): readonly SourcePlace[] {
  return nodesOf(source)
    .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => placeOf(source, node, 'any'));
}

/** Every `as X`. `as const` is no cast, and `as unknown as X` is one. */
export function casts(source: Source): readonly SourcePlace[] {
  return nodesOf(source)
    .filter(ts.isAsExpression)
    .filter(({ type, parent }) => !ts.isConstTypeReference(type) && !ts.isAsExpression(parent))
    .map((node) => placeOf(source, node.type, node.getText().replace(/\s+/g, ' ').slice(-100)));
}

/** Every `switch` over an `op`. */
export function operatorSwitches(source: Source): readonly SourcePlace[] {
  return nodesOf(source)
    .filter(ts.isSwitchStatement)
    .map(({ expression }) => expression)
    .filter(ts.isPropertyAccessExpression)
    .filter(({ name }) => name.text === 'op')
    .map((expression) => placeOf(source, expression, expression.getText()));
}

/** A declaration that a file exports. */
interface Exported {
  readonly name: string;
  readonly node: ts.Node;
  readonly isType: boolean;
}

/** The names that a statement declares. */
function declared(node: ts.Statement): readonly Exported[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => ({
      name: name.getText(),
      node,
      isType: false,
    }));
  const isType =
    ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
  if (!isType && !ts.isFunctionDeclaration(node)) return [];
  return [{ name: node.name?.text ?? 'default', node, isType }];
}

/** The names of `export { a, b }` without a module. */
function listedNames({ code }: Source): ReadonlySet<string> {
  return new Set(
    code.statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier === undefined &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map((each) => (each.propertyName ?? each.name).text)
        : [],
    ),
  );
}

function exportedBy(source: Source): readonly Exported[] {
  const listed = listedNames(source);
  return source.code.statements.flatMap((statement) => {
    const marked =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return declared(statement).filter(({ name }) => marked || listed.has(name));
  });
}

/** How many names a source exports, and those of them without a doc comment. Overloads share one comment. */
export function undocumented(source: Source): {
  readonly all: number;
  readonly bare: readonly SourcePlace[];
} {
  const exported = exportedBy(source);
  const names = new Set(exported.map(({ name }) => name));
  const documented = new Set(
    exported.filter(({ node }) => docOf(source, node) !== '').map(({ name }) => name),
  );
  const bare = [...names]
    .filter((name) => !documented.has(name))
    .flatMap((name) => exported.find((each) => each.name === name) ?? [])
    .map(({ name, node }) => placeOf(source, node, name));
  return { all: names.size, bare };
}

/** Exported types that share their name with an exported type of another file that is declared differently. */
export function clashingTypes(sources: readonly Source[]): readonly SourcePlace[] {
  const byName = new Map<string, { text: string; at: SourcePlace }[]>();
  for (const source of sources)
    for (const { name, node } of exportedBy(source).filter((each) => each.isType)) {
      const text = node.getText(source.code).replace(/\/\*\*[\s\S]*?\*\/|\s+/g, '');
      byName.set(name, [...(byName.get(name) ?? []), { text, at: placeOf(source, node, name) }]);
    }
  return [...byName.values()]
    .filter((same) => new Set(same.map(({ text }) => text)).size > 1)
    .flatMap((same) => same.map(({ at }) => at));
}
