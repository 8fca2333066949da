// In: nothing. Out: the commands that make, change and keep a dossier.
import type { Command } from './command.ts'

const CHANGING = ['dossier', 'by', 'reason'] as const
const run =
  (name: 'runInit' | 'runAdd' | 'runRemove' | 'runUndo' | 'runReread'): Command['run'] =>
  async (typed, world) =>
    (await import('./change-dossier.ts'))[name](typed, world)
const correct =
  (name: 'runCorrect' | 'runChecked'): Command['run'] =>
  async (typed, world) =>
    (await import('./correct-dossier.ts'))[name](typed, world)
const keep =
  (name: 'runCheck' | 'runLog' | 'runBackup' | 'runExport' | 'runImport' | 'runSearch'): Command['run'] =>
  async (typed, world) =>
    (await import('./keep-dossier.ts'))[name](typed, world)

export const DOSSIER_COMMANDS: readonly Command[] = [
  {
    name: 'init',
    group: 'dossier',
    takes: 'NAME',
    most: 1,
    summary: 'Make a dossier: one file, NAME.parley, that remembers reports and their record.',
    details: [
      '--pack names folders of words and rules, --glossary a file of names, that all its reports will be read with.',
    ],
    options: ['pack', 'glossary'],
    formats: ['md'],
    examples: ['parley init talks', 'parley init talks --glossary names.tsv'],
    run: run('runInit'),
  },
  {
    name: 'add',
    group: 'dossier',
    takes: '[NAME.parley] PATH…',
    summary: 'Read reports into the dossier. What is there already is left alone.',
    options: CHANGING,
    formats: ['md'],
    examples: ['parley add reports/', 'parley add talks.parley https://example.org/story.html'],
    run: run('runAdd'),
  },
  {
    name: 'remove',
    group: 'dossier',
    takes: '[NAME.parley] PATH|ID…',
    summary: 'Take reports out of the record, by path, folder, address or id.',
    details: ['Their texts stay in the file, for undo and --recorded-by.'],
    options: CHANGING,
    formats: ['md'],
    examples: ['parley remove reports/story.html'],
    run: run('runRemove'),
  },
  {
    name: 'correct',
    group: 'dossier',
    takes: '[NAME.parley] ID KIND …',
    summary:
      'Put something right: value, date, party, merge, split, reject or note. Needs --by and --reason.',
    details: [
      'ID is an entry or an evidence. The machine’s value stays beside the corrected one; the correction hangs on the',
      'sentences, so that it outlives new reports and new rules. Kinds and what follows them:',
      '  value FIELD VALUE    date FIELD DAY[..DAY]    party FROM TO    merge OTHER-ID',
      '  split EVIDENCE-ID…   reject (of an evidence, or of all of an entry)   note TEXT',
      'FIELD is a name in the body of the entry in "parley record", as due, status or steps.0.rate.',
    ],
    options: CHANGING,
    formats: ['md'],
    examples: [
      'parley correct e:4f9k2m date due 2024-03-05 --by "A. Reader" --reason "the order says the 5th"',
      'parley correct e:4f9k2m reject --by "A. Reader" --reason "of another company"',
    ],
    run: correct('runCorrect'),
  },
  {
    name: 'checked',
    group: 'dossier',
    takes: '[NAME.parley] ID [NOTE]',
    summary: 'Mark an entry as checked by a person, until what it rests on changes. Needs --by.',
    options: CHANGING,
    formats: ['md'],
    examples: ['parley checked e:4f9k2m --by "A. Reader"'],
    run: correct('runChecked'),
  },
  {
    name: 'scope',
    group: 'dossier',
    takes: '[NAME.parley] [proposed]',
    most: 1,
    summary:
      'Which negotiation the dossier is about: show it, or name, narrow or widen it. Needs --by to set.',
    details: [
      'Two parties or more after --about are its sides; one, or other words, narrow it to what concerns them. What is',
      'not of it lies aside: counted, shown by --all. "proposed" goes back to what the record proposes.',
    ],
    options: ['about', 'name', 'issues', ...CHANGING],
    formats: ['md'],
    examples: [
      'parley scope --about "Norway, Iceland, Faroe Islands" --name "Mackerel talks" --by "A. Reader"',
      'parley scope',
      'parley scope proposed --by "A. Reader"',
    ],
    run: async (typed, world) => (await import('./scope-dossier.ts')).runScope(typed, world),
  },
  {
    name: 'undo',
    group: 'dossier',
    takes: '[NAME.parley] [NUMBER]',
    most: 1,
    summary: 'Take back a change: the last one, or the one of this number in the log.',
    details: ['Undoing an undo makes its change again.'],
    options: CHANGING,
    formats: ['md'],
    examples: ['parley undo', 'parley undo 7'],
    run: run('runUndo'),
  },
  {
    name: 'log',
    group: 'dossier',
    takes: '[NAME.parley]',
    most: 0,
    summary: 'The changes made: number, when, what, who, why.',
    options: ['dossier', 'format'],
    formats: ['md', 'json'],
    examples: ['parley log'],
    run: keep('runLog'),
  },
  {
    name: 'search',
    group: 'dossier',
    takes: '[NAME.parley] WORDS',
    summary: 'Sentences of its reports that hold all the words.',
    options: ['dossier', 'format', 'all'],
    formats: ['md', 'json'],
    examples: ['parley search export licence'],
    run: keep('runSearch'),
  },
  {
    name: 'check',
    group: 'dossier',
    takes: '[NAME.parley]',
    most: 0,
    summary: 'Whether the file, every hash, text and reading, and the record are sound.',
    options: ['dossier'],
    formats: ['md'],
    examples: ['parley check'],
    run: keep('runCheck'),
  },
  {
    name: 'backup',
    group: 'dossier',
    takes: '[NAME.parley] FILE',
    most: 1,
    summary: 'A whole copy, made while others may write the dossier.',
    options: ['dossier'],
    formats: ['md'],
    examples: ['parley backup /backups/talks-monday.parley', 'parley backup talks.parley copy.parley'],
    run: keep('runBackup'),
  },
  {
    name: 'export',
    group: 'dossier',
    takes: '[NAME.parley] FILE|-',
    most: 1,
    summary: 'All of it as JSON lines: reports, texts, readings, corrections, log.',
    options: ['dossier'],
    formats: ['md'],
    examples: ['parley export talks.jsonl'],
    run: keep('runExport'),
  },
  {
    name: 'import',
    group: 'dossier',
    takes: 'FILE NAME',
    most: 2,
    summary: 'A new dossier from such lines.',
    options: ['dossier'],
    formats: ['md'],
    examples: ['parley import talks.jsonl talks-again'],
    run: keep('runImport'),
  },
  {
    name: 'reread',
    group: 'dossier',
    takes: '[NAME.parley]',
    most: 0,
    summary: 'Read all its reports again with this version of Parley.',
    options: CHANGING,
    formats: ['md'],
    examples: ['parley reread'],
    run: run('runReread'),
  },
]
