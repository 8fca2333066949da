'use strict'
// In: a script and its arguments. Out: that script run by the project's own Node, after its packages are there.
// Plain JavaScript of old: it must run, and speak clearly, on any Node before any TypeScript is loaded.
const path = require('path')
const fs = require('fs')
const crypto = require('crypto')
const spawnSync = require('child_process').spawnSync

const root = path.dirname(__dirname)
const major = Number(process.versions.node.split('.')[0])
if (major < 18) {
  console.error(
    'parley: this is Node ' +
      process.versions.node +
      '. Installing needs Node 18 or newer (the project then brings its own Node 24). Install a newer Node and run the command again.',
  )
  process.exit(2)
}

const stampFile = path.join(root, 'node_modules', '.parley-stamp')
const node = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

function wanted() {
  const hash = crypto.createHash('sha256')
  hash.update(fs.readFileSync(path.join(root, 'package-lock.json')))
  return hash.digest('hex') + ' ' + process.platform + ' ' + process.arch
}

function stamped() {
  try {
    return fs.readFileSync(stampFile, 'utf8')
  } catch (_) {
    return ''
  }
}

const stamp = wanted()
if (stamped() !== stamp || !fs.existsSync(node)) {
  console.error('parley: installing packages (npm ci), once …')
  const env = Object.assign({}, process.env, { NODE_ENV: 'development' })
  const install = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, env: env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  )
  if (install.status !== 0) {
    console.error('parley: npm ci failed. Run it by hand in ' + root + ' to see why.')
    process.exit(1)
  }
  fs.writeFileSync(stampFile, stamp)
}

// Stripped and compiled sources are kept beside the packages: a second start takes half the time.
const cache = process.env.NODE_COMPILE_CACHE || path.join(root, 'node_modules', '.cache', 'compiled')
// Options meant for another Node may stop this one; how much memory it may take, every Node knows.
const memory = (process.env.NODE_OPTIONS || '').match(/--max-old-space-size=\d+/)
const options = memory ? memory[0] : ''
const run = spawnSync(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: Object.assign({}, process.env, {
    PARLEY_ROOT: root,
    NODE_OPTIONS: options,
    NODE_COMPILE_CACHE: cache,
  }),
})
process.exit(run.status === null ? 1 : run.status)
