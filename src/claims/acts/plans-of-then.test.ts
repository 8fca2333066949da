// In: sentences of our own. Out: what was to be on a day, told when it is over or given up, and where no plan is told.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const plansIn = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, evidence, days }) =>
    kind === 'act' && /^act\/(?:then|was-to)@/.test(evidence.foundBy)
      ? [`${body.words?.text} · ${evidence.modality} · ${days.map(({ role }) => role).join()}`]
      : [],
  )

test.each([
  [
    'The harvest fee was to have ended on 1 May.',
    ['The harvest fee was to have ended on 1 May · planned · on'],
  ],
  [
    'Ferries had been meant to start sailing on 20 May.',
    ['Ferries had been meant to start sailing on 20 May · planned · on'],
  ],
  ['Crews were supposed to be home by 15 May.', ['Crews were supposed to be home by 15 May · planned · on']],
  [
    'The lists should have been exchanged on 2 May.',
    ['The lists should have been exchanged on 2 May · planned · on'],
  ],
  [
    'The growers were expected to answer on 3 May.',
    ['The growers were expected to answer on 3 May · expected · on'],
  ],
  ['The mill was to reopen on Monday.', ['The mill was to reopen on Monday · planned · on']],
  ['Berg was due to brief the crews on Monday.', ['brief the crews on Monday · planned · on']],
  ['told what came of it: The mill was to reopen on Monday but the owner fled.', []],
  ['what was done: What Berg did on 3 May was to shut the mill.', []],
  ['The mill was to have reopened on Monday.', ['The mill was to have reopened on Monday · planned · on']],
  ['supposed: If the mill was to open on 1 May, they would cheer.', []],
  ['still to come: The mill is to open on 1 May.', []],
  ['done: The mill was opened on 1 May.', []],
  ['in somebody’s words: “The mill was to have opened on 1 May,” Berg said.', []],
])('%s', (sentence, plans) => expect(plansIn(sentence.replace(/^[a-z’ ]+: /, ''))).toEqual(plans))
