declare const kind: unique symbol;

/** An identifier of one kind of thing: an `Id<'Wave'>` cannot be handed where an `Id<'Dataset'>` is asked for. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };
