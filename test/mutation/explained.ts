/** Mutants that no test can notice, as `npm run prove-core` tells them, and why. */
interface Explained {
  readonly mutants: readonly string[];
  readonly why: string;
}

export const explained: readonly Explained[] = [];
