/**
 * A real Chromium from the npm registry alone. No browser, font or font configuration of the machine
 * is used, so that pages have the same size everywhere.
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

/** Maps every generic family to the pinned Han font, which has the Latin letters as well. */
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

/** Calls `use` with some environment variables of this process changed, and restores them afterwards. */
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
 * The package reads the process's environment: it uses any `chromium` in TMPDIR, and unpacks its own libraries
 * only when the environment is that of Lambda. So both are set while it is imported and called.
 */
function unpackInto(folder: string): Promise<string> {
  return withVariables({ TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }, async () => {
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  });
}

/** The folder of the unpacked browser. It is made once for each version, by a rename, so that it is never incomplete. */
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
    // Another test process was faster; its folder has the same content.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Ten Han characters of 16 px are 160 px wide. Without the font they are narrower, and layout tests would be wrong. */
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

/** Starts a new browser, which the caller closes. Its temporary folder is deleted when the browser ends. */
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
