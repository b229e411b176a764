/** Wraps a computation so that it runs again only where what is asked of it is not what was asked the last time. */
export function keptForLast<Asked, Result>(compute: (asked: Asked) => Result): (asked: Asked) => Result {
  let last: { readonly asked: Asked; readonly result: Result } | undefined;
  return (asked) => {
    if (!last || last.asked !== asked) last = { asked, result: compute(asked) };
    return last.result;
  };
}
