import { dataPaths, dataResponse } from '../../content/publish/data-endpoint.ts';

/** The open data as JSON. The extension stands in the name of this file: paths with one take no slash at their end. */
export const getStaticPaths = dataPaths('.json');

/** The file as it is published. */
export const GET = dataResponse;
