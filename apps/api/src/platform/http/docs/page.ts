import type { Description, Operation } from './description.ts';
import { html, type Markup } from './markup.ts';
import { fields, inWords } from './schema-words.ts';

/** Refusals are described as "`code`: sentence", one in each paragraph. */
const refused = (operation: Operation) =>
  Object.entries(operation.responses)
    .filter(([status]) => status >= '400')
    .flatMap(([status, { description }]) =>
      description.split('\n\n').map((line) => ({ status, code: /^`(\w+)`/.exec(line)?.[1] ?? '', sentence: line.replace(/^`\w+`: /, '') })),
    );

function sent(operation: Operation): Markup | '' {
  const parameters = operation.parameters.map(
    (p) =>
      html`<li><code>${p.name}</code> <span class="quiet">in the ${p.in}${p.required ? '' : ', optional'}</span>: ${inWords(p.schema)}${p.schema.description ? html`. ${p.schema.description}` : ''}</li>`,
  );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(
    ([media, { schema }]) => html`<li>Body, <code>${media}</code>: ${inWords(schema)}</li>`,
  );
  return parameters.length + bodies.length ? html`<h4>Send</h4><ul class="fields">${[...parameters, ...bodies]}</ul>` : '';
}

function answered(operation: Operation): Markup {
  const good = Object.entries(operation.responses).filter(([status]) => status < '400');
  return html`<h4>Answer</h4><ul class="fields">${good.map(([status, { content }]) => {
    const shapes = Object.entries(content ?? {}).map(([media, { schema }]) => html`, <code>${media}</code>: ${inWords(schema)}`);
    return html`<li><code>${status}</code>${shapes.length ? shapes : ', without content'}</li>`;
  })}</ul>`;
}

function door(method: string, path: string, operation: Operation): Markup {
  const rows = refused(operation).map(({ status, code, sentence }) => html`<tr><td>${status}</td><td><code>${code}</code></td><td>${sentence}</td></tr>`);
  return html`<article aria-labelledby="${operation.operationId}">
<h3 id="${operation.operationId}"><code><span class="method">${method.toUpperCase()}</span> ${path}</code></h3>
<p>${operation.summary}. ${operation.description}</p>
${sent(operation)}${answered(operation)}
<details><summary>${rows.length} refusals</summary><div class="wide" tabindex="0" role="region" aria-label="Refusals of ${operation.operationId}"><table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div></details>
</article>`;
}

/** The whole description as one page of plain HTML, without scripts. */
export function page({ info, openapi, tags, paths, components }: Description): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })));
  const words = tags.map(({ name }) => ({ name, own: operations.filter(({ operation }) => operation.tags.includes(name)) }));
  const shapes = Object.entries(components.schemas);
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${info.title}: the API</title><link rel="stylesheet" href="/api/docs/page.css"></head>
<body>
<a class="skip" href="#doors">Skip to the doors</a>
<header><h1>${info.title}: the API</h1>
<p>${info.description}</p>
<p>Version ${info.version}. The same as a file for programs: <a href="/api/openapi.json">OpenAPI ${openapi}</a>. The whole catalogue as open data: <a href="/api/treaties/opsc/catalogue.json">catalogue.json</a>.</p>
<p>Sign in by <a href="#people.signIn"><code>POST /api/session</code></a>; the answer sets the session cookie that the other doors ask for. Public doors are cached by ETag. Every refusal is a <a href="#shape-Problem">Problem</a> of media type <code>application/problem+json</code> with one of the codes listed at the door.</p></header>
<nav aria-label="Doors by word"><ul>${words.map(({ name, own }) => html`<li><a href="#word-${name}">${name}</a> <span class="quiet">${own.length}</span></li>`)}<li><a href="#shapes">shapes</a> <span class="quiet">${shapes.length}</span></li></ul></nav>
<main id="doors">
${words.map(({ name, own }) => html`<section aria-labelledby="word-${name}"><h2 id="word-${name}">${name}</h2>${own.map(({ method, path, operation }) => door(method, path, operation))}</section>`)}
<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>${shapes.map(([name, schema]) => html`<article aria-labelledby="shape-${name}"><h3 id="shape-${name}">${name}</h3>${schema.properties ? fields(schema) : html`<p>${inWords(schema)}</p>`}</article>`)}</section>
</main>
</body>
</html>
`.toString();
}
