import type { Schema } from './description.ts';
import { html, type Markup } from './markup.ts';

const between = (list: Markup[], with_: string): Markup[] => list.flatMap((item, i) => (i ? [html`${with_}`, item] : [item]));
const value = (v: unknown) => html`<code>${JSON.stringify(v)}</code>`;

function bounds(s: Schema): string {
  const said = [
    s.format && s.format !== 'binary' ? s.format : '',
    s.minimum !== undefined && s.minimum > -(2 ** 53) + 1 ? `at least ${s.minimum}` : '',
    s.maximum !== undefined && s.maximum < 2 ** 53 - 1 ? `at most ${s.maximum}` : '',
    s.minLength ? `at least ${s.minLength} characters` : '',
    s.maxLength ? `at most ${s.maxLength} characters` : '',
  ].filter(Boolean);
  return said.length ? ` (${said.join(', ')})` : '';
}

/** The fields of an object as a list: name, whether it must be sent, and what it is. */
export function fields(s: Schema): Markup {
  const required = new Set(s.required);
  const rows = Object.entries(s.properties ?? {}).map(
    ([name, field]) =>
      html`<li><code>${name}</code>${required.has(name) ? '' : html` <span class="quiet">optional</span>`}: ${inWords(field)}${field.default === undefined ? '' : html`; if left out ${value(field.default)}`}${field.description ? html`. ${field.description}` : ''}</li>`,
  );
  return html`<ul class="fields">${rows}</ul>`;
}

/** What a schema asks for, in words; a named shape is a link to it. */
export function inWords(s: Schema): Markup {
  if (s.$ref) {
    const name = s.$ref.split('/').at(-1) ?? '';
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  const choices = s.anyOf ?? s.oneOf;
  if (choices) return html`${between(choices.map(inWords), ' or ')}`;
  if (s.enum) return html`${between(s.enum.map(value), ' or ')}`;
  if (s.const !== undefined) return value(s.const);
  if (Array.isArray(s.type)) return html`${s.type.join(' or ')}${bounds(s)}`;
  if (s.type === 'array') return html`list of ${inWords(s.items ?? {})}`;
  if (s.type === 'object' && s.properties) return html`object with ${fields(s)}`;
  if (s.type === 'object' && typeof s.additionalProperties === 'object') return html`by name, ${inWords(s.additionalProperties)}`;
  if (s.format === 'binary') return html`file`;
  return s.type ? html`${s.type}${bounds(s)}` : html`any value`;
}
