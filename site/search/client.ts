import { DID_YOU_MEAN, SEARCH_FAILED, SEARCHING, sayFound } from '../../views/wording/search.ts';
import { RECORD_KINDS } from '../../views/wording/terms.ts';
import { CHOICES, type Results, SearchEngine, type SearchRequest } from './engine.ts';
import { addressOf, type Found } from './found.ts';
import type { FilterCounts } from './pagefind.ts';
import { closed } from './spaced.ts';
import type { PublishedTerms } from './words.ts';

const MOST = 8;
const form = document.querySelector<HTMLFormElement>('#search');
const list = document.querySelector<HTMLElement>('#results');
const status = document.querySelector<HTMLElement>('#status');
const more = document.querySelector<HTMLButtonElement>('#more');

let engine: Promise<SearchEngine> | undefined;

/** Pagefind's script and the vocabulary are loaded with the first search, not with the page. */
function searchEngine(): Promise<SearchEngine> {
  const script = '/pagefind/pagefind.js';
  engine ??= Promise.all([
    import(/* @vite-ignore */ script),
    fetch('/search-terms.json').then((reply) => reply.json() as Promise<PublishedTerms>),
  ]).then(([pagefind, terms]) =>
    SearchEngine.open(pagefind, terms, () =>
      fetch('/search-pinyin.json')
        .then((reply) => reply.json())
        .then((sounds: Record<string, readonly string[]>) => new Map(Object.entries(sounds))),
    ),
  );
  return engine;
}

/** The request of the search form. Its fields are also the query of the address, so that a search can be bookmarked. */
function fields(form: HTMLFormElement): URLSearchParams {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return new URLSearchParams(entries.filter(([, value]) => value !== ''));
}

function askedBy(query: URLSearchParams, form: HTMLFormElement): SearchRequest {
  const choices = Object.fromEntries(
    CHOICES.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : [])),
  );
  const place = form.querySelector<HTMLSelectElement>('[name="place"]')?.selectedOptions[0];
  return {
    query: query.get('q') ?? '',
    choices,
    above: place?.dataset['chain']?.split(' ') ?? [],
    in: query.get('in') === 'title' ? 'title' : 'text',
    by: query.get('by') === 'date' ? 'date' : 'relevance',
  };
}

/** Only the latest search is shown, however long an earlier one takes. */
let latest = 0;

async function show(form: HTMLFormElement, query: URLSearchParams, most = MOST): Promise<void> {
  if (list === null || status === null || more === null) return;
  latest += 1;
  const mine = latest;
  status.textContent = SEARCHING;
  try {
    const results = await (await searchEngine()).find(askedBy(query, form));
    const shown = most === MOST ? Math.min(most, results.short) : most;
    const pages = await Promise.all(results.hits.slice(0, shown).map((hit) => hit.data()));
    if (mine !== latest) return;
    status.textContent = counted(results, query, shown);
    list.replaceChildren(...pages.map(entry), ...suggested(results.suggestions));
    countOptions(form, results.counts);
    more.hidden = results.hits.length <= shown;
    more.onclick = () => void show(form, query, most + MOST);
  } catch {
    // A later search has started, or it fails as well and reports that.
    if (mine !== latest) return;
    engine = undefined;
    status.textContent = SEARCH_FAILED;
  }
}

function counted({ hits, unmatched }: Results, query: URLSearchParams, shown: number): string {
  return sayFound({ typed: query.get('q') ?? '', found: hits.length, shown, unmatched });
}

/** Links to searches for similar words. */
function suggested(words: readonly string[]): readonly HTMLElement[] {
  if (words.length === 0) return [];
  const item = document.createElement('li');
  const links = words.flatMap((word) => [link(`?${new URLSearchParams({ q: word })}`, word), ' ']);
  item.append(paragraph([DID_YOU_MEAN, ...links]));
  return [item];
}

/** Shows the number of records that each choice leaves, when the query has no words. */
function countOptions(form: HTMLFormElement, counts: FilterCounts | undefined): void {
  for (const option of form.querySelectorAll<HTMLOptionElement>('select option[value]')) {
    const name = option.closest('select')?.name ?? '';
    const label = option.dataset['label'] ?? option.textContent ?? '';
    option.dataset['label'] = label;
    const count = option.value === '' ? undefined : counts?.[name]?.[option.value];
    option.textContent = count === undefined ? label : `${label}（${count}）`;
  }
}

function entry(found: Found): HTMLElement {
  const { meta, excerpt, sub_results } = found;
  const url = addressOf(found);
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(labelled(meta.kind), link(url, closed(meta.title ?? url)));
  item.append(heading);
  for (const text of [meta.gives, [meta.where, meta.standing].filter(Boolean).join(' · ')])
    if (text !== undefined && text !== '')
      item.append(paragraph([text], text === meta.gives ? 'gives' : 'where'));
  const parts = sub_results.filter((part) => part.url !== url).slice(0, 3);
  if (meta.kind === RECORD_KINDS.policy) return item;
  if (meta.kind !== RECORD_KINDS.text || parts.length === 0)
    item.append(paragraph(['……', ...marked(excerpt), '……']));
  else
    for (const part of parts)
      item.append(paragraph([link(part.url, closed(part.title)), '：……', ...marked(part.excerpt), '……']));
  return item;
}

function labelled(kind: string | undefined): HTMLElement {
  const label = document.createElement('span');
  label.className = 'kind';
  label.textContent = kind ?? '';
  return label;
}

function paragraph(content: readonly (string | HTMLElement)[], className = ''): HTMLElement {
  const line = document.createElement('p');
  if (className !== '') line.className = className;
  line.append(...content);
  return line;
}

function link(url: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = text;
  return anchor;
}

/** The excerpt as nodes: only text and marks, whatever the index contains. */
function marked(html: string): readonly (string | HTMLElement)[] {
  return closed(html)
    .split(/(<mark>.*?<\/mark>)/)
    .map((part) => {
      const words = /^<mark>(.*)<\/mark>$/.exec(part);
      if (words === null) return plain(part);
      const mark = document.createElement('mark');
      mark.textContent = plain(words[1] ?? '');
      return mark;
    });
}

function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** Fills the form from the query of the address. */
function fill(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    const folded = field instanceof HTMLSelectElement ? field.closest('details') : null;
    if (folded !== null) folded.open = true;
  }
}

function start(form: HTMLFormElement): void {
  const search = (): void => {
    const query = fields(form);
    history.replaceState(null, '', String(query) === '' ? location.pathname : `?${query}`);
    void show(form, query);
  };
  form.hidden = false;
  document.querySelector('#no-search')?.remove();
  fill(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  for (const select of form.querySelectorAll('select')) select.addEventListener('change', search);
  if (location.search !== '') void show(form, fields(form));
}

if (form !== null) start(form);
