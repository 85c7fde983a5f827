/**
 * Counts the items and payments that a check evaluates, so that a search over many answers stops in time. Unlike a
 * clock, it stops at the same point for the same input.
 */
export class Effort {
  #spent = 0;
  #end = Number.POSITIVE_INFINITY;
  #exhausted = 0;
  readonly #most: number;

  /** `most`: how many items and payments may be evaluated in all. */
  constructor(most: number = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** Counts one evaluated item or payment. Throws {@link TooMuchWork} beyond what may be evaluated in all. */
  count(): void {
    this.#spent += 1;
    if (this.#spent > this.#most) throw new TooMuchWork();
  }

  /** How much may still be evaluated in all. */
  get left(): number {
    return this.#most - this.#spent;
  }

  /** Whether the budget is used up. */
  get isOver(): boolean {
    return this.#spent >= this.#end;
  }

  /** How many budgets have been used up so far: what was done within them may have stopped before its end. */
  get exhausted(): number {
    return this.#exhausted;
  }

  /** Runs `use` with a budget of `most`, within the budget of the caller. */
  within<Result>(most: number, use: () => Result): Result {
    const end = this.#end;
    this.#end = Math.min(end, this.#spent + most);
    const result = use();
    if (this.isOver) this.#exhausted += 1;
    this.#end = end;
    return result;
  }

  /** Runs `use` with an equal share of what is left for `among` runs; later runs share what it does not need. */
  share<Result>(among: number, use: () => Result): Result {
    return this.within((this.#end - this.#spent) / among, use);
  }
}

/** Thrown where a check would take more work than its caller allows; nothing of its result is known then. */
export class TooMuchWork extends Error {
  constructor() {
    super('the check takes more work than is allowed');
    this.name = 'TooMuchWork';
  }
}
