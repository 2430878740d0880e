import { onScopeDispose, ref } from 'vue';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files that are dragged or pasted onto a part of the page. What else is dragged or pasted goes where it always goes. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const isOver = ref(false);
  // Each part inside tells of its own coming and going: only the last going leaves the whole.
  let depth = 0;

  function leave(): void {
    depth = 0;
    isOver.value = false;
  }
  addEventListener('dragend', leave);
  onScopeDispose(() => removeEventListener('dragend', leave));

  return {
    isOver,
    on: {
      dragenter(event: DragEvent) {
        if (!carriesFiles(event)) return;
        depth += 1;
        isOver.value = true;
      },
      dragover(event: DragEvent) {
        if (carriesFiles(event)) event.preventDefault();
      },
      dragleave(event: DragEvent) {
        if (carriesFiles(event) && --depth <= 0) leave();
      },
      // In capture, before the editor: it would take a file for text.
      dropCapture(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        leave();
        onFiles([...(event.dataTransfer?.files ?? [])]);
      },
      pasteCapture(event: ClipboardEvent) {
        const files = [...(event.clipboardData?.files ?? [])];
        // Cells copied from a spreadsheet come as a picture too: words go before it.
        if (files.length === 0 || event.clipboardData?.types.some((type) => type === 'text/plain')) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      },
    },
  };
}
