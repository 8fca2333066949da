// In: sentences of our own. Out: measures told by what somebody may not do or may do again; and those that nobody named imposes.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name).join('+') || '-'
    return about?.thread === 'measure'
      ? [`${names(about.by)} > ${names(about.on)} | ${about.name.text} | ${about.effect} ${about.status}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    'Rice and timber from Laos have been barred from entering Thailand since 4 February.',
    ['Thailand > Laos | ban on rice and timber from Laos entering Thailand | set in force'],
  ],
  [
    'Norway barred Orbex Ltd and its subcontractors from exporting finished parts.',
    ['Norway > - | ban on Orbex Ltd and its subcontractors exporting finished parts | set in force'],
  ],
  ['Lorries may be moving again between Norway and Chile from the first of June.', []],
  [
    'Lorries carrying Chilean wine will no longer be allowed to cross the pass from 20 March, the interior ministry said.',
    ['interior ministry > Chile | ban on lorries crossing the pass | set announced'],
  ],
  [
    'Norwegian trawlers may no longer land their catch in Hull.',
    ['- > Norway | ban on Norwegian trawlers landing their catch in Hull | set in force'],
  ],
  [
    'Hungary will let in Ukrainian honey again from 1 April.',
    ['Hungary > Ukraine | ban on Ukrainian honey entering | end announced'],
  ],
  // Nobody's trade: a person, a guess, what was not forbidden.
  ['The singer was barred from entering the hall.', []],
  ['Norwegian trawlers may land their catch in Hull.', []],
  // A trade that somebody's state stops by a verb of trading; a firm lays down nothing.
  [
    'Chile stopped issuing permits to Peruvian hauliers on 3 March.',
    ['Chile > Peru | halt to issuing permits to Peruvian hauliers | set in force'],
  ],
  ['Quispe Stores stopped selling the lamp in May.', []],
  ['Peru closed the road on Monday.', []],
  // Told by what it is on, whoever laid it down.
  ['The ban on raw hides stays.', ['- > - | The ban on raw hides | stand in force']],
  ['The levy on scrap was dropped on 3 May.', ['- > - | The levy on scrap | end ended']],
  ['The fuel export ban was lifted on Monday.', ['- > - | The fuel export ban | end ended']],
  ['Farmers face a duty on scrap.', []],
  [
    'Peru will take its duties on Bolivian cement back down to 8 percent on Monday.',
    ['Peru > Bolivia | its duties | lower announced'],
  ],
  [
    'Border checks on Dutch flowers were suspended on 3 May.',
    ['- > Netherlands | Border checks on Dutch flowers | suspend suspended'],
  ],
])('%s', (text, found) => expect(told(text)).toEqual(found))
