/**
 * The directions between the rooms of the house (ARCHITECTURE.md shows the picture):
 * content → clauses ← views ← site, views ← functions; tools see clauses, views and site/content.
 *
 * `.astro` files are not read by dependency-cruiser; tools/layers.ts holds their imports to the same
 * directions. test/core/layers.test.ts shows that each rule fires.
 */

const DOORS = '^clauses/(index|answering|explain|authoring)\\.ts$';
/** Where a clause is read and judged: schemas, audit and compiler. The rest of clauses/ evaluates. */
const AUTHORING = '^clauses/(authoring(/|\\.ts$)|.*\\.schema\\.ts$)';
const ZOD = '(^|/)node_modules/zod/';
const HONO = '(^|/)node_modules/(hono|@hono/[^/]+)/';

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycle', 'A file may not lead back to itself, not even by types.', {}, { circular: true }),
    forbid(
      'resolvable',
      'Every import leads somewhere.',
      {},
      { couldNotResolve: true, pathNot: ['^astro:', '^virtual:', '^cloudflare:', '\\.astro$'] },
    ),
    forbid(
      'clauses-alone',
      'The evaluator is pure: it imports nothing but clauses/.',
      { path: '^clauses/', pathNot: AUTHORING },
      { pathNot: '^clauses/' },
    ),
    forbid(
      'authoring-zod-only',
      'Schemas and authoring import nothing but clauses/ and zod.',
      { path: AUTHORING },
      { pathNot: ['^clauses/', ZOD] },
    ),
    forbid(
      'evaluation-without-authoring',
      'What evaluates may take types from schemas and authoring, never code: zod must not reach the edge.',
      { path: '^clauses/', pathNot: AUTHORING },
      { path: AUTHORING, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'no-door-from-inside',
      'Inner files of clauses/ import each other, never a door.',
      { path: '^clauses/', pathNot: DOORS },
      { path: DOORS },
    ),
    forbid(
      'clauses-by-a-door',
      'Other rooms enter clauses/ by index.ts (evaluate), answering.ts (read answers), explain.ts (why) or authoring.ts (schemas, audit, compiler).',
      { path: '^(views|site|functions|tools)/' },
      { path: '^clauses/', pathNot: DOORS },
    ),
    forbid(
      'no-authoring-at-run-time',
      'Views and functions evaluate only: authoring brings zod and the audit with it.',
      { path: '^(views|functions)/' },
      { path: '^clauses/authoring\\.ts$' },
    ),
    forbid(
      'views-below-all',
      'Views import clauses and hono only.',
      { path: '^views/' },
      { pathNot: ['^(clauses|views)/', HONO] },
    ),
    forbid(
      'functions-alone',
      'The edge imports clauses, views, hono and zod only; it reads the published data, not the site.',
      { path: '^functions/' },
      { pathNot: ['^(clauses|views|functions)/', HONO, ZOD] },
    ),
    forbid(
      'site-alone',
      'The site imports clauses, views and packages, never the edge or the tools.',
      { path: '^site/' },
      { path: '^(functions|tools)/' },
    ),
    forbid(
      'tools-beside',
      'Tools import clauses, views and the content loader (site/content), nothing else of the house.',
      { path: '^tools/' },
      { path: '^(functions|site)/', pathNot: '^site/content/' },
    ),
    forbid(
      'test-on-top',
      'Nothing imports a test.',
      { path: '^(clauses|views|site|functions|tools)/' },
      { path: '^test/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.astro|\\.cache|\\.wrangler)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
