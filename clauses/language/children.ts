import type { Expression } from './expression.ts';

/**
 * The quantities and conditions directly inside an expression, in the order of its keys; none for a leaf. The ends of
 * bands are among them. Code that treats all kinds alike uses this, and needs no change for a new kind.
 *
 * Complexity: one branch for each kind, so that the type check demands a branch for a new kind.
 */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'number':
    case 'fact':
    case 'year':
    case 'notStated':
    case 'asOf':
    case 'oneOf':
    case 'authority':
    case 'reading':
      return [];
    case 'sum':
    case 'product':
    case 'smallest':
    case 'largest':
    case 'difference':
    case 'quotient':
    case 'all':
    case 'any':
    case 'nOf':
      return expression.of;
    case 'later':
    case 'not':
      return [expression.of];
    case 'steps':
      return [expression.of, expression.size];
    case 'compare':
      return [expression.left, expression.right];
    case 'cases':
      return present([...expression.cases.flatMap(({ when, then }) => [when, then]), expression.otherwise]);
    case 'bands':
      return present([
        expression.by,
        expression.of,
        ...expression.rows.flatMap(({ from, to, rate }) => [from, to, rate]),
        expression.otherwise,
      ]);
    case 'total':
      return present([expression.of, expression.where]);
    case 'count':
      return present([expression.where]);
    case 'some':
    case 'every':
      return [expression.where];
  }
}

function present(expressions: readonly (Expression | undefined)[]): readonly Expression[] {
  return expressions.filter((expression) => expression !== undefined);
}

/** An expression and all expressions inside it at any depth, each before its children; empty for an absent one. */
export function subtree(expression: Expression | null | undefined): readonly Expression[] {
  return expression ? [expression, ...children(expression).flatMap((child) => subtree(child))] : [];
}
