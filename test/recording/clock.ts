/** Stops the clock of this thread at noon in China on a day (`YYYY-MM-DD`), so that no recorded text depends on today. */
export function stopClock(day: string): void {
  const noon = Date.parse(`${day}T12:00:00+08:00`);
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [noon] : given, newTarget) as Date,
    get: (target, name) => (name === 'now' ? () => noon : (Reflect.get(target, name) as unknown)),
  });
}
