import { CHOICES, type Filters, type Found, find } from './engine.ts';
import { closed } from './spaced.ts';

const MOST = 20;
const form = document.querySelector<HTMLFormElement>('#search');
const list = document.querySelector<HTMLElement>('#results');
const status = document.querySelector<HTMLElement>('#status');

/** What is asked for: the fields of the form, which stand in the address too, so that a search can be kept. */
function asked(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return new URLSearchParams(entries.filter(([, value]) => value !== ''));
}

function filtersOf(query: URLSearchParams): Filters {
  return Object.fromEntries(CHOICES.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])));
}

/** The latest search wins, however long an earlier one takes. */
let latest = 0;

async function show(query: URLSearchParams): Promise<void> {
  if (list === null || status === null) return;
  latest += 1;
  const mine = latest;
  status.textContent = '正在搜索……';
  try {
    const hits = await find(query.get('q') ?? '', filtersOf(query));
    const pages = await Promise.all(hits.slice(0, MOST).map((hit) => hit.data()));
    if (mine !== latest) return;
    status.textContent = counted(hits.length, query);
    list.replaceChildren(...pages.map(entry));
  } catch {
    status.textContent = '搜索暂时打不开，请看政策文件目录。';
  }
}

function counted(count: number, query: URLSearchParams): string {
  if (count === 0) return `没有找到“${[...query.values()].join(' ')}”。可以换短一点的词，或看政策文件目录。`;
  return count > MOST ? `找到 ${count} 份政策，显示前 ${MOST} 份。` : `找到 ${count} 份政策。`;
}

function entry(found: Found): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(link(found.url, closed(found.meta.title ?? found.url)));
  item.append(heading);
  for (const part of found.sub_results.slice(0, 4)) {
    const line = document.createElement('p');
    line.append(link(part.url, closed(part.title)), '：……', ...excerpt(part.excerpt), '……');
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

/** Puts what the address asks for into the form. */
function fill(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

function start(form: HTMLFormElement): void {
  const search = (): void => {
    const query = asked(form);
    history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query}`);
    void show(query);
  };
  form.hidden = false;
  fill(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  for (const select of form.querySelectorAll('select')) select.addEventListener('change', search);
  if (asked(form).size > 0) void show(asked(form));
}

if (form !== null) start(form);
