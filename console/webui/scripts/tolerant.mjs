// While services are replaced one after the other, the console talks to the version before as well, which does not send yet
// what the documents promise. It therefore reads answers as if nothing had to be there; only what it sends must be whole.

const PREFIX = '#/components/schemas/';

/** The document with nothing required of what comes back. */
export function tolerant(document) {
  const schemas = document.components?.schemas ?? {};
  const answered = reachable(responses(document), schemas);
  for (const name of answered) {
    loosen(schemas[name]);
  }
  return document;
}

function loosen(schema) {
  delete schema.required;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (Array.isArray(property.type)) {
      property.type = withoutNull(property.type);
    } else if (Array.isArray(property.anyOf)) {
      const others = property.anyOf.filter((each) => each.type !== 'null');
      schema.properties[name] = others.length === 1 ? others[0] : { ...property, anyOf: others };
    }
  }
}

function withoutNull(types) {
  const others = types.filter((type) => type !== 'null');
  return others.length === 1 ? others[0] : others;
}

function responses(document) {
  return Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path).flatMap((operation) => Object.values(operation.responses ?? {})),
  );
}

/** Names of the schemas that these parts lead to. */
function reachable(parts, schemas) {
  const found = new Set();
  const look = (part) => {
    if (part === null || typeof part !== 'object') {
      return;
    }
    for (const [key, value] of Object.entries(part)) {
      if (key === '$ref' && typeof value === 'string' && value.startsWith(PREFIX)) {
        const name = value.slice(PREFIX.length);
        if (!found.has(name)) {
          found.add(name);
          look(schemas[name]);
        }
      } else {
        look(value);
      }
    }
  };
  parts.forEach(look);
  return found;
}
