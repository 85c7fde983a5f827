import type { JSX } from 'hono/jsx/jsx-runtime';

/** The markup of a view: text at build and at the edge, nodes in the browser. */
export type View = JSX.Element;
