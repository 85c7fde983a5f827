/** Today's date in China, `YYYY-MM-DD`: the day that a built page speaks of. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
