import { randomUUID } from 'node:crypto';
import { type LeanFigures, type LeanRequest, runLean } from './lean-client.ts';

/** How many people send at once. */
export const clients = 16;

const body = JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } });

/** Sends submissions of one page for so many seconds; every reply must be the receipt of its response. */
export function submit(port: number, tokenOf: (client: number) => string, seconds: number): Promise<LeanFigures> {
  const next = (client: number): LeanRequest => {
    const id = randomUUID();
    const text = `PUT /api/collect/${tokenOf(client)}/responses/${id} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    return { text, receipt: `{"responseId":"${id}","repeated":false}` };
  };
  return runLean({ port, clients, seconds, status: 200, perAddress: 1000, next });
}
