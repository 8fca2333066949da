// In: files as users write them. Out: that names and issues are read, and that what is wrong is said with its line.
import { expect, test } from 'vitest'
import { loadEngine } from './engine.ts'
import { readGlossary, readIssues } from './named-lists.ts'
import { why } from './why.ts'

const TSV = 'name\ttype\tid\tside\taliases\nNordkraft\torganisation\torg:nordkraft\tNO\tNordkraft AS|NK\n'

test('a glossary is read from TSV and YAML alike', () => {
  const yaml =
    '- name: Nordkraft\n  type: organisation\n  id: org:nordkraft\n  side: "NO"\n  aliases: [Nordkraft AS, NK]\n'
  const entry = {
    name: 'Nordkraft',
    type: 'organisation',
    id: 'org:nordkraft',
    of: 'NO',
    aliases: ['Nordkraft AS', 'NK'],
  }
  expect(readGlossary(TSV, 'names.tsv')).toEqual([entry])
  expect(readGlossary(yaml, 'names.yaml')).toEqual([entry])
})

test.each([
  ['n.tsv', 'name\ttype\nNordkraft\tfirm\n', /line 2.*"firm" is no type/],
  ['n.tsv', 'name\ttype\tcolour\nNordkraft\torganisation\tred\n', /"colour" is no column/],
  ['n.tsv', 'name\ttype\n\torganisation\n', /line 2.*no name/],
  ['n.tsv', 'name\ttype\nA\tgood\nA\tgood\n', /line 3.*"A" stands in line 2 already/],
  ['n.tsv', 'name\ttype\nA\tgood\tx\ty\n', /line 2.*4 cells/],
  ['n.tsv', '', /no entries/],
  ['n.yaml', 'name: A', /no list/],
  ['n.yaml', '- name: A\n  type: [', /the file/],
  ['n.yaml', '- name: {a: 1}\n', /entry 1.*"name" is neither/],
])('%s %j is refused', (path, text, says) => {
  expect(() => readGlossary(text, path)).toThrow(says)
})

test('issues have a name and words', () => {
  expect(readIssues('name\twords\nDocks\tberth|quay\n', 'i.tsv')).toEqual([
    { name: 'Docks', words: ['berth', 'quay'] },
  ])
  expect(() => readIssues('name\ttype\nDocks\tgood\n', 'i.tsv')).toThrow(/"type" is no column/)
})

test('the names reach the reading', () => {
  const engine = loadEngine({ glossary: readGlossary(TSV, 'names.tsv') })
  const [claim] = why('NK threatened Peru with a strike.', engine).claims
  expect(JSON.stringify(claim?.body)).toContain('org:nordkraft')
  expect(loadEngine().version).not.toBe(engine.version)
})
