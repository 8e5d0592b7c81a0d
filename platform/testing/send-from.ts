import type { Page } from 'playwright-core';

/** What the platform answers to the person who is signed in on `page`, as its console would ask; throws where it refuses. */
export async function sendFrom<Reply>(page: Page, method: string, address: string, body: unknown = {}): Promise<Reply> {
  const content = method === 'GET' || method === 'DELETE' ? null : JSON.stringify(body);
  const reply = await page.evaluate(
    async ([verb, route, sent]) => {
      const session = (await (await fetch('/api/session')).json()) as { readonly csrfToken: string };
      const type = sent === null ? {} : { 'content-type': 'application/json' };
      const headers = { 'x-csrf-token': session.csrfToken, ...type };
      const said = await fetch(route, { method: verb, headers, body: sent });
      return { status: said.status, text: await said.text() };
    },
    [method, address, content] as const,
  );
  if (reply.status >= 300) throw new Error(`${method} ${address}: ${reply.status} ${reply.text}`);
  return JSON.parse(reply.text || 'null');
}
