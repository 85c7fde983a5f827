import { dataPaths, dataResponse } from '../../content/publish/data-endpoint.ts';

/** The open data as CSV. The name of this file contains the extension, because Astro adds no slash to paths with one. */
export const getStaticPaths = dataPaths('.csv');

/** Serves the published file. */
export const GET = dataResponse;
