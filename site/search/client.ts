import { closed, phrase } from './spaced.ts';

/** What is used of Pagefind's own script, which is loaded with the first search. */
interface Pagefind {
  readonly search: (query: string) => Promise<{ readonly results: readonly Hit[] }>;
}

interface Hit {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Found>;
}

interface Found {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
}

const MOST = 20;
const form = document.querySelector<HTMLFormElement>('#search');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
const list = document.querySelector<HTMLElement>('#results');
const status = document.querySelector<HTMLElement>('#status');

let loading: Promise<Pagefind> | undefined;

function pagefind(): Promise<Pagefind> {
  const script = '/pagefind/pagefind.js';
  loading ??= import(/* @vite-ignore */ script) as Promise<Pagefind>;
  return loading;
}

/** The pages in which every term stands as it was typed, best first. */
async function find(query: string): Promise<readonly Hit[]> {
  const engine = await pagefind();
  const terms = query.split(/\s+/).filter((term) => term !== '');
  const found = await Promise.all(terms.map((term) => engine.search(phrase(term))));
  const [first, ...rest] = found.map(({ results }) => results);
  return (first ?? []).filter(({ id }) => rest.every((results) => results.some((hit) => hit.id === id)));
}

async function show(query: string): Promise<void> {
  if (list === null || status === null) return;
  list.replaceChildren();
  if (query === '') {
    status.textContent = '请输入要找的词。';
    return;
  }
  status.textContent = '正在搜索……';
  try {
    const hits = await find(query);
    status.textContent =
      hits.length === 0
        ? `没有找到“${query}”。可以换短一点的词，或看政策目录。`
        : `找到 ${hits.length} 份政策。`;
    for (const hit of hits.slice(0, MOST)) list.append(entry(await hit.data()));
  } catch {
    status.textContent = '搜索暂时打不开，请看政策目录。';
  }
}

function entry(found: Found): HTMLElement {
  const item = document.createElement('li');
  item.className = 'card';
  const heading = document.createElement('h2');
  heading.append(link(found.url, closed(found.meta.title ?? found.url)));
  item.append(heading);
  for (const part of found.sub_results.slice(0, 4)) {
    const line = document.createElement('p');
    line.append(link(part.url, closed(part.title)), '：', ...excerpt(part.excerpt));
    item.append(line);
  }
  return item;
}

function link(url: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = text;
  return anchor;
}

/** The excerpt as nodes: text and marks only, whatever the index holds. */
function excerpt(html: string): readonly (string | HTMLElement)[] {
  return closed(html)
    .split(/(<mark>.*?<\/mark>)/)
    .map((part) => {
      const marked = /^<mark>(.*)<\/mark>$/.exec(part);
      if (marked === null) return plain(part);
      const mark = document.createElement('mark');
      mark.textContent = plain(marked[1] ?? '');
      return mark;
    });
}

function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

if (form !== null && input !== null && input !== undefined) {
  form.hidden = false;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?${new URLSearchParams({ q: input.value.trim() })}`);
    void show(input.value.trim());
  });
  if (input.value !== '') void show(input.value.trim());
}
