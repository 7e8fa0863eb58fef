// OSCAL 1.2.1 assessment results as far as we write them, from NIST's specification: what is required, closed objects, and the formats of its data types.
const text = { type: 'string' };
const string = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const line = { type: 'string', pattern: '^[^\\n]+$' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const uuid = { type: 'string', pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$' };
const moment = { type: 'string', format: 'date-time', pattern: '^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z$' };
const reference = { type: 'string', format: 'uri-reference' };
const one = (...values: string[]) => ({ enum: values });

type Schema = Record<string, unknown>;
/** A closed object; a name that ends with `?` may be absent. */
const closed = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !name.endsWith('?')),
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema])),
});
/** OSCAL has no empty lists. */
const some = (items: Schema): Schema => ({ type: 'array', minItems: 1, items });

const props = some(
  closed({
    name: token,
    'uuid?': uuid,
    'ns?': { type: 'string', format: 'uri', pattern: '^[a-zA-Z][a-zA-Z0-9+\\-.]+:.+$' },
    value: string,
    'class?': token,
    'remarks?': text,
  }),
);
const origins = some(closed({ actors: some(closed({ type: one('tool', 'assessment-platform', 'party'), 'actor-uuid': uuid, 'role-id?': token })) }));

const metadata = closed({
  title: line,
  'last-modified': moment,
  version: string,
  'oscal-version': { const: '1.2.1' },
  'props?': props,
  'roles?': some(closed({ id: token, title: line })),
  'parties?': some(closed({ uuid, type: one('person', 'organization'), 'name?': string })),
  'responsible-parties?': some(closed({ 'role-id': token, 'party-uuids': some(uuid) })),
});
const reviewed = closed({
  'control-selections': some(
    closed({
      'description?': text,
      'props?': props,
      'include-controls': some(closed({ 'control-id': token })),
      'exclude-controls?': some(closed({ 'control-id': token })),
    }),
  ),
  'control-objective-selections?': some(closed({ 'include-objectives': some(closed({ 'objective-id': token })) })),
});
const observation = closed({
  uuid,
  'title?': line,
  description: text,
  'props?': props,
  methods: some(one('EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN')),
  'types?': some(token),
  'origins?': origins,
  'relevant-evidence?': some(closed({ 'href?': reference, description: text, 'props?': props })),
  collected: moment,
  'remarks?': text,
});
const finding = closed({
  uuid,
  title: line,
  description: text,
  'props?': props,
  'origins?': origins,
  target: closed({
    type: one('statement-id', 'objective-id'),
    'target-id': token,
    status: closed({ state: one('satisfied', 'not-satisfied'), 'reason?': token, 'remarks?': text }),
  }),
  'related-observations?': some(closed({ 'observation-uuid': uuid })),
  'related-risks?': some(closed({ 'risk-uuid': uuid })),
});
const risk = closed({
  uuid,
  title: line,
  description: text,
  statement: text,
  'props?': props,
  status: token,
  'remediations?': some(
    closed({
      uuid,
      lifecycle: one('recommendation', 'planned', 'completed'),
      title: line,
      description: text,
      'props?': props,
      'tasks?': some(
        closed({
          uuid,
          type: one('milestone', 'action'),
          title: line,
          'timing?': closed({ 'within-date-range': closed({ start: moment, end: moment }) }),
        }),
      ),
    }),
  ),
  'related-observations?': some(closed({ 'observation-uuid': uuid })),
});
const resource = closed({ uuid, 'title?': line, 'description?': text, 'props?': props, 'citation?': closed({ text: line }) });

export const assessmentResults: Schema = closed({
  'assessment-results': closed({
    uuid,
    metadata,
    'import-ap': closed({ href: reference, 'remarks?': text }),
    results: some(
      closed({
        uuid,
        title: line,
        description: text,
        start: moment,
        'end?': moment,
        'props?': props,
        'reviewed-controls': reviewed,
        'observations?': some(observation),
        'risks?': some(risk),
        'findings?': some(finding),
      }),
    ),
    'back-matter?': closed({ 'resources?': some(resource) }),
  }),
});
