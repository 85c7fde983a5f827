import type { APIRoute, GetStaticPaths } from 'astro';
import { today } from '../load/today.ts';
import { cacheKeys } from './cache-key.ts';
import { allContent, oncePerBuild } from './collections.ts';
import { type PublishedFile, publishedFiles } from './open-data.ts';

/** The address of the site, as its own links have it. */
const SITE = new URL(import.meta.env.SITE).href;

const allFiles = oncePerBuild(async () => [...publishedFiles(await allContent(), today(), SITE)]);

/** The static paths of the published files with an extension; the paths omit the extension. */
export function dataPaths(extension: '.json' | '.csv'): GetStaticPaths {
  return async () => {
    const keyOf = await cacheKeys();
    const files = (await allFiles()).filter(({ path }) => path.endsWith(extension));
    return files.map((file) => ({
      params: { path: file.path.slice(0, -extension.length) },
      props: { ...file },
      cacheKey: keyOf(
        file.from.map(({ id }) => id),
        SITE,
      ),
    }));
  };
}

/** Responds with a published file. */
export const dataResponse: APIRoute<PublishedFile & Record<string, unknown>> = ({ props }) =>
  new Response(props.body(), { headers: { 'Content-Type': props.type } });
