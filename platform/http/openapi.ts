import { z } from 'zod';
import type { Route } from './route.ts';

/** The API as an OpenAPI 3.1 document, made from the same contracts that check the requests. */
export function openApiOf(routes: readonly Route[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Common Measure', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'cm_session' } } },
  };
}

function operation(route: Route): Record<string, unknown> {
  return {
    summary: route.summary,
    'x-access': route.access,
    ...(route.event === null ? {} : { 'x-event': route.event }),
    security: route.access === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body === null
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } },
        }),
    responses: {
      '200': {
        description: 'Done.',
        ...(route.reply === null
          ? {}
          : { content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } }),
      },
      default: { description: 'A problem: code, title, remedy and details, in English and French.' },
    },
  };
}

function parameters(schema: z.ZodType | null, place: 'path' | 'query'): readonly unknown[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(value as z.ZodType, undefined).success,
    schema: schemaOf(value as z.ZodType, 'input'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
