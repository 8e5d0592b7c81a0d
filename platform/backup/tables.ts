import type pg from 'pg';

export interface TableToCopy {
  /** Schema and name, quoted as SQL needs it. */
  readonly name: string;
  /** The columns that hold data, quoted; generated ones are left to the server. */
  readonly columns: readonly string[];
}

/** Every table of ours, each after the tables it refers to, so that loading them in this order breaks no foreign key. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly TableToCopy[]> {
  const tables = await client.query<{ oid: string; name: string; columns: string[] }>(
    `SELECT c.oid::text AS oid, format('%I.%I', n.nspname, c.relname) AS name,
       array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('information_schema', 'pgboss') AND n.nspname NOT LIKE 'pg\\_%'
       AND NOT (n.nspname = 'public' AND c.relname = 'migration')
     GROUP BY c.oid, n.nspname, c.relname ORDER BY 2`,
  );
  const links = await client.query<{ from: string; to: string }>(
    `SELECT conrelid::text AS "from", confrelid::text AS "to" FROM
       (SELECT conrelid::oid::int8 AS conrelid, confrelid::oid::int8 AS confrelid FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid) AS f`,
  );
  const needs = new Map(tables.rows.map((table) => [table.oid, new Set<string>()]));
  for (const link of links.rows) needs.get(link.from)?.add(link.to);
  const ordered: TableToCopy[] = [];
  const done = new Set<string>();
  while (ordered.length < tables.rows.length) {
    const next = tables.rows.find(
      (table) =>
        !done.has(table.oid) && [...needs.get(table.oid)!].every((other) => done.has(other) || !needs.has(other)),
    );
    if (next === undefined) throw new Error('Tables refer to each other in a circle; a backup cannot order them.');
    done.add(next.oid);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}
