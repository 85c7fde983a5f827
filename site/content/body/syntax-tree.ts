import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Parses Markdown with components, and bold text next to Chinese characters. It never executes anything. */
export const markdownParser = unified().use(remarkParse).use(remarkMdx).use(remarkCjkFriendly).freeze();

/** The syntax tree of a body, with the types of the parser. */
export type SyntaxTree = ReturnType<typeof markdownParser.parse>;

/** A node on lines of its own. */
export type FlowNode = SyntaxTree['children'][number];

/** A node of one type on lines of its own. */
export type FlowNodeOf<Type extends FlowNode['type']> = Extract<FlowNode, { type: Type }>;

/** A node within a line. */
export type InlineNode = FlowNodeOf<'paragraph'>['children'][number];

/** A node of one type within a line. */
export type InlineNodeOf<Type extends InlineNode['type']> = Extract<InlineNode, { type: Type }>;

/** A component, on lines of its own or within a line. */
export type JsxElement = FlowNodeOf<'mdxJsxFlowElement'> | InlineNodeOf<'mdxJsxTextElement'>;

/** Any node of the tree. */
export type SyntaxNode = FlowNode | InlineNode;
