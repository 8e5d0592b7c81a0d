import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** Somebody who answers in a browser without scripts: keeps cookies (or refuses them), follows redirects, posts the form she sees. */
export class Respondent {
  readonly server: FastifyInstance;
  readonly takesCookies: boolean;
  readonly cookies = new Map<string, string>();
  page = '';
  status = 0;
  address = '';

  constructor(server: FastifyInstance, takesCookies = true) {
    this.server = server;
    this.takesCookies = takesCookies;
  }

  async open(url: string, language = 'en-CA'): Promise<this> {
    return this.take(
      await this.server.inject({ method: 'GET', url, headers: { ...this.headers(), 'accept-language': language } }),
      url,
    );
  }

  /** Presses a button of the form on the page after filling in fields by question code. */
  async press(act: string, answers: Readonly<Record<string, string | readonly string[]>> = {}): Promise<this> {
    const form = new URLSearchParams();
    for (const [, name = '', value = ''] of this.page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
      form.append(name, value);
    for (const [code, values] of Object.entries(answers))
      for (const value of [values].flat()) form.append(code === 'code' ? code : `q-${code}`, value);
    form.append('do', act);
    return this.post(this.action(), form.toString());
  }

  action(): string {
    return /<form[^>]* action="([^"]*)"/.exec(this.page)?.[1] ?? '';
  }

  async post(url: string, payload: string): Promise<this> {
    const headers = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' };
    return this.take(await this.server.inject({ method: 'POST', url, headers, payload }), url);
  }

  code(): string {
    return [...this.page.matchAll(/<span class="code">([^<]*)</g)].map((match) => match[1] ?? '').at(-1) ?? '';
  }

  private async take(reply: LightMyRequestResponse, url: string): Promise<this> {
    for (const { name, value, maxAge } of reply.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (maxAge === 0) this.cookies.delete(name);
      else if (this.takesCookies) this.cookies.set(name, value);
    }
    if (reply.statusCode === 303) return this.open(String(reply.headers.location));
    this.page = reply.body;
    this.status = reply.statusCode;
    this.address = url;
    return this;
  }

  private headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie ? { cookie } : {};
  }
}
