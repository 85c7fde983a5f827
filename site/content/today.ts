const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today's date in China, `YYYY-MM-DD`: the day that a built page speaks of. */
export function today(): string {
  return inChina.format(new Date());
}
