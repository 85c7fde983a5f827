/**
 * A real Chromium from the npm registry alone: no browser, no font and no font configuration of the machine
 * is used, so that pages measure the same everywhere.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';
import { root } from '../../tools/run.ts';

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

/** An installed package: its folder and version. */
function packageOf(name: string): { readonly folder: string; readonly version: string } {
  const folder = join(root, 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version };
}

function layFonts(folder: string): void {
  const source = packageOf('@expo-google-fonts/noto-sans-sc').folder;
  mkdirSync(join(folder, 'fonts'));
  for (const font of hanFonts) symlinkSync(join(source, font), join(folder, 'fonts', font.replace('/', '-')));
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration(folder));
}

/** Calls `use` with some variables of this process's environment changed, and puts them back. */
async function withVariables<T>(variables: Record<string, string>, use: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await use();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * Unpacks Chromium and the libraries that it needs into `folder`.
 *
 * The package reads the process's environment: it takes any `chromium` that lies in TMPDIR, and unpacks its
 * own libraries only where it believes to run on Lambda. So both are set while it is imported and asked.
 */
function unpackInto(folder: string): Promise<string> {
  return withVariables({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }, async () => {
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  });
}

/** The folder of the unpacked browser: made once for each version, by a rename, so that it is whole. */
async function unpacked(): Promise<string> {
  const { version } = packageOf('@sparticuz/chromium');
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  await unpackInto(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another test process was faster: its folder is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
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

async function launchIn(folder: string): Promise<Browser> {
  const program = await unpacked();
  layFonts(folder);
  const browser = await playwright.launch({
    executablePath: join(program, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      HOME: folder,
      TMPDIR: folder,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      FONTCONFIG_PATH: folder,
      LD_LIBRARY_PATH: join(program, 'al2023', 'lib'),
    },
  });
  await assertHanFont(browser);
  return browser;
}

/** Starts a browser of its own; close it. Its temporary folder goes when it is closed or ends by itself. */
export async function launch(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'huice-chromium-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    return (await launchIn(folder)).on('disconnected', clear);
  } catch (error) {
    clear();
    throw error;
  }
}
