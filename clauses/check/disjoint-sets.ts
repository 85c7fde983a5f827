/**
 * Items partitioned into disjoint sets: union–find (R. E. Tarjan, Efficiency of a Good But Not Linear Set Union
 * Algorithm, J. ACM 22, 1975). An item that was never joined is alone in its set.
 */
export class DisjointSets<Item> {
  readonly #parents = new Map<Item, Item>();

  /** Merges the sets of all these items into one. */
  join(items: Iterable<Item>): void {
    let first: Item | undefined;
    for (const item of items) {
      const root = this.representative(item);
      first ??= root;
      this.#parents.set(root, first);
    }
  }

  /** Whether an item was ever joined, even if only with itself. */
  isJoined(item: Item): boolean {
    return this.#parents.has(item);
  }

  /** The item that represents a set: items are in the same set exactly if they have the same representative. */
  representative(item: Item): Item {
    let root = item;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents.get(root);
    }
    if (root !== item) this.#parents.set(item, root);
    return root;
  }
}
