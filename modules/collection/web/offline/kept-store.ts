/**
 * What this device keeps of surveys, in IndexedDB. `survey`: the questionnaire and what surrounds it, by token; `visit`: one person's
 * answers, by token; `typed`: what stands in the fields of a page and was not sent on yet, by token and address of the page. Beside them,
 * in a database of its own, what a tablet keeps: `device`, by token, and `queue`: the answers that wait on it, by the key of each person.
 */
const databases = {
  'common-measure-answers': ['survey', 'visit', 'typed'],
  'common-measure-device': ['device', 'queue'],
} as const;
type DatabaseName = keyof typeof databases;
type StoreName = (typeof databases)[DatabaseName][number];

const opened = new Map<DatabaseName, Promise<IDBDatabase>>();

function open(store: StoreName): Promise<IDBDatabase> {
  const name = store === 'device' || store === 'queue' ? 'common-measure-device' : 'common-measure-answers';
  const known = opened.get(name);
  if (known) return known;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const one of databases[name]) request.result.createObjectStore(one);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.set(name, opening);
  return opening;
}

async function run<T>(store: StoreName, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open(store);
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
