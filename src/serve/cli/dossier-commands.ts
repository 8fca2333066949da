// In: nothing. Out: the commands that make, change and keep a dossier.
import type { Command } from './command.ts'

const CHANGING = ['dossier', 'by', 'reason'] as const
const run =
  (name: 'runInit' | 'runAdd' | 'runRemove' | 'runUndo' | 'runReread'): Command['run'] =>
  async (typed, world) =>
    (await import('./change-dossier.ts'))[name](typed, world)

export const DOSSIER_COMMANDS: readonly Command[] = [
  {
    name: 'init',
    group: 'dossier',
    takes: 'NAME',
    summary: 'Make a dossier: one file, NAME.parley, that remembers reports and their record.',
    details: ['--pack names folders of words and rules that all its reports will be read with.'],
    options: ['pack'],
    formats: ['md'],
    examples: ['parley init talks'],
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
    name: 'undo',
    group: 'dossier',
    takes: '[NAME.parley] [NUMBER]',
    summary: 'Take back a change: the last one, or the one of this number in the log.',
    details: ['Undoing an undo makes its change again.'],
    options: CHANGING,
    formats: ['md'],
    examples: ['parley undo', 'parley undo 7'],
    run: run('runUndo'),
  },
  {
    name: 'reread',
    group: 'dossier',
    takes: '[NAME.parley]',
    summary: 'Read all its reports again with this version of Parley.',
    options: CHANGING,
    formats: ['md'],
    examples: ['parley reread'],
    run: run('runReread'),
  },
]
