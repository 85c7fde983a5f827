import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Markdown with components; bold works where Chinese characters touch it. Nothing is ever run. */
export const markdownParser = unified().use(remarkParse).use(remarkMdx).use(remarkCjkFriendly).freeze();

/** The syntax tree of a body. Its types are those of the parser. */
export type SyntaxTree = ReturnType<typeof markdownParser.parse>;

/** What stands on lines of its own. */
export type FlowNode = SyntaxTree['children'][number];

/** A node of one kind. */
export type FlowNodeOf<Type extends FlowNode['type']> = Extract<FlowNode, { type: Type }>;

/** What stands within a line. */
export type InlineNode = FlowNodeOf<'paragraph'>['children'][number];

/** A node of one kind within a line. */
export type InlineNodeOf<Type extends InlineNode['type']> = Extract<InlineNode, { type: Type }>;

/** A component as it stands in the tree, on lines of its own or within a line. */
export type JsxElement = FlowNodeOf<'mdxJsxFlowElement'> | InlineNodeOf<'mdxJsxTextElement'>;

/** Any node of the tree. */
export type SyntaxNode = FlowNode | InlineNode;
