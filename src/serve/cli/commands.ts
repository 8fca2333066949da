// In: nothing. Out: the table of commands: what each takes, does and shows, for running, help, completion and docs.
import type { Command, Exit } from './command.ts'
import { DOSSIER_COMMANDS } from './dossier-commands.ts'
import { type Format, OPTIONS, type OptionName } from './options.ts'

export type { Command, Exit }

const VIEW_OPTIONS: readonly OptionName[] = [
  'as-of',
  'on',
  'format',
  'all',
  'about',
  'issues',
  'pack',
  'glossary',
  'dossier',
  'recorded-by',
  'color',
]
const PAGE_FORMATS: readonly Format[] = ['md', 'json', 'html']

const view = (
  name: string,
  group: Command['group'],
  summary: string,
  rest: { readonly details?: readonly string[]; readonly examples?: readonly string[] } = {},
): Command => ({
  name,
  group,
  takes: 'PATH…',
  summary,
  options: VIEW_OPTIONS,
  formats: PAGE_FORMATS,
  examples: [`parley ${name} reports/`],
  ...rest,
  run: async (typed, world) => (await import('./show-view.ts')).showView(name, typed, world),
})

/** All commands, in the order of help. */
export const COMMANDS: readonly Command[] = [
  view('brief', 'read', 'The state of play on one page.', {
    details: [
      'What falls due next, what fell due, what is not known, what is in force, the talks, who wants what, where',
      'reports disagree, who said what. Every line ends with the ids of its evidence: parley evidence ID PATH…',
    ],
    examples: [
      'parley brief reports/',
      'parley brief reports/ --as-of 2024-03-05',
      'parley brief reports/ --format html > brief.html',
      'parley brief "news/*.html" https://example.org/story.html',
    ],
  }),
  view('timeline', 'read', 'Everything that has a day, in order.'),
  view('talks', 'read', 'Rounds, meetings and calls: days, delegations, agenda, outcome.'),
  view('measures', 'read', 'Tariffs, licences, bans, probes: by whom on whom, rates, steps, status.'),
  {
    ...view('agenda', 'read', 'What falls due next, and what fell due with no outcome reported.', {
      details: [
        'Each term with what holds until it ends and what holds then if nothing is done, how often and when it was moved,',
        'what others tell of that day, what would change it. Nothing is called lapsed without a report of it.',
      ],
      examples: [
        'parley agenda reports/',
        'parley agenda reports/ --until 2025-12-31',
        'parley agenda reports/ --format ics > agenda.ics',
      ],
    }),
    options: [...VIEW_OPTIONS, 'until'],
    formats: [...PAGE_FORMATS, 'ics'],
  },
  view('positions', 'read', 'Who wants what on each issue, and who told it.'),
  view('statements', 'read', 'Who said what, with the second hand.'),
  view('figures', 'read', 'Numbers told as facts: of what, of whom, for when.'),
  view('disputes', 'read', 'Where reports disagree, both sentences side by side.'),
  view('agreements', 'read', 'Agreements: stage, terms, what is open, who must approve.'),
  view('commitments', 'read', 'Who owes what to whom, by when, and whether it was met.'),
  view('leverage', 'read', 'What hangs on what, and who depends on whom.'),
  view('acts', 'read', 'What was done, planned or refused.'),
  view('parties', 'read', 'Parties and people, with the titles each report gives them.'),
  view('sources', 'read', 'The reports: dates and how they were found, origins, copies, troubles.'),
  view('unread', 'read', 'The sentences that gave no claim, report by report.'),
  {
    name: 'find',
    group: 'look',
    takes: 'WORDS|QUESTION PATH…',
    summary:
      'Ask: who, when, how much, in force. Entries with their sentences, else sentences that hold its words.',
    details: [
      'The first argument is the question (quote it where it has several words). Every word must be met by an entry;',
      'names of parties are known by all the names reports give them. Where none does, sentences with its words are shown.',
    ],
    options: VIEW_OPTIONS,
    formats: PAGE_FORMATS,
    examples: [
      'parley find "when does the truce end" reports/',
      'parley find "which tariffs are in force" reports/',
      'parley find semiconductors reports/',
    ],
    run: async (typed, world) => (await import('./find-answer.ts')).findAnswer(typed, world),
  },
  {
    name: 'evidence',
    group: 'look',
    takes: 'ID PATH…',
    summary: 'The sentence behind a line, in its context.',
    details: [
      'ID is what stands in brackets at the end of a line; the id of an entry or a dispute gives all its sentences.',
      'The beginning of an id will do where it is the only one.',
    ],
    options: VIEW_OPTIONS,
    formats: PAGE_FORMATS,
    examples: ['parley evidence 4f9k2m reports/'],
    run: async (typed, world) => (await import('./show-evidence.ts')).showEvidence(typed, world),
  },
  {
    name: 'terms',
    group: 'look',
    takes: 'ID PATH…',
    summary: 'The terms of an agreement as a checklist: owed by, to, when, how verified, met or not.',
    details: [
      'ID is of the agreement, of one of its terms, or of their evidence; its beginning will do.',
      'What no report gives is said to be not given; what none tells the outcome of is not reported.',
    ],
    options: VIEW_OPTIONS,
    formats: PAGE_FORMATS,
    examples: ['parley terms 4f9k2m reports/'],
    run: async (typed, world) => (await import('./show-entry.ts')).showEntry('terms', typed, world),
  },
  {
    name: 'hangs-on',
    group: 'look',
    takes: 'ID PATH…',
    summary: 'Everything that hangs on an entry: what is tied to it, told on condition of it, due for it.',
    details: ['ID is of the entry or of its evidence; its beginning will do.'],
    options: VIEW_OPTIONS,
    formats: PAGE_FORMATS,
    examples: ['parley hangs-on 4f9k2m reports/'],
    run: async (typed, world) => (await import('./show-entry.ts')).showEntry('hangs-on', typed, world),
  },
  {
    name: 'why',
    group: 'look',
    takes: 'SENTENCE',
    summary: 'Why a sentence gives what it gives: its claims, the rules that fired, those that nearly did.',
    details: ['The sentence is read by itself, without the report it stands in.'],
    options: ['format', 'pack', 'glossary', 'color'],
    formats: ['md', 'json'],
    examples: ['parley why "Norway lifted the ban on Peruvian fish."'],
    run: async (typed, world) => (await import('./show-why.ts')).showWhy(typed, world),
  },
  {
    name: 'diff',
    group: 'look',
    takes: 'PATH…',
    summary: 'What is new, moved, newly disputed, settled, withdrawn or fallen due since --since DAY.',
    details: ['Compares the record as known by DAY with the record now, or by --as-of.'],
    options: [...VIEW_OPTIONS, 'since'],
    formats: PAGE_FORMATS,
    examples: ['parley diff --since 2024-03-05 reports/', 'parley diff --since 2024-03-05'],
    run: async (typed, world) => (await import('./show-difference.ts')).showDifference(typed, world),
  },
  {
    name: 'what-if',
    group: 'look',
    takes: 'SCENARIO… PATH…',
    summary:
      'Where two scenarios differ over time: what is in force under each, as a table and a step chart.',
    details: [
      'A scenario is a file (.yaml: steps, facts, terms to extend), or "lapse", "extend N days", "announced".',
      'One alone is compared with letting everything lapse. What is assumed is marked so; docs/outlook.md has the files.',
    ],
    options: [...VIEW_OPTIONS, 'until'],
    formats: PAGE_FORMATS,
    examples: [
      'parley what-if extend 90 days reports/',
      'parley what-if lapse no-deal.yaml reports/ --until 2026-03-31',
    ],
    run: async (typed, world) => (await import('./show-what-if.ts')).showWhatIf(typed, world),
  },
  {
    name: 'exposure',
    group: 'look',
    takes: 'GOODS.csv PATH…',
    summary:
      'What duties cost your own goods, by layer, before and after; what else touches them, what cannot be decided.',
    details: [
      'GOODS.csv names code, origin, value, currency; also id, goods, into, entry, supplier, materials, metal_share,',
      'quantity, unit, other_duties. Every sum is "at least": no one can read all duties there are.',
    ],
    options: [...VIEW_OPTIONS, 'scenario', 'policy', 'into'],
    formats: PAGE_FORMATS,
    examples: [
      'parley exposure goods.csv --on 2031-08-01 reports/',
      'parley exposure goods.csv --on 2031-08-01 --scenario "extend 90 days" reports/',
    ],
    run: async (typed, world) => (await import('./show-exposure.ts')).showExposure(typed, world),
  },
  {
    name: 'deal',
    group: 'look',
    takes: '[DEAL.yaml] PATH…',
    summary:
      'A deal picked from what the sides ask, offer and refuse: what it crosses, leaves open, and what holds after it.',
    details: [
      'Without a file it lists what there is to pick from. No deal is proposed; docs/outlook.md has the file.',
    ],
    options: VIEW_OPTIONS,
    formats: PAGE_FORMATS,
    examples: ['parley deal reports/', 'parley deal deal.yaml reports/'],
    run: async (typed, world) => (await import('./show-deal.ts')).showDeal(typed, world),
  },
  ...DOSSIER_COMMANDS,
  {
    name: 'record',
    group: 'machine',
    takes: 'PATH…',
    summary: 'The whole record as JSON (docs/schema/record.schema.json).',
    options: ['as-of', 'on', 'format', 'about', 'issues', 'pack', 'glossary', 'dossier', 'recorded-by'],
    formats: ['json'],
    examples: ['parley record reports/ > record.json'],
    run: async (typed, world) => (await import('./print-record.ts')).printRecord(typed, world),
  },
  {
    name: 'annotate',
    group: 'machine',
    takes: 'PATH…',
    summary:
      'Sentences, words, names, times, quotations and claims, one line a report (docs/schema/annotation.schema.json).',
    options: ['format', 'pack', 'glossary', 'dossier'],
    formats: ['jsonl'],
    examples: ['parley annotate reports/ > annotations.jsonl'],
    run: async (typed, world) => (await import('./print-annotations.ts')).printAnnotations(typed, world),
  },
  {
    name: 'verify',
    group: 'machine',
    takes: 'RECORD.json PATH…',
    summary: 'Check every span, quote and hash of a saved record against the reports.',
    details: ['Ends with 0 where all of it holds, with 1 and the places where it does not.'],
    options: ['about', 'issues', 'pack', 'glossary', 'dossier'],
    formats: ['md'],
    examples: ['parley verify record.json reports/'],
    run: async (typed, world) => (await import('./verify-saved.ts')).verifySaved(typed, world),
  },
  {
    name: 'pack',
    group: 'machine',
    takes: 'check DIR…',
    summary: 'Run the examples of a pack of words and rules.',
    details: ['Ends with 0 where all hold, with 1 and those that do not.'],
    options: ['format'],
    formats: ['md', 'json'],
    examples: ['parley pack check packs/trade'],
    run: async (typed, world) => (await import('./check-typed-pack.ts')).checkTypedPack(typed, world),
  },
  {
    name: 'completion',
    group: 'other',
    takes: 'bash|zsh|fish',
    most: 1,
    summary: 'A script that lets the shell complete commands and options.',
    options: [],
    formats: ['md'],
    examples: [
      'source <(parley completion bash)',
      'parley completion fish > ~/.config/fish/completions/parley.fish',
    ],
    run: async (typed, world) => (await import('./completion.ts')).printCompletion(typed, world),
  },
  {
    name: 'help',
    group: 'other',
    takes: '[COMMAND]',
    most: 1,
    summary: 'What a command does, takes and prints, with examples.',
    options: [],
    formats: ['md'],
    examples: ['parley help brief'],
    run: async (typed, world) => (await import('./help.ts')).printHelp(typed, world),
  },
]

/** The names of the commands that take an option as it is typed ("--since"). */
export const commandsTaking = (option: string): string[] =>
  COMMANDS.filter(({ options }) => options.some((name) => `--${OPTIONS[name].name}` === option)).map(
    ({ name }) => name,
  )

/** The command of this name. */
export const commandNamed = (name: string): Command | undefined =>
  COMMANDS.find((command) => command.name === name)
