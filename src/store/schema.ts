// In: nothing. Out: how a dossier's file is laid out, as the steps that lead to it.
import type { DatabaseSync } from 'node:sqlite'
import { remakeGrowing } from './growing/tables.ts'
import { fillCounts, fillIssueNames, fillRanks, RANKS } from './sqlite-ranks.ts'
import { fillSearch } from './sqlite-search.ts'

/** "PRLY": marks a SQLite file as a dossier of Parley. */
export const APPLICATION_ID = 0x50524c59

// Settings to readings are the truth; entries and record_parts are made of it and may be built again.
const TABLES = `
  create table settings (name text primary key, value text not null) strict, without rowid;
  create table changes (
    n integer primary key, at text not null, kind text not null, of integer, by text, reason text, words text not null
  ) strict;
  create table items (n integer primary key, id text not null unique, kind text not null, packed blob not null) strict;
  create table presences (
    item text not null references items (id), since integer not null references changes, until integer references changes,
    primary key (item, since)
  ) strict, without rowid;
  create index presences_open on presences (item) where until is null;
  create table texts (n integer primary key, report text not null unique, packed blob not null) strict;
  create table sentences (
    n integer primary key, text integer not null references texts, start_at integer not null, end_at integer not null
  ) strict;
  create table readings (
    n integer primary key, item text not null references items (id), version text not null, hash text not null,
    packed blob not null, unique (item, version)
  ) strict;

  create table entries (
    n integer primary key, id text not null unique, kind text not null, aside integer not null, hash text not null,
    packed blob not null
  ) strict;
  create index entries_by_kind on entries (kind, aside, id);
  create table evidence (id text not null, entry integer not null references entries, primary key (id, entry))
    strict, without rowid;
  create index evidence_of on evidence (entry);
  create table record_parts (
    n integer primary key, part text not null, id text not null, place integer not null, hash text not null,
    body text not null, unique (part, id)
  ) strict;
`

const SEARCH = `
  create virtual table sentence_words using fts5(words, content='', contentless_delete=1, tokenize='unicode61');
  create virtual table entry_trigrams using fts5(words, content='', contentless_delete=1, detail=none, tokenize='trigram');
`

/** One step from a version of the layout to the next; runs inside a transaction. */
export type Migration = (database: DatabaseSync) => void

/** All steps, oldest first; the version of a file is how many were taken. Steps are never altered, only added. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => database.exec(TABLES),
  (database) => {
    database.exec(SEARCH)
    fillSearch(database)
  },
  (database) => {
    database.exec(RANKS)
    fillRanks(database)
  },
  // Readings keep their shingles as numbers from here on; those kept before are read as they are.
  () => {},
  // What was read is counted with matters aside and official texts.
  fillCounts,
  fillIssueNames,
  // Made again by a later step, in a form of its own.
  () => {},
  () => {},
  () => {},
  () => {},
  () => {},
  () => {},
  (database) => database.exec('create index if not exists items_by_kind on items (kind, id)'),
  remakeGrowing,
  // What was read is counted with the days it spans.
  fillCounts,
  // Whether an entry lies aside is told by its column alone from here on.
  () => {},
]
