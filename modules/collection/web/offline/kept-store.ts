/**
 * What this device keeps of surveys, in IndexedDB. `survey`: the questionnaire and what surrounds it, by token; `visit`: one person's
 * answers, by token; `typed`: what stands in the fields of a page and was not sent on yet, by token and address of the page.
 */
type StoreName = 'survey' | 'visit' | 'typed';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('common-measure-answers', 1);
    request.onupgradeneeded = () => {
      for (const name of ['survey', 'visit', 'typed']) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run<T>(store: StoreName, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const kept = <T>(store: StoreName, key: string): Promise<T | undefined> => run(store, (all) => all.get(key));
export const allKept = <T>(store: StoreName): Promise<readonly T[]> => run(store, (all) => all.getAll());
export const keep = (store: StoreName, key: string, value: unknown): Promise<unknown> =>
  run(store, (all) => all.put(value, key));
export const forget = (store: StoreName, key: string): Promise<unknown> => run(store, (all) => all.delete(key));

/** The key of what is typed into a page: pages of the same part with other questions are other pages. */
export const typedKey = (token: string, page: string): string => `${token} ${page}`;

/** Erases what was typed into any page of a survey. */
export const forgetTyped = (token: string): Promise<unknown> =>
  run('typed', (all) => all.delete(IDBKeyRange.bound(`${token} `, `${token} \uffff`)));
