// In: YAML data of a rule card. Out: its schema and type; what a rule may say and nothing more.
import * as z from 'zod'

/** Filters of a role: what its filler has to be. */
export const RoleType = z.enum([
  'party', // a government, organisation or person, by name, reference, "we", or as modifier of the noun ("Peruvian officials")
  'group', // many or a body that bargain without a name: "the bondholders", "the union"; stands by its words
  'person',
  'place',
  'percent',
  'quantity',
  'time',
  'matter', // a nominal that is no party and no pronoun; gives its words
  'amount', // a sum of money, a per cent, a weight: how much is offered or wanted; gives its words
  'phrase', // any nominal; gives its words
  'clause', // a verb with what hangs on it; gives its words
])
export type RoleType = z.infer<typeof RoleType>

/**
 * Where a role's filler is looked for: ordered alternatives, each a path of steps from the trigger, joined by ".".
 * Steps: subject object doer undergoer possessor modifier complement infinitive clause marker case means adverb
 * content compound particle receiver appositive governor head verb self conj predicate earlier before after sentence, or a preposition ("on", "because_of").
 */
export const RoleCard = z.strictObject({
  from: z.array(z.string()).min(1),
  /** One type, or several of which the first that fits is taken, at each place looked. */
  type: z.union([RoleType, z.array(RoleType).min(1)]).default('party'),
  required: z.boolean().default(false),
  /** The filler's head lemma must be in this words table; its row can then be named in `set`. */
  table: z.string().optional(),
  /** The filler's head lemma must be one of these. */
  lemma: z.array(z.string()).optional(),
  /** The filler's head lemma must be none of these. */
  not: z.array(z.string()).optional(),
  /** Take the fillers of every alternative, not of the first that has any. */
  all: z.boolean().default(false),
})
export type RoleCard = z.infer<typeof RoleCard>

export const TriggerCard = z.strictObject({
  lemma: z.array(z.string()).optional(),
  table: z.string().optional(),
  /** Rows of the table are limited to these values by column. */
  where: z.record(z.string(), z.array(z.string())).optional(),
  pos: z.array(z.enum(['VERB', 'NOUN', 'ADJ', 'PROPN', 'ADP', 'ADV', 'AUX', 'SCONJ', 'SYM'])).min(1),
  /** Words (lower case) that must follow the trigger at once, as "off" in "set off". */
  next: z.array(z.string()).optional(),
})

/** An example in our own words; `expect` names roles and the ids or words they must hold. */
export const Example = z.strictObject({
  text: z.string(),
  expect: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
})

export const Card = z.strictObject({
  id: z.string(),
  version: z.int().default(1),
  kind: z.enum(['act', 'state', 'position', 'linkage', 'dependency', 'figure']),
  thread: z.enum(['round', 'measure', 'deadline', 'agreement', 'commitment']).optional(),
  trigger: TriggerCard,
  roles: z.record(z.string(), RoleCard),
  /** Fixed fields of the body; "$role.column" takes a cell of the words table that the role or trigger matched. */
  set: z.record(z.string(), z.string()).default({}),
  /** Polarity or modality in which the rule does not speak. */
  unless: z
    .array(z.enum(['denied', 'hypothetical', 'conditional', 'possible', 'background', 'question']))
    .default([]),
  yes: z.array(Example).min(1),
  no: z.array(Example).min(1),
})
/** One rule: its trigger, the roles it fills, what it then says, and sentences that show both. */
export type Card = z.infer<typeof Card>
