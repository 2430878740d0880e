/** What was asked for last, at most so many. */
export class Recent<V> {
  private readonly kept = new Map<string, V>();

  constructor(private readonly most: number) {}

  get values(): readonly V[] {
    return [...this.kept.values()];
  }

  get(key: string): V | undefined {
    return this.kept.get(key);
  }

  /** The one that was set last is forgotten last. */
  set(key: string, value: V): V {
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const oldest of [...this.kept.keys()].slice(0, -this.most)) this.kept.delete(oldest);
    return value;
  }
}
