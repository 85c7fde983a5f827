/** Lets a reader sort a table by a column. Without scripts the table keeps its order. */

const collator = new Intl.Collator('zh-CN', { numeric: true });

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const names = heads.map((head) => head.textContent ?? '');
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const sort = (column: number, up: boolean): void => {
    for (const [index, head] of heads.entries())
      if (index === column) head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    table.tBodies[0]?.append(...(column < 0 ? rows : sorted(rows, column, up)));
  };
  for (const [column, head] of heads.entries()) {
    const click = (): void => sort(column, head.getAttribute('aria-sort') !== 'ascending');
    head.replaceChildren(button(names[column] ?? '', click));
  }
  if (rows.length > 1) table.before(chooser(names, sort));
}

function button(name: string, click: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'sorter';
  made.textContent = name;
  made.addEventListener('click', click);
  return made;
}

/** Adds a list of columns for phones, where the head of a table is hidden. */
function chooser(names: readonly string[], sort: (column: number, up: boolean) => void): HTMLElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.add(new Option('原来的顺序', '-1'));
  for (const [column, name] of names.entries())
    for (const [up, order] of [
      [true, '从低到高'],
      [false, '从高到低'],
    ] as const)
      select.add(new Option(`${name}，${order}`, `${column} ${up ? 'up' : 'down'}`));
  select.addEventListener('change', () => {
    const [column, order] = select.value.split(' ');
    sort(Number(column), order === 'up');
  });
  label.className = 'sort-by';
  label.append('排序 ', select);
  return label;
}

/** Compares cells by their number, otherwise by their text; empty cells come last in both directions. */
function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  up: boolean,
): readonly HTMLTableRowElement[] {
  const sign = up ? 1 : -1;
  const keyed = rows.map((row) => {
    const cell = row.cells[column];
    const value = cell?.dataset['value'];
    return {
      row,
      text: cell?.textContent?.trim() ?? '',
      value: value === undefined ? undefined : Number(value),
    };
  });
  type Keyed = (typeof keyed)[number];
  const order = (a: Keyed, b: Keyed): number => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
    if (a.value !== undefined && b.value !== undefined) return (a.value - b.value) * sign;
    if (a.value !== undefined || b.value !== undefined) return a.value === undefined ? 1 : -1;
    return collator.compare(a.text, b.text) * sign;
  };
  return keyed.sort(order).map(({ row }) => row);
}
