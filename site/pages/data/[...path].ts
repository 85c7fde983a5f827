import type { APIRoute, GetStaticPaths } from 'astro';
import { allContent } from '../../content/collections.ts';
import { type PublishedFile, publishedFiles } from '../../content/published.ts';

/** One file of the open data for each path. */
export const getStaticPaths: GetStaticPaths = async () =>
  Array.from(publishedFiles(await allContent()), (file) => ({
    params: { path: file.path },
    props: { ...file },
  }));

/** The file as it is published. */
export const GET: APIRoute<PublishedFile & Record<string, unknown>> = ({ props }) =>
  new Response(props.body, { headers: { 'Content-Type': props.type } });
