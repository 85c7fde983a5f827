/**
 * The directions of imports between the rooms (ARCHITECTURE.md shows them), and the order of the folders
 * inside each room. tools/layers.ts applies both to `.astro` files as well, which dependency-cruiser does not read, and
 * demands that every folder of source is in the order. test/tools/layers.test.ts shows that each rule fires.
 */

const DOORS = '^clauses/(index|language|answering|explain|authoring)\\.ts$';
/** Where a clause is read and judged: schemas, audit and compiler. The rest of clauses/ evaluates. */
const AUTHORING = '^clauses/authoring(/|\\.ts$)';
const ZOD = '(^|/)node_modules/zod/';
const HONO = '(^|/)node_modules/(hono|@hono/[^/]+)/';

/** The folders of each room, from below: a file imports files of its own folder and of folders before it. */
const FOLDERS = {
  clauses: [
    'clauses/numbers',
    'clauses/language',
    'clauses/answers',
    'clauses/evaluate',
    'clauses/check',
    'clauses/explain',
    'clauses/text',
    'clauses/authoring/issues',
    'clauses/authoring/schema',
    'clauses/authoring/shape',
    'clauses/authoring/compile/scope',
    'clauses/authoring/compile',
    'clauses/authoring/audit',
    'clauses/authoring/examples',
    'clauses/authoring/tables',
    'clauses',
  ],
  views: [
    'views',
    'views/wording',
    'views/wording/rules',
    'views/wording/results',
    'views/form',
    'views/result',
  ],
  site: [
    'site/content/source',
    'site/content/body',
    'site/content/draft',
    'site/content/mutate',
    'site/content/load',
    'site/content/publish',
    'site',
    'site/search',
    'site/scripts',
    'site/components',
    'site/layouts',
    'site/pages',
  ],
  functions: [
    'functions/data',
    'functions/http',
    'functions/schema',
    'functions/form',
    'functions/routes',
    'functions',
  ],
  tools: ['tools/build', 'tools/serve', 'tools/figures', 'tools/manual', 'tools'],
  bench: ['bench/measure', 'bench/generated', 'bench/compare/by-hand', 'bench/compare', 'bench'],
};

/** Folders whose rules apply to everything below them. */
const DEEP = ['site/pages'];
/** What the publishers' pages need in a browser: neither Node nor Astro. */
const WITHOUT_NODE = '^site/content/(source|body|draft|mutate)/';

/** The files of a folder, as a regular expression. @param {string} folder */
const filesOf = (folder) => (DEEP.includes(folder) ? `^${folder}/` : `^${folder}/[^/]+$`);

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const folderOrder = Object.values(FOLDERS).flatMap((folders) =>
  folders
    .slice(0, -1)
    .map((folder, index) =>
      forbid(
        'folder-order',
        'A folder imports only the folders before it in the order of its room.',
        { path: filesOf(folder) },
        { path: folders.slice(index + 1).map(filesOf) },
      ),
    ),
);

module.exports = {
  folders: FOLDERS,
  deepFolders: DEEP,
  forbidden: [
    ...folderOrder,
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
      'What evaluates imports nothing of authoring, not even types: zod must not reach the edge.',
      { path: '^clauses/', pathNot: AUTHORING },
      { path: AUTHORING },
    ),
    forbid(
      'no-door-from-inside',
      'Inner files of clauses/ import each other, never a door.',
      { path: '^clauses/', pathNot: DOORS },
      { path: DOORS },
    ),
    forbid(
      'clauses-by-a-door',
      'Other rooms enter clauses/ by index.ts (evaluate), language.ts (walk and compare clauses), answering.ts (read answers), explain.ts (why) or authoring.ts (schemas, audit, compiler).',
      { path: '^(views|site|functions|tools|bench)/' },
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
      'The site imports clauses, views and packages, never the edge, the tools or the bench.',
      { path: '^site/' },
      { path: '^(functions|tools|bench)/' },
    ),
    forbid(
      'content-without-node',
      'Reading a body, drafting and mutating a policy file also run in a browser.',
      { path: WITHOUT_NODE },
      { path: ['^node:', '(^|/)node_modules/@?astro'] },
    ),
    forbid(
      'content-without-node',
      'Reading a body, drafting and mutating a policy file also run in a browser.',
      { path: WITHOUT_NODE },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'tools-beside',
      'Tools import clauses, views and the content loader (site/content), nothing else of the house.',
      { path: '^tools/' },
      { path: '^(functions|site|bench)/', pathNot: '^site/content/' },
    ),
    forbid(
      'bench-beside',
      'The bench imports clauses, the content loader and the tools.',
      { path: '^bench/' },
      { path: '^(functions|site|views)/', pathNot: '^site/content/' },
    ),
    forbid(
      'test-on-top',
      'Nothing imports a test.',
      { path: '^(clauses|views|site|functions|tools|bench)/' },
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
