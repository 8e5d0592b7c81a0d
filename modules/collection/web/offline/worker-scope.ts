/** What a service worker has beside a page's surroundings; the types of both cannot stand in one compilation. */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(reply: Promise<Response>): void;
}

export interface PageClient {
  readonly url: string;
  postMessage(message: unknown): void;
}

export interface WorkerClients {
  claim(): Promise<void>;
  matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly PageClient[]>;
}

export interface WorkerRegistration {
  /** Background Sync, where the browser has it. */
  readonly sync?: { register(tag: string): Promise<void> };
}

export const isLasting = (event: Event): event is LastingEvent => 'waitUntil' in event;
export const isRequest = (event: Event): event is RequestEvent => 'respondWith' in event;
