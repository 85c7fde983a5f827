/** Lets a reader sort a table by a column; without scripts the table stands as it is printed. */

const collator = new Intl.Collator('zh-CN', { numeric: true });

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) head.replaceChildren(sorter(table, heads, column));
}

function sorter(
  table: HTMLTableElement,
  heads: readonly HTMLTableCellElement[],
  column: number,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sorter';
  button.textContent = heads[column]?.textContent ?? '';
  button.addEventListener('click', () => {
    const head = heads[column];
    const up = head?.getAttribute('aria-sort') !== 'ascending';
    for (const each of heads) each.removeAttribute('aria-sort');
    head?.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    sortBy(table, column, up);
  });
  return button;
}

function sortBy(table: HTMLTableElement, column: number, up: boolean): void {
  const [body] = table.tBodies;
  const text = (row: HTMLTableRowElement): string => row.cells[column]?.textContent?.trim() ?? '';
  const rows = [...(body?.rows ?? [])].sort((a, b) => collator.compare(text(a), text(b)) * (up ? 1 : -1));
  body?.append(...rows);
}
