import type { Published } from '../data/published.ts';
import { htmlReply } from '../http/reply.ts';
import { withinReply } from '../http/reply-limit.ts';

/** What the edge puts into the published page. */
export interface PageContent {
  readonly title: string;
  readonly html: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The published page around the content. */
interface Shell {
  readonly beforeTitle: string;
  readonly beforeContent: string;
  readonly after: string;
}

/** The parts of the page that was read last: it is the same as long as the app runs. */
let latest: { readonly page: string; readonly shell: Shell } | undefined;

function shellOf(page: string): Shell {
  if (latest?.page !== page) latest = { page, shell: split(page) };
  return latest.shell;
}

/** Splits a page at its title and at the markers, both of which stay out. */
function split(page: string): Shell {
  const [title, content] = ['<title>', '<!--huice:content-->'].map((marker) => page.indexOf(marker));
  const [afterTitle, afterContent] = ['</title>', '<!--/huice:content-->'].map(
    (marker) => page.indexOf(marker) + marker.length,
  );
  return {
    beforeTitle: page.slice(0, title),
    beforeContent: page.slice(afterTitle, content),
    after: page.slice(afterContent),
  };
}

/** Puts content between the markers of the published page, and its title into the head. */
export async function pageInShell(published: Published, content: PageContent): Promise<Response> {
  const { title, html, status, headers } = content;
  const { beforeTitle, beforeContent, after } = shellOf(await published.loadShell());
  const page = `${beforeTitle}<title>${title} · 惠策</title>${beforeContent}${html}${after}`;
  return htmlReply(withinReply(page), status, headers);
}

/** Content without the published page around it, for where that cannot be read. */
export function bareReply({ title, html, status, headers }: PageContent): Response {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · 惠策</title>`;
  const page = `<!doctype html><html lang="zh-CN"><head>${head}</head><body><main>${html}</main></body></html>`;
  return htmlReply(page, status, headers);
}
