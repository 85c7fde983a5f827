/** Mutants that no test can notice, by the reason: each as `npm run prove-core` tells it. */
export const explained: Readonly<Record<string, readonly string[]>> = {};
