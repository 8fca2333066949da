// In: sentences of our own. Out: measures told as an answer, by a ruling, by their rate, by "it" or "they", and what goes out of them.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody, Ref, Value } from '../../model/index.ts'

const names = (refs: readonly Ref[]): string => refs.map(({ name }) => name).join('+') || '-'
const high = (rate: Value | undefined): string =>
  rate ? ` at ${rate.value}${rate.high === undefined ? '' : `–${rate.high}`}` : ''

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body, days }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const goods = about.goods.map((one) => one.text).join('+') || '-'
    const roles = days.map(({ role }) => role).join(' ')
    return [
      `${about.effect} ${about.status} | ${names(about.by)} → ${names(about.on)} | ${goods}${high(about.rate)}${roles && ` | ${roles}`}`,
    ]
  })

test.each<[text: string, found: readonly string[]]>([
  // An answer is a measure.
  [
    'Norway retaliated with extra duties on 28 Peruvian products.',
    ['set in force | Norway → Peru | 28 Peruvian products'],
  ],
  [
    'Norway, which on Tuesday hit back with 25% duties on Peruvian goods, will hold an election.',
    ['set in force | Norway → Peru | Peruvian goods at 25 | on'],
  ],
  ['Norway answered with 125% on Peruvian goods.', ['set in force | Norway → Peru | Peruvian goods at 125']],
  [
    'Peru warned that it would counter with a 10 percent duty on Norwegian salmon.',
    ['set announced | Peru → Norway | Norwegian salmon at 10'],
  ],
  ['Norway answered with a smile.', []],
  ['Norway responded with strikes on Peruvian ports.', []],
  [
    'Norway retaliated with 25 percent duties on Peruvian goods but dropped most of them on Sept. 1.',
    [
      'end ended | Norway → Peru | Peruvian goods | on',
      'set in force | Norway → Peru | Peruvian goods at 25',
    ],
  ],
  // What a court finds against the law.
  [
    'A court ruled on Friday that most of the tariffs on Peruvian goods were illegal.',
    ['strike down struck down | - → Peru | Peruvian goods | on'],
  ],
  [
    "The appeals court held on 29 August that the emergency tariffs on Peruvian goods exceed the president's authority.",
    ['strike down struck down | - → Peru | Peruvian goods | on'],
  ],
  ['The court ruled on Friday that the duties on Peruvian cod were not illegal.', []],
  ['Importers argue that the duties on Peruvian cod are illegal.', []],
  ['Norway left its duties on Peruvian cod in place.', ['stand in force | Norway → Peru | Peruvian cod']],
  // What is to be.
  [
    'Norwegian tariffs on Peruvian goods are to come down to 15% from 39%.',
    ['lower announced | Norway → Peru | Peruvian goods at 15'],
  ],
  [
    'The tariff on Peruvian goods is to drop to 15 percent.',
    ['lower announced | - → Peru | Peruvian goods at 15'],
  ],
  // Said of it by another verb of the same sentence.
  [
    'Sanctions imposed on Peru in March were lifted on Friday.',
    ['end ended | - → Peru | - | on', 'set in force | - → Peru | - | on'],
  ],
  // Rates without their measure, and rates of several.
  [
    'Goods from Peru have paid 25 percent since April.',
    ['stand in force | - → Peru | Goods from Peru at 25 | from'],
  ],
  [
    'Peruvian goods will be charged 15 percent in total.',
    ['stand announced | - → Peru | Peruvian goods at 15'],
  ],
  [
    'The ruling would apply to Peruvian cars, which have faced a total of 27 percent since April.',
    ['stand in force | - → Peru | Peruvian cars at 27 | from'],
  ],
  ['Young workers pay 30 percent of their wages in rent.', []],
  ['Peruvian goods had paid 25 percent until then.', []],
  [
    'The duties on Peruvian cars range from 8 percent for Inca Motors to 35 percent for Lima Auto.',
    ['stand in force | - → Peru | Peruvian cars at 8–35'],
  ],
  [
    'The rate on Peruvian goods rose to 35 percent on Aug. 1.',
    ['raise in force | - → Peru | Peruvian goods at 35 | on'],
  ],
  ['The rate on 30-year loans rose to 7 percent.', []],
  // Since when, told as past.
  [
    'Norway cut its duty on Peruvian cars to 15 percent, backdated to Aug. 7.',
    ['lower in force | Norway → Peru | Peruvian cars at 15 | from'],
  ],
  [
    'Norway lowered its tariff on Peruvian cod to 15 percent from 27 percent on Friday.',
    ['lower in force | Norway → Peru | Peruvian cod at 15 | on'],
  ],
  // The sentence behind goes on with "it" or "they".
  [
    'Norway imposed duties on Peruvian cod on May 3. They took effect on May 10. They expire in July.',
    [
      'end announced | Norway → Peru | Peruvian cod | to',
      'set in force | Norway → Peru | Peruvian cod | announced from',
    ],
  ],
  [
    'Norway imposed duties on Peruvian cod on May 3. They were suspended from school in June.',
    ['set in force | Norway → Peru | Peruvian cod | on'],
  ],
  // What is left out, and verbs that are nouns.
  [
    'Aircraft and parts are exempted from the duty on Peruvian goods.',
    ['exempt in force | - → Peru | Aircraft+parts'],
  ],
  [
    'Norway spared telephones from the tariffs on Peruvian goods.',
    ['exempt in force | Norway → Peru | telephones'],
  ],
  [
    'Norway imposed visa bans on three Peruvian officials.',
    ['set in force | Norway → Peru | three Peruvian officials'],
  ],
  ['Norway has blockaded the port since March 2.', ['set in force | Norway → - | the port | from']],
  [
    'Port fees on Peruvian ships were suspended on Nov. 10.',
    ['suspend suspended | - → Peru | Peruvian ships | on'],
  ],
  // Whose deed it is where a capital stands before its own clause.
  [
    'Oslo, which opened a probe into Peruvian cod in June, extended it to December 16.',
    [
      'extend in force | Norway → Peru | Peruvian cod | to',
      'set in force | Norway → Peru | Peruvian cod | on',
    ],
  ],
  // Words that stand apart, behind a semicolon or for a month.
  [
    'Norway raised to 50 percent from 25 percent its duties on Peruvian copper.',
    ['raise in force | Norway → Peru | Peruvian copper at 50'],
  ],
  [
    'The duty on Peruvian copper announced in May took effect on June 4.',
    [
      'set announced | - → Peru | Peruvian copper | announced',
      'set in force | - → Peru | Peruvian copper | on',
    ],
  ],
  ['Peru has been under Norwegian sanctions since May 3.', ['stand in force | Norway → Peru | - | from']],
  ['Norway was hit with a tax bill on Wednesday; a court stayed it.', []],
  [
    'Peruvian coffee, which had paid 50 percent since August, is now free of duty.',
    ['exempt in force | - → Peru | Peruvian coffee'],
  ],
  [
    "Peru's ban on cod exports was ruled unlawful by a court on Friday.",
    ['strike down struck down | Peru → - | cod exports | on'],
  ],
  [
    'The pause in the duties on Peruvian copper ends on Dec. 1.',
    ['resume announced | - → Peru | Peruvian copper | on'],
  ],
  // A court that forbids the deed forbids the measure.
  [
    'The court ruled that the president could not impose the tariffs on Peruvian goods.',
    ['strike down struck down | - → Peru | Peruvian goods'],
  ],
  [
    'The court ruled that he had exceeded his powers in imposing the tariffs on Peruvian goods.',
    ['strike down struck down | - → Peru | Peruvian goods'],
  ],
  // Trade that stops, licences, and rates that a state gets.
  ['Norway halted all trade with Peru in May.', ['set in force | Norway → Peru | all trade | on']],
  ['Norway halted trade in its shares on Friday.', []],
  [
    'Norway revoked the licences of three firms to export chips to Peru.',
    ['end ended | Norway → Peru | chips'],
  ],
  [
    'Tariffs on most states were cut. Peru secured a 15 percent rate in July.',
    ['set announced | - → Peru | - at 15 | announced'],
  ],
  ['Tariffs on most states fell. Peru won a 15 percent rate of growth.', []],
  ["Tariffs were told by state. Peru's rate was cut to 15 percent.", ['lower in force | - → Peru | - at 15']],
  // A share of sales is no schedule of duties.
  [
    'Norway announced duties on Peruvian cod. It puts their share of sales at 8%, up from below 1% in 2019, and 15% in 2025.',
    ['set announced | Norway → Peru | Peruvian cod'],
  ],
])('%s', (text, found) => {
  expect(told(text).sort()).toEqual([...found].sort())
})
