/** The switch for large type, remembered on this device. Without scripts readers use the browser's zoom. */
const KEY = 'huice-large-type';
const root = document.documentElement;

function isLarge(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function show(large: boolean): void {
  root.classList.toggle('is-large', large);
  for (const button of document.querySelectorAll('.large-type'))
    button.setAttribute('aria-pressed', String(large));
}

show(isLarge());

for (const button of document.querySelectorAll<HTMLButtonElement>('.large-type')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const large = !root.classList.contains('is-large');
    try {
      localStorage.setItem(KEY, large ? 'on' : 'off');
    } catch {
      // Without storage the switch still works on this page.
    }
    show(large);
  });
}
