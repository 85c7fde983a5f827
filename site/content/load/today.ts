const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The environment variable that passes the day of a build to all of its processes and threads. */
export const DAY_VARIABLE = 'HUICE_DAY';

/** The day of the build, `YYYY-MM-DD`: from {@link DAY_VARIABLE}, otherwise today's date in China. Reads the clock. */
export function today(): string {
  return process.env[DAY_VARIABLE] ?? inChina.format(new Date());
}
