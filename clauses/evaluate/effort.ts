/**
 * Counts the items and payments that a check evaluates, so that a search over many answers stops in time. Unlike a
 * clock, it stops at the same point for the same input.
 */
export class Effort {
  #spent = 0;
  #end = Number.POSITIVE_INFINITY;

  /** Counts one evaluated item or payment. */
  count(): void {
    this.#spent += 1;
  }

  /** Whether the budget is used up. */
  get isOver(): boolean {
    return this.#spent >= this.#end;
  }

  /** Runs `use` with a budget of `most`, within the budget of the caller. */
  within<Result>(most: number, use: () => Result): Result {
    const end = this.#end;
    this.#end = Math.min(end, this.#spent + most);
    const result = use();
    this.#end = end;
    return result;
  }

  /** Runs `use` with an equal share of what is left for `among` runs; later runs share what it does not need. */
  share<Result>(among: number, use: () => Result): Result {
    return this.within((this.#end - this.#spent) / among, use);
  }
}
