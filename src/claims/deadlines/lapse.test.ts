// In: sentences of our own. Out: what is told to follow where a day passes and nothing is done.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const lapsesOf = (sentence: string): (string | undefined)[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
    (kind === 'act' || kind === 'state') && body.about?.thread === 'deadline'
      ? [body.about.onLapse?.text]
      : [],
  )

test.each([
  ['Norway has until July 3 to withdraw the ban or the duties will double.', ['the duties will double']],
  ['Norway has until July 3 to withdraw the ban or face a net fee.', ['face a net fee']],
  ['The union gave the port until Friday to respond or it will strike.', ['it will strike']],
  ['The minister gave Norway until July 3 to sign or else the fees would double.', ['the fees would double']],
  ['Failing a deal by July 3, the fees will double.', ['the fees will double']],
  ['a choice of things: Norway has until July 3 to withdraw the ban or the fee.', [undefined]],
  ['a choice of doers: Peru must file a list or the text of a plan by July 3.', [undefined]],
])('%s', (sentence, lapses) => expect(lapsesOf(sentence.replace(/^[a-z ]+: /, ''))).toEqual(lapses))
