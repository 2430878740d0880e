import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { parvisForThisFile } from './parvis.ts';
import type { Visitor } from './visitor.ts';

const parvis = parvisForThisFile();
let elodie: Visitor, oliver: Visitor;

beforeAll(async () => {
  elodie = await parvis.arriveAs('Élodie Marchand', '/', { locale: 'fr-FR' });
  oliver = await parvis.arriveAs('Oliver Hughes', '/', { width: 390, height: 844 });
});

const saying = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

async function question(by: Visitor, title: string): Promise<string> {
  const input = { key: randomUUID(), kind: 'QUESTION', title, body: saying('Qui sait ?') };
  return (await by.ask<{ createPost: { id: string } }>('mutation ($input: CreatePostInput!) { createPost(input: $input) { id } }', { input })).createPost.id;
}

async function answer(by: Visitor, post: string, text: string, parentId: string | null = null): Promise<string> {
  const input = { key: randomUUID(), subject: { type: 'post', id: post }, parentId, body: saying(text) };
  return (await by.ask<{ addComment: { id: string } }>('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', { input })).addComment.id;
}

const comment = (who: Visitor, id: string): Locator => who.page.locator(`#comment-${id}`);

describe('two people in one thread', () => {
  it('see each other’s answers, replies, votes and acceptance arrive, without losing what they write', async () => {
    const post = await question(elodie, 'Où est la clé de 14 ?');
    await Promise.all([elodie, oliver].map(async (who) => { await who.open(`/posts/${post}`); await who.settled(); }));

    // Oliver answers: the end of Élodie's thread is in sight, and she writes nothing.
    const id = await answer(oliver, post, 'In the blue cupboard');
    await comment(elodie, id).waitFor();
    await oliver.page.reload();
    await oliver.settled();

    // She votes, which its author cannot, and accepts it; Oliver sees that without asking.
    await comment(elodie, id).getByRole('button', { name: /Utile/ }).click();
    await comment(elodie, id).getByRole('button', { name: 'Retenir cette réponse' }).click();
    await comment(elodie, id).getByText('Réponse retenue').waitFor();
    await comment(oliver, id).getByText('Accepted answer').waitFor();
    await comment(oliver, id).getByText('1 vote').waitFor();
    expect(await comment(oliver, id).getByRole('button', { name: /Useful|Accept this answer/ }).count()).toBe(0);

    // She replies with a quote; it comes under Oliver's answer.
    await comment(elodie, id).getByRole('button', { name: 'Actions sur ce commentaire' }).click();
    await elodie.page.getByRole('menuitem', { name: 'Citer' }).click();
    const reply = elodie.page.getByRole('textbox', { name: 'Votre réponse à Oliver Hughes' });
    await reply.waitFor();
    await reply.pressSequentially('Merci, trouvée !');
    await elodie.page.getByRole('button', { name: 'Répondre', exact: true }).last().click();
    const replies = oliver.page.getByRole('list', { name: 'Replies to Oliver Hughes' });
    await replies.getByText('Merci, trouvée !').waitFor();
    await replies.getByText('In the blue cupboard').waitFor();
    expect(await oliver.sidewaysScroll()).toEqual([]);

    // While she writes, what arrives waits to be asked for, and her words and focus stay.
    await elodie.page.getByRole('button', { name: /Écrire un commentaire/ }).click();
    const own = elodie.page.getByRole('textbox', { name: /Commenter la publication/ });
    await own.pressSequentially('Encore une chose');
    const later = await answer(oliver, post, 'It moved again');
    const pill = elodie.page.getByRole('button', { name: '1 nouveau commentaire' });
    await pill.waitFor();
    expect(await comment(elodie, later).count()).toBe(0);
    expect(await own.innerText()).toBe('Encore une chose');
    expect(await own.evaluate((text) => text === document.activeElement)).toBe(true);
    await pill.click();
    await comment(elodie, later).waitFor();

    // From the top: what is half under the header is no target.
    await Promise.all([elodie, oliver].map((who) => who.page.evaluate(() => scrollTo(0, 0))));
    expect([await elodie.accessibilityFaults(), await oliver.accessibilityFaults()]).toEqual([[], []]);
    expect([elodie, oliver].flatMap(({ complaints, strayRequests }) => [...complaints, ...strayRequests])).toEqual([]);
  });

  it('find a deep reply by its address, its former words, who reacted, and mute what is enough', async () => {
    const post = await question(elodie, 'Qui garde le plan ?');
    const first = await answer(oliver, post, 'Nobody');
    const deep: string[] = [];
    for (let i = 0; i < 6; i += 1) deep.push(await answer(i % 2 ? elodie : oliver, post, `Reply ${i}`, first));
    const sought = deep[5]!;
    await elodie.ask('mutation ($input: EditCommentInput!) { editComment(input: $input) { id } }', { input: { id: sought, body: saying('Reply six') } });
    await oliver.ask('mutation ($input: SetReactionInput!) { setReaction(input: $input) { subjectId } }', { input: { subject: { type: 'comment', id: sought }, kind: 'THANKS' } });

    await oliver.open(`/posts/${post}#comment-${sought}`);
    await comment(oliver, sought).waitFor();
    await oliver.page.waitForFunction((id) => document.activeElement?.id === id, `comment-${sought}`);

    await comment(oliver, sought).getByRole('button', { name: 'edited' }).click();
    await oliver.page.getByRole('dialog').getByText('Reply 5').waitFor();
    await oliver.page.keyboard.press('Escape');
    await comment(oliver, sought).getByRole('button', { name: 'See who reacted' }).click();
    await oliver.page.getByRole('dialog').getByRole('link', { name: 'Oliver Hughes' }).waitFor();
    expect(await oliver.accessibilityFaults()).toEqual([]);
    await oliver.page.keyboard.press('Escape');

    await oliver.page.getByRole('button', { name: 'Actions on this post' }).click();
    await oliver.page.getByRole('menuitem', { name: 'Mute the conversation' }).click();
    await oliver.page.getByText('This conversation is muted.').first().waitFor();
    await oliver.page.getByRole('button', { name: 'Actions on this post' }).click();
    await oliver.page.getByRole('menuitem', { name: 'Unmute the conversation' }).waitFor();
    expect(oliver.complaints).toEqual([]);
  });
});
