/** Large type: a switch that is remembered on this device. Without scripts the browser's own zoom serves. */
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
      // A device that keeps nothing still shows large type on this page.
    }
    show(large);
  });
}
