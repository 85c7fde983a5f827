import type { Published } from '../data/published.ts';
import { htmlReply } from '../http/reply.ts';

/** What the edge puts into the published page. */
export interface PageContent {
  readonly title: string;
  readonly html: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const CONTENT = /<!--huice:content-->[\s\S]*<!--\/huice:content-->/;

/** Puts content between the markers of the published page, and its title into the head. */
export async function pageInShell(published: Published, content: PageContent): Promise<Response> {
  const { title, html, status, headers } = content;
  const shell = await published.loadShell();
  const page = shell
    .replace(CONTENT, () => html)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title} · 惠策</title>`);
  return htmlReply(page, status, headers);
}
