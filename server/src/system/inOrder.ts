/** Does the work for each item, for up to `most` of them at once, and gives the results in the order of the items. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  const begin = (item: Item): void => {
    const result = work(item);
    // A failure is told when its turn comes; until then it must not count as one that nobody waits for.
    result.catch(() => {});
    running.push(result);
  };
  for (const item of items.slice(0, most)) begin(item);
  for (let next = most; running.length > 0; next++) {
    const result = await (running.shift() as Promise<Result>);
    if (next < items.length) begin(items[next] as Item);
    yield result;
  }
}
