import DataLoader from 'dataloader';

/**
 * Loaders that live as long as one request: `per(viewer)` gives the same DataLoader for the same viewer object, and each request has its own.
 * `load` receives distinct keys and answers by a map; a key that it leaves out becomes null.
 */
export function perViewer<V extends object, K, T>(load: (viewer: V, keys: readonly K[]) => Promise<Map<K, T>>) {
  const loaders = new WeakMap<V, DataLoader<K, T | null>>();
  return (viewer: V): DataLoader<K, T | null> => {
    let loader = loaders.get(viewer);
    if (!loader) {
      loader = new DataLoader(async (keys: readonly K[]) => {
        const found = await load(viewer, keys);
        return keys.map((key) => found.get(key) ?? null);
      });
      loaders.set(viewer, loader);
    }
    return loader;
  };
}
