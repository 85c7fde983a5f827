/**
 * Counts the items and payments that a check reckons, so that what tries many answers stops in time, and for the same
 * input always at the same point; a clock would not.
 */
export class Effort {
  #spent = 0;
  #end = Number.POSITIVE_INFINITY;

  /** One item, or one payment, is reckoned. */
  note(): void {
    this.#spent += 1;
  }

  /** Whether what may be spent is used up. */
  get isOver(): boolean {
    return this.#spent >= this.#end;
  }

  /** Runs `use`, which may spend so much, and no more than what it is part of. */
  within<Result>(most: number, use: () => Result): Result {
    const end = this.#end;
    this.#end = Math.min(end, this.#spent + most);
    const result = use();
    this.#end = end;
    return result;
  }

  /** Runs `use` with its share of what is left; what it does not need is left to those after it. */
  share<Result>(among: number, use: () => Result): Result {
    return this.within((this.#end - this.#spent) / among, use);
  }
}
