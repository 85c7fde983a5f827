const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The environment variable by which a build gives its day to every process and thread that it starts. */
export const DAY_VARIABLE = 'HUICE_DAY';

/** The day that built pages speak of, `YYYY-MM-DD`: the day that the build was given, otherwise today's date in China. */
export function today(): string {
  return process.env[DAY_VARIABLE] ?? inChina.format(new Date());
}
