// In: sentences of our own. Out: the statements they tell: who and what; and what is talked of but not said.
import { describe, expect, test } from 'vitest'
import { findClaims } from '../claims/engine.ts'
import { loadEngine } from './engine.ts'
import { readSentence } from './read-sentence.ts'

const engine = loadEngine()

/** "speaker: content" for each statement of a text. */
const saidIn = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ kind, body }) => {
    if (kind !== 'statement') return []
    const { speaker, unnamed, content } = body as {
      speaker: { name: string }[]
      unnamed?: string
      content: string
    }
    return [`${unnamed ?? speaker.map(({ name }) => name).join('+')}: ${content}`]
  })

describe('what is said', () => {
  test.each([
    ['Norway said the ports would reopen.', 'Norway: the ports would reopen'],
    ['Norway urged Peru to reopen its ports.', 'Norway: Peru to reopen its ports'],
    ["Anna Berg's critics said the quota was too low.", "Anna Berg's critics: the quota was too low"],
    ['A Berg aide said the quota was low.', 'A Berg aide: the quota was low'],
    ['Norway called the quota "unfair".', 'Norway: the quota "unfair"'],
  ])('%s', (text, said) => expect(saidIn(text)).toContain(said))
})

describe('what is only talked of', () => {
  test.each([
    'Norway announced a quota on cod.',
    'Norway responded to the quota.',
    'The pier that Norway is referring to is the one in Peru.',
    'Norway has not explained how it will pay.',
    'Norway proposed what Peru refused.',
    'Norway has not said whether it will recall its envoy.',
    'Anna Berg declined to speak to reporters.',
  ])('%s', (text) => expect(saidIn(text)).toEqual([]))
})

test('what somebody denies having said was not said', () => {
  expect(saidIn('Norway denied that it had threatened to close the ports.')).toEqual([
    'Norway: that it had threatened to close the ports',
  ])
})

test('a second verb of saying has the same speaker', () => {
  expect(
    saidIn('Opposition leader Jorge Salas called the levy a mistake and said the ports should reopen.'),
  ).toContain('Jorge Salas: the ports should reopen')
})
