import { describe, expect, it } from 'vitest'
import { home } from '../../reading/engine.ts'
import { loadLexicon } from '../../reading/lexicon-files.ts'
import { loadModels } from '../../reading/load.ts'
import type { Stance } from '../doc.ts'
import { readText } from '../read.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])

/** The stance of the last token with this form, with the condition's words. */
function stanceOf(text: string, word: string) {
  const doc = readText(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en', models, lexicon)
  const stance: Stance | undefined = doc.stances.get(doc.tokens.form.lastIndexOf(word))
  if (!stance) return undefined
  const { polarity, modality, condition } = stance
  return `${polarity} ${modality}${condition ? ` {${text.slice(condition.start, condition.end)}}` : ''}`
}

describe('how an event holds', () => {
  const cases: readonly [text: string, word: string, stance: string][] = [
    ['The ministers signed the accord.', 'signed', 'affirmed held'],
    ['The ministers did not sign the accord.', 'sign', 'denied held'],
    ['The ministers tore up the text of 2010.', 'tore', 'affirmed held'],
    ['The ministers tore up the text in 2010.', 'tore', 'affirmed background'],
    ['Holm said the text had been torn up in 2010.', 'said', 'affirmed held'],
    ['Norway rejected suggestions that it had agreed to the quota.', 'agreed', 'denied possible'],
    [
      'Lund denied a report in a Lima paper that Norway had offered to reopen its ports.',
      'offered',
      'denied background',
    ],
    [
      'Lund rejected a report, carried on Friday, that Norway had raised its bid.',
      'raised',
      'denied background',
    ],
    ['Talks could begin as soon as the closures have ended.', 'ended', 'affirmed hypothetical'],
    ['Prices rose as soon as the strike ended.', 'ended', 'affirmed held'],
    ['The rule would do little to help growers pass a bill.', 'pass', 'affirmed hypothetical'],
    ['The rules were meant to let the chamber pass a bill.', 'pass', 'affirmed hypothetical'],
    ['The rule helped growers pass the bill.', 'pass', 'affirmed held'],
    ['Lund doubted that the chamber had passed the bill.', 'passed', 'affirmed possible'],
    ['Norway lifted the 2014 sanctions.', 'lifted', 'affirmed held'],
    ['Norway lost the 2014 race.', 'lost', 'affirmed background'],
    ['The members voted no on Wednesday.', 'voted', 'affirmed held'],
    ['The members cast no votes on Wednesday.', 'cast', 'denied held'],
    ['A delay does not mean that Norway has left the pact.', 'left', 'affirmed hypothetical'],
    ['Norway denied having promised to keep the ferry.', 'promised', 'denied held'],
    ['There is no truth in claims that Norway wanted a quota.', 'wanted', 'denied held'],
    ['Reports that Norway has closed the port are false.', 'closed', 'denied held'],
    ['It is not true that Norway has closed the port, Lund said.', 'said', 'affirmed held'],
    ['Norway rejected a report that recommended a quota.', 'recommended', 'affirmed held'],
    ['Norway did not deny that it had offered a quota.', 'offered', 'affirmed background'],
    ['Norway repeated suggestions that it had agreed to the quota.', 'agreed', 'affirmed possible'],
    ['Norway pledged never to raise the quota.', 'pledged', 'affirmed held'],
    ['Neither side offered concessions.', 'offered', 'denied held'],
    ['The ministers reached no agreement.', 'agreement', 'denied held'],
    ['The ministers left without a deal.', 'deal', 'denied held'],
    ['The talks failed to produce a deal.', 'produce', 'denied held'],
    ['The government refused to withdraw its complaint.', 'withdraw', 'denied held'],
    ['The ministers will meet in Oslo.', 'meet', 'affirmed planned'],
    ['Norway plans to cut duties.', 'cut', 'affirmed planned'],
    ['Norway threatened to impose tariffs.', 'impose', 'affirmed planned'],
    ['There is no chance that Norway will reopen the talks.', 'reopen', 'denied planned'],
    ['Norway wants to lift the levy.', 'lift', 'affirmed planned'],
    ['Norway wants Peru to lift the levy.', 'lift', 'affirmed hypothetical'],
    ['Norway promised Peru to lift the levy.', 'lift', 'affirmed planned'],
    ['Ministers to meet in Oslo', 'meet', 'affirmed planned'],
    ['The planned visit was on the agenda.', 'visit', 'affirmed planned'],
    ['Norway is expected to approve the pause.', 'approve', 'affirmed expected'],
    ['The ministers may sign the accord.', 'sign', 'affirmed possible'],
    ['Officials spoke of a possible deal.', 'deal', 'affirmed possible'],
    ['The two sides are discussing the text.', 'discussing', 'affirmed ongoing'],
    ['Norway urged Sweden to lift the ban.', 'lift', 'affirmed hypothetical'],
    [
      'Norway will cut duties if Sweden lifts the ban.',
      'cut',
      'affirmed conditional {if Sweden lifts the ban}',
    ],
    ['Norway will cut duties if Sweden lifts the ban.', 'lifts', 'affirmed hypothetical'],
    ['Should Sweden lift the ban, Norway will cut duties.', 'lift', 'affirmed hypothetical'],
    ['Neither Norway nor Sweden will lift the ban.', 'lift', 'denied planned'],
    ['Unless Sweden pays, Norway will not lift the ban.', 'lift', 'denied conditional {Unless Sweden pays}'],
    [
      'Norway will not lift the ban unless Sweden pays, the minister said.',
      'lift',
      'denied conditional {unless Sweden pays}',
    ],
    ['Norway reimposed the ban that it had lifted in May.', 'lifted', 'affirmed background'],
    ['The inquiry may take a year and be prolonged by six months.', 'prolonged', 'affirmed possible'],
    [
      'If Sweden refuses, the port will close and the duty on cod will rise to 20 percent.',
      'rise',
      'affirmed conditional {If Sweden refuses}',
    ],
    ['The truce holds until Friday.', 'holds', 'affirmed held'],
    ['The ministers had signed the accord before.', 'signed', 'affirmed background'],
    ['The ministers signed the accord in 2019.', 'signed', 'affirmed background'],
    ['Holm, who will lead the panel in 2019, backed the accord.', 'backed', 'affirmed held'],
    ['Norway said the ministers had signed the accord.', 'signed', 'affirmed held'],
    ['Norway eventually agreed to talks.', 'agreed', 'affirmed held'],
    ['Norway will soon agree to talks.', 'agree', 'affirmed expected'],
    [
      "Envoys looking to avert Norway's threat to close its ports met on Friday.",
      'close',
      'affirmed planned',
    ],
    [
      'If nothing is agreed, fees at the old level will begin on Monday.',
      'begin',
      'affirmed conditional {If nothing is agreed}',
    ],
    ['The ministry shall take no action to enforce the law.', 'enforce', 'denied planned'],
    ['The ministry made no move to impose a tariff on Chile.', 'impose', 'denied planned'],
    ['Neither government said when the two sides would meet.', 'meet', 'affirmed hypothetical'],
    ['Norway did not say whether it would lift the ban.', 'lift', 'affirmed hypothetical'],
    ['Norway is going to lift the ban.', 'lift', 'affirmed planned'],
    ["Norway doesn't think Peru will lift the ban.", 'lift', 'denied planned'],
    ["Norway doesn't sell fish to Peru.", 'sell', 'denied held'],
    ['Peru would accept no more than 16 percent.', 'accept', 'affirmed expected'],
    ['Peru offered no more talks.', 'offered', 'denied held'],
    ['A summit is possible in late May.', 'summit', 'affirmed possible'],
    ['The firm has until May to sell the port or face a ban.', 'face', 'affirmed conditional'],
  ]
  it.each(cases)('%s %s: %s', (text, word, stance) => {
    expect(stanceOf(text, word)).toBe(stance)
  })

  it('gives none for what is no event', () => {
    expect(stanceOf('The ministers met on Friday.', 'Friday')).toBeUndefined()
    expect(stanceOf('The ministers met on Friday.', 'The')).toBeUndefined()
  })
})
