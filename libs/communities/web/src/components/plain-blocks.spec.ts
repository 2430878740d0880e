import { describe, expect, it } from 'vitest';

import { plainBlocks } from './plain-blocks.ts';

describe('plainBlocks', () => {
  it.each([
    ['nothing', '', []],
    ['white space', ' \n \n', []],
    ['lines of a paragraph', 'One\ntwo', [{ kind: 'paragraph', lines: ['One', 'two'] }]],
    ['two paragraphs', 'One\n\n\ntwo', [{ kind: 'paragraph', lines: ['One'] }, { kind: 'paragraph', lines: ['two'] }]],
    ['a list after its title', 'We:\n- listen\n• answer\n* thank', [{ kind: 'paragraph', lines: ['We:'] }, { kind: 'list', items: ['listen', 'answer', 'thank'] }]],
    ['a paragraph after a list', '- one\nafter', [{ kind: 'list', items: ['one'] }, { kind: 'paragraph', lines: ['after'] }]],
    ['a dash within a word', 'follow-up', [{ kind: 'paragraph', lines: ['follow-up'] }]],
  ])('reads %s', (_what, text, blocks) => {
    expect(plainBlocks(text)).toEqual(blocks);
  });
});
