import { formsOf, type Browser, type Form, type Page } from './browser.ts';

/** What a person does when a page of the identity provider asks who they are. */
export type Answering = (form: Form) => Record<string, string>;

export interface Journey {
  page: Page;
  /** How many times somebody had to say who they are. */
  asked: number;
  /** The last answer of the identity provider, and where it went. */
  delivered: { action: string; fields: Record<string, string> } | null;
}

export const byPassword =
  (user: string, password: string): Answering =>
  (form) => {
    const userField = Object.keys(form.fields).find((name) => /user|login/i.test(name)) ?? 'username';
    return { [userField]: user, [form.passwords[0] ?? 'password']: password };
  };

export const byChoosing = (identifier: string): Answering => () => ({ identifier });

/** Opens an address and presses what a browser, and then a person, would press until nothing is left to press. */
export async function follow(browser: Browser, url: string, answer: Answering): Promise<Journey> {
  const journey: Journey = { page: await browser.open(url), asked: 0, delivered: null };
  for (let step = 0; step < 12; step += 1) {
    const forms = formsOf(journey.page);
    const message = forms.find(({ fields }) => 'SAMLResponse' in fields || 'SAMLRequest' in fields);
    const question = forms.find(({ passwords, action }) => passwords.length > 0 || action.endsWith('/choose'));
    if (message) {
      if ('SAMLResponse' in message.fields) journey.delivered = { action: message.action, fields: message.fields };
      journey.page = await browser.submit(journey.page, message);
    } else if (question) {
      journey.asked += 1;
      if (journey.asked > 1) throw new Error(`The identity provider asks again at ${journey.page.url}`);
      journey.page = await browser.submit(journey.page, question, answer(question));
    } else return journey;
  }
  throw new Error(`No end in sight at ${journey.page.url}`);
}
