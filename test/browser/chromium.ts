/**
 * A real Chromium from the npm registry alone: no browser, no font and no font configuration of the machine
 * is used, so that pages measure the same everywhere.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

/** What a run needs on disk; all of it lies in one folder of its own. */
interface Room {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

const hanFamily = 'Noto Sans SC';
const hanFonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every generic family is the pinned Han font: Latin letters come from it as well. */
function fontConfiguration(folder: string): string {
  const families = ['serif', 'sans-serif', 'monospace', 'system-ui']
    .map(
      (name) =>
        `<alias binding="same"><family>${name}</family><prefer><family>${hanFamily}</family></prefer></alias>`,
    )
    .join('\n');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(folder, 'fonts')}</dir>
<cachedir>${join(folder, 'fontcache')}</cachedir>
${families}
</fontconfig>
`;
}

function layFonts(folder: string): void {
  const source = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  mkdirSync(join(folder, 'fonts'));
  for (const font of hanFonts) symlinkSync(join(source, font), join(folder, 'fonts', font.replace('/', '-')));
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(folder));
}

function openRoom(): Room {
  const folder = mkdtempSync(join(tmpdir(), 'huice-chromium-'));
  layFonts(folder);
  const environment = {
    ...process.env,
    HOME: folder,
    TMPDIR: folder,
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    FONTCONFIG_PATH: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  };
  return { folder, environment };
}

/**
 * Unpacks Chromium and the libraries that it needs into the room; returns the executable.
 *
 * The package reads the process's environment: it takes any `chromium` that lies in TMPDIR, and unpacks its
 * own libraries only where it believes to run on Lambda. So both are set while it is imported and asked.
 */
async function unpack({ folder }: Room): Promise<string> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    process.env = before;
  }
}

/** Ten Han characters of 16 px are 160 px wide; with a missing font they are narrower and layouts lie. */
async function assertHanFont(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await page.setContent('<span style="font: 16px sans-serif">惠策条款奖补依据核算</span>');
  const { width = 0 } = (await page.locator('span').boundingBox()) ?? {};
  await page.close();
  if (width !== 160)
    throw new Error(`Ten Han characters of 16 px are ${width} px wide, not 160: no Han font.`);
}

/** Starts a browser of its own. Its temporary folder goes when the browser is closed. */
export async function launch(): Promise<Browser> {
  const room = openRoom();
  const clear = (): void => rmSync(room.folder, { recursive: true, force: true });
  try {
    const executablePath = await unpack(room);
    const env = room.environment as Record<string, string>;
    const browser = await playwright.launch({ executablePath, env, args: flags });
    browser.on('disconnected', clear);
    await assertHanFont(browser);
    return browser;
  } catch (error) {
    clear();
    throw error;
  }
}

/** Hands a browser to `use` and closes it afterwards, however `use` ended. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await launch();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
