import type { APIRoute, GetStaticPaths } from 'astro';
import { today } from '../today.ts';
import { allContent } from './collections.ts';
import { type PublishedFile, publishedFiles } from './published.ts';

/** The paths of the published files with an extension, without it. */
export function dataPaths(extension: '.json' | '.csv'): GetStaticPaths {
  return async () => {
    const files = [...publishedFiles(await allContent(), today())].filter(({ path }) =>
      path.endsWith(extension),
    );
    return files.map((file) => ({
      params: { path: file.path.slice(0, -extension.length) },
      props: { ...file },
    }));
  };
}

/** Answers with a published file. */
export const dataResponse: APIRoute<PublishedFile & Record<string, unknown>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
