import { type Editor, getMarkAttributes } from '@tiptap/vue-3';
import { nextTick, ref, type ShallowRef } from 'vue';

/** The link under the caret, and the dialog that sets, changes or removes it. */
export function useEditorLink(editor: ShallowRef<Editor | undefined>) {
  const isAsking = ref(false);
  const href = ref('');

  function ask() {
    if (!editor.value) return;
    // Of the view: what the editor itself says of its state is a frame late, and a shortcut is faster.
    href.value = String(getMarkAttributes(editor.value.view.state, 'link').href ?? '');
    isAsking.value = true;
  }

  /** The dialog gives the focus back to what had it before; the text takes it after that. */
  async function inText(change: (chain: ReturnType<Editor['chain']>) => void) {
    await nextTick();
    if (!editor.value) return;
    const chain = editor.value.chain().focus();
    change(chain);
    chain.run();
  }

  function apply(address: string) {
    const isNewText = editor.value?.view.state.selection.empty === true && href.value === '';
    void inText((chain) => {
      if (!isNewText) return void chain.extendMarkRange('link').setLink({ href: address });
      const text = address.replace(/^mailto:|^https?:\/\/|\/$/g, '');
      chain.insertContent([
        { type: 'text', text, marks: [{ type: 'link', attrs: { href: address } }] },
        { type: 'text', text: ' ' },
      ]);
    });
  }

  const remove = () => void inText((chain) => chain.extendMarkRange('link').unsetLink());

  return { isAsking, href, ask, apply, remove };
}
