#!/usr/bin/env node
'use strict'
// In: arguments. Out: the command line, run by a Node that can; a clear word where there is none.
// Plain JavaScript of old: it must run, and speak clearly, on any Node before anything newer is loaded.
const path = require('path')
const fs = require('fs')
const url = require('url')

const NEEDED = [22, 13]
const found = process.versions.node.split('.').map(Number)
const home = path.dirname(__dirname)
const built = path.join(home, 'dist', 'serve', 'cli', 'main.js')
const isNew = found[0] > NEEDED[0] || (found[0] === NEEDED[0] && found[1] >= NEEDED[1])

if (fs.existsSync(built) && isNew) {
  // Compiled modules are kept in the system's folder for temporary files; NODE_DISABLE_COMPILE_CACHE turns it off.
  require('module').enableCompileCache()
  import(url.pathToFileURL(built).href).catch((error) => {
    console.error('parley: could not start (' + error.message + ').')
    process.exit(1)
  })
} else if (fs.existsSync(path.join(home, 'scripts', 'ready.cjs'))) {
  // A clone of the repository: it brings its own Node and packages.
  process.argv.splice(2, 0, path.join(home, 'src', 'serve', 'cli', 'main.ts'))
  require(path.join(home, 'scripts', 'ready.cjs'))
} else {
  console.error('parley: this is Node ' + process.versions.node + '.')
  console.error('  Parley needs Node ' + NEEDED.join('.') + ' or newer.')
  console.error('  Install a newer Node and run the command again.')
  console.error('  [node-too-old]')
  process.exit(2)
}
