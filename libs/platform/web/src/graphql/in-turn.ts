/** Runs one command after the other, so that what was asked for last is done last. A failure does not stop those that come after. */
export function inTurn(): <T>(command: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (command) => {
    const turn = last.then(command);
    last = turn.catch(() => undefined);
    return turn;
  };
}
