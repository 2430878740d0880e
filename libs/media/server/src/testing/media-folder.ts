import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder for a test file. */
export class MediaFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'parvis-media-'));

  /** What is on the disk: the names of all files, uploads on their way apart. */
  kept(): string[] {
    return this.filesIn('media/files');
  }

  onTheirWay(): string[] {
    return this.filesIn('media/incoming');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private filesIn(folder: string): string[] {
    try {
      return readdirSync(join(this.path, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
    } catch {
      return [];
    }
  }
}
